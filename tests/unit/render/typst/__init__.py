"""Typst, and what is found out for a layout beforehand."""
