"""Papers: which there are, what stands in them, printing them."""
