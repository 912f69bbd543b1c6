"""Scans of evidence for a bundle: strangers' files read within limits, and laid upright on sheets of A4."""
