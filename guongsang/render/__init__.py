"""From the site to bytes: which pages there are, what each shows, and how it looks on the web and on paper."""
