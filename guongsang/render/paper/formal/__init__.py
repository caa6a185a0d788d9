"""Papers of the Office: documents of administration, working papers, forms; never published."""
