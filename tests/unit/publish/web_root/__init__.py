"""From bytes to a folder, in one step."""
