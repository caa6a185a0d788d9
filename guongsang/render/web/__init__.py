"""Web pages: which there are, what they show, writing them as HTML."""
