"""Tests of single rooms, a file a module, in the folders of the package."""
