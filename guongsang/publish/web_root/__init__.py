"""Releases of a site in the folder that a web server shows: put there in one step, kept by number, brought back."""
