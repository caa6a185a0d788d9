"""From entries and verdicts to the site: what is published, under which address, and who stands where in a campaign."""
