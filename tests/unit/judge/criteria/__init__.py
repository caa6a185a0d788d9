"""Criteria and verdicts."""
