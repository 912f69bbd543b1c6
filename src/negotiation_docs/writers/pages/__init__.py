"""Pages: a paper set in strips, cut into pages, and what is drawn around its words."""
