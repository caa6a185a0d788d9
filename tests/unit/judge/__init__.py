"""Judging: documents to findings and verdicts."""
