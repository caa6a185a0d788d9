"""Unit tests of guongsang/cli/again."""
