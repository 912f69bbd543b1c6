"""Fuzzing that stays: ``make soak`` for an hour, a short run of each kind in every CI."""
