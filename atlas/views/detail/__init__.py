"""The right pane: an entry as an encyclopedia card."""
