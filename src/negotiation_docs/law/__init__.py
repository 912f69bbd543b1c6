"""The law: what may be cited to whom and when, what no paper may say, and which debts are too old to write about."""
