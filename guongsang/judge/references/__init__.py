"""References: ids, links, pictures."""
