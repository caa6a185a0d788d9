"""YAML: a strict tree with places, causes of faults in plain words, placeholders."""
