"""Terrain of the user's own in the window: importing it, with a look at it before, and the list of it."""
