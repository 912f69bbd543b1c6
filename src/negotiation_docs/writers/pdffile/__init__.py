"""The PDF file: objects, fonts, tags, metadata and the bytes they become."""
