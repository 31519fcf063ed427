"""The user guide: a window of its own beside the atlas, so that one can read and try at the same time."""
