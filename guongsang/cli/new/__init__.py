"""The command `new`: its kinds of file, their questions, how answers are read, what is made of them."""
