"""Ids, links and pictures."""
