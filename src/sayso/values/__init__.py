"""Names, places, dates and numbers in a form that can be compared, each with the reason. Pure: text in, records out."""
