"""Commands: words of a command line and answers to questions."""
