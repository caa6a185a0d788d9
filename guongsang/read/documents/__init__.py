"""Documents: a file, the entry that it belongs to, its translations."""
