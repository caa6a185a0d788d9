"""Tables and files of the Office."""
