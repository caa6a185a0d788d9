"""Safe repairs."""
