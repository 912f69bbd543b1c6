"""A paper of one's own from a Word file: its places 【姓名】 found, named, filled; nothing else is touched."""
