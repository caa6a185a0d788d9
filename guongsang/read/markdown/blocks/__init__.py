"""The blocks of a body: lists, quotations, tables, headings, notes, code, each with its lines and its place."""
