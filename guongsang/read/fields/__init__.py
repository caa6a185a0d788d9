"""Fields: kinds of field, the tables of them, reading a tree by a table."""
