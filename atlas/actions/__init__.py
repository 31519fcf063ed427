"""Every command of the window, once."""
