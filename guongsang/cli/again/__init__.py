"""Calls that are told again without being run, because nothing that they read has changed."""
