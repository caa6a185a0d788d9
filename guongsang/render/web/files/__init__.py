"""Files of the website beside its pages: assets, fonts, feeds, the page of 404, redirects, rules for servers."""
