"""Documents, entries and links."""
