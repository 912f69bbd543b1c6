"""Fonts: which are opened, what they can draw, and the part of them that a file embeds."""
