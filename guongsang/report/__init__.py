"""How findings are told: to people on a terminal, to machines, never with personal data."""
