"""Languages, messages and how each language writes dates and figures."""
