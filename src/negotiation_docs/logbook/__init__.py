"""The log of talks as a table for oneself, there and back, with the checksums of what was kept of each talk."""
