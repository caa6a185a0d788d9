"""Bodies as trees."""
