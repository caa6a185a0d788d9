"""What tests share besides fixtures: sites, runs of the program, golden files, readers of pages and papers."""
