"""New files: what stands in them, what is still to be asked, their names."""
