"""The map: what is in view, where labels go, and painting it for the window and for files."""
