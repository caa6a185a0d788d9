"""Templates to HTML: the only Jinja2 and nh3."""
