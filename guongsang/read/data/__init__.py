"""Data files: configuration, catalogues, units, criteria, abbreviations."""
