"""The colours of line drawings in a theme."""

from atlas.services.to_scale.painter import Look
from atlas.views.theme import Theme


def look_of(theme: Theme) -> Look:
    """Return the colours that machines are drawn in."""
    return Look(theme.text, theme.raised, theme.text, theme.faint, theme.accent, theme.line)
