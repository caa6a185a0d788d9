"""A campaign's year as the Office sees it: what each unit has done, what is still to be done, by whom and when."""
