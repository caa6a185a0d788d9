"""What one place says against another: figures, spellings, papers, days."""
