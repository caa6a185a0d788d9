"""The page of who copied what."""
