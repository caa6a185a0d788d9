"""Texts: copies of one another, habits of the office."""
