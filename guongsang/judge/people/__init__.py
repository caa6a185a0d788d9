"""People: consent, approval, personal data."""
