"""From bytes to entries: the only rooms that open contributors' files. They judge nothing but form."""
