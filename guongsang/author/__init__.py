"""What helps those who write: the live preview and the tools that start, translate, repair and explain files."""
