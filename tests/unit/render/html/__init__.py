"""Templates and bodies as HTML."""
