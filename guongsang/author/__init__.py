"""Tools for writers: new files, translations, explanations, help for editors; texts are made here, the commands ask."""
