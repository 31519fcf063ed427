"""Measuring on the map: elevation along a path, lengths over the ground, what is written to files."""
