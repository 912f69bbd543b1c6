"""The catalogue: what each kind of paper is, read from the front matter of its template."""
