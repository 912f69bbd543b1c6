"""Writers: how a paper looks in each format; all from one tree and one style table."""
