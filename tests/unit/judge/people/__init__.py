"""Consent, approvals and personal data."""
