"""How well Sayso reads: scorers, labelled cases and the floors below which no figure may fall."""
