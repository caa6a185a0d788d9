"""Printing: the only Typst, in processes of its own."""
