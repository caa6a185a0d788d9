"""The pages of a campaign, its plans and its review."""
