"""What a borrower should know about each paper, and which official forms and rules the papers answer."""
