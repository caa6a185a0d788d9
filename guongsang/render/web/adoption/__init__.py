"""Which unit copied which exemplar: the page that shows it as a map and says it in words."""
