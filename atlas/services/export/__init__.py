"""Writes entries in open formats."""
