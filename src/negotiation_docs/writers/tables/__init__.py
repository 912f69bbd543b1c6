"""Tables: how wide columns are and how cells and rows are set, the same for every format."""
