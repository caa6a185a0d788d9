"""Translations: their state, and whether they say the same as the source."""
