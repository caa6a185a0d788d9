"""Translations beside their sources."""
