"""Strict YAML with places."""
