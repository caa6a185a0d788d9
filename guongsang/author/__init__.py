"""What helps writers: safe repairs of what they typed."""
