"""What one place says against another."""
