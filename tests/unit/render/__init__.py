"""Pages as values to bytes."""
