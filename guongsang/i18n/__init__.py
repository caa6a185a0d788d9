"""Messages, catalogues, languages, and how dates and numbers are written in each."""
