"""The view from a place over the horizon: its picture, the lines and names on it, its tables and files."""
