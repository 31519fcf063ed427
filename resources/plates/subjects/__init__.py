"""One file a subject: its plates, its dimensions and where they come from."""
