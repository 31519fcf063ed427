"""Widgets only: no SQL, no file formats, no numpy."""
