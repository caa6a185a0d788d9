"""The preview: the site as last saved, in memory, served on this machine."""
