"""Safe repairs: bytes of a file → repaired bytes."""
