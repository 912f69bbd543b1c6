"""Cases from a spreadsheet: a row a borrower, columns by the names of the case file, every problem with its cell."""
