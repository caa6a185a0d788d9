"""Criteria: a file for each kind of check, and the verdicts that they give."""
