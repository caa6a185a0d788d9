"""The tables of fields: one for each kind of document and data file.

From these tables come the reader, the typed values, the split of a document into facts and words, the labels in
messages and the examples in hints, so that a field is described once.
"""
