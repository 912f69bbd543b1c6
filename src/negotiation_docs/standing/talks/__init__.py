"""The talks about a debt: who spoke, what was promised, and which of them counts on the day of the papers."""
