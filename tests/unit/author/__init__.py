"""What helps those who write."""
