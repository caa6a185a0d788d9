"""Copies and habits of the office."""
