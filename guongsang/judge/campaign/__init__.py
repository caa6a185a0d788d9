"""The campaign's course: dates, windows, quota, plans, years, the review."""
