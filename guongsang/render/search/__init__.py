"""The search: what can be found, its index, the search page."""
