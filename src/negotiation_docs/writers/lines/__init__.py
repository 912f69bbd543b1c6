"""Lines: where Chinese text is broken and how its characters are placed (W3C CLREQ)."""
