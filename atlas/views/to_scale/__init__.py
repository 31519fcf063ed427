"""Machines side by side at one scale: the view, and the dialog that shows an entry's."""
