"""Kinds and tables of fields."""
