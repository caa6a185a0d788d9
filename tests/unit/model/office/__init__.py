"""A campaign's year as the Office sees it."""
