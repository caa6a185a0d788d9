"""Personal data in a text: numbers, addresses and statements that nobody needs to read on a site."""
