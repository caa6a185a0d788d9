"""Unit tests of guongsang/cli/new."""
