"""Reading: bytes to typed documents with positions."""
