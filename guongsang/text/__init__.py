"""Pure functions on strings: Vietnamese text, syllables, encodings, names."""
