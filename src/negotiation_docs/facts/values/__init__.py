"""The doors: one for each kind of value, so that money, days, rates, names and texts come in by one way only."""
