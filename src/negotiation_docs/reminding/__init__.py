"""Reminders: every day that the case file tells or that a good adviser would note, as a calendar."""
