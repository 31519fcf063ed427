"""Notes: the panel beside an entry and the notebook with all of them."""

from atlas.views.notes.browser import SafeTextBrowser
from atlas.views.notes.keeper import NotesKeeper
from atlas.views.notes.panel import NotesPanel

__all__ = ["NotesKeeper", "NotesPanel", "SafeTextBrowser"]
