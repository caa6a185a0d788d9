"""Markdown: a body as one tree, with limits and places."""
