"""The user's notes as the commands show and search see them. Reading never creates a notebook."""
