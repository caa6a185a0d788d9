"""Lists of profiles: by unit, category, year, topic, name."""
