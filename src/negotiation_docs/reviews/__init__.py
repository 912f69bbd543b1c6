"""Review: two snapshots of one borrower's means side by side, and what follows from the difference."""
