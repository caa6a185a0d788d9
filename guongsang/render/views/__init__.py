"""What pages and papers both show of an entry."""
