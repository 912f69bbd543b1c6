"""Messages: how papers are handed in by e-mail, SMS and chat."""
