import pytest
from PySide6.QtGui import QColor

from atlas.domain.vocabulary import Status
from atlas.views.theme import Theme, contrast, mix

GROUNDS = ("window", "surface", "raised", "selected", "hover")
WORDS = ("text", "muted", "faint", "link")


@pytest.mark.parametrize("theme", [Theme.dark(), Theme.light()], ids=lambda theme: theme.name)
class TestContrast:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("word", WORDS)
    def test_text_is_readable_on_every_ground(self, theme: Theme, word: str, ground: str) -> None:
        assert contrast(getattr(theme, word), getattr(theme, ground)) >= 4.5

    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("status", [*Status, None])
    def test_status_colours_are_readable(self, theme: Theme, status: Status | None, ground: str) -> None:
        assert contrast(theme.status(status), getattr(theme, ground)) >= 4.5

    def test_text_on_the_accent(self, theme: Theme) -> None:
        assert contrast(theme.accent_text, theme.accent) >= 4.5

    def test_the_focus_ring_stands_out(self, theme: Theme) -> None:
        assert all(contrast(theme.focus, getattr(theme, ground)) >= 3 for ground in GROUNDS)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(QColor(0, 0, 0), QColor(255, 255, 255)) == pytest.approx(21)
    assert contrast(QColor(9, 9, 9), QColor(9, 9, 9)) == pytest.approx(1)


def test_mix_goes_from_one_colour_to_the_other() -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    assert mix(black, white, 0.0) == black
    assert mix(black, white, 1.0) == white
