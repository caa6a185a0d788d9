"""Tables and files of the Office in the formats that offices use; they are never published."""
