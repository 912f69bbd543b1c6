"""For who writes templates: all that is wrong with them at once, copies to begin with, and what there is to print."""
