"""The command line: its words, the commands and their declaration, in the language of who typed it."""
