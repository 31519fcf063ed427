"""Light over a span of time: the dialog that asks for it, the bar that shows it."""
