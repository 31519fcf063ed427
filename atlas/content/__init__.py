"""Reads, checks and compiles the text files of `resources/content` into `catalogue.db`."""
