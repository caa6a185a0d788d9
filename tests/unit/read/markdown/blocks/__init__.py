"""The blocks of bodies."""
