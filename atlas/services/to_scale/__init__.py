"""Machines side by side at one scale: line drawings with a scale bar and a person."""
