"""From bytes to a folder: everything is there before anything is changed, and the change is one step."""
