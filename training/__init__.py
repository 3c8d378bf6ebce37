"""How the model on board is made: data, training, measuring, export."""
