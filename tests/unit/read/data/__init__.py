"""Data files: configuration, units, criteria, catalogues."""
