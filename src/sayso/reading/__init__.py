"""Report -> spans -> statements -> claims: the model on board finds who says what, rules say what it means."""
