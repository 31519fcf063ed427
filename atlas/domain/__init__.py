"""The vocabulary of the atlas: entries, claims, dates, coordinates. Imports nothing of ours, no Qt, no SQLite."""
