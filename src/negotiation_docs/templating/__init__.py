"""Templates: a sandbox for words, and a small HTML subset that becomes the tree."""
