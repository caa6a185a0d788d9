"""Papers for the Council: a sheet for each candidate, a voting paper, and the draft of the minutes."""
