"""What pages show of an entry, as plain data."""
