"""Colours, type sizes and spacing of the window; light and dark, following the system.

This is the one module of the views that holds literal colours: everything else asks `ThemeManager.theme`.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QStyleFactory

from atlas.domain.vocabulary import Status
from atlas.services.language import Language, shown_language
from atlas.services.settings import Settings
from atlas.views.stylesheet import style_sheet

UNIT: Final = 8
"""The rhythm of the layout in logical pixels: gaps and margins are multiples or halves of it."""

MODES: Final = ("system", "light", "dark")
TEXT_SIZES: Final = (90, 150)
"""The least and the largest size of text, in per cent of the usual one."""

_CJK_FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "WenQuanYi Micro Hei",
)
_GENERIC_FAMILIES: Final = frozenset({"", "sans serif", "sans-serif", "sans", "dejavu sans", "bitstream vera sans"})
_PREFERRED_FAMILIES: Final = ("Inter", "Noto Sans", "Open Sans", "Cantarell", "Ubuntu", "Liberation Sans")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour tokens. Text tokens reach 4.5:1 on every ground token (`tests/views/test_theme.py`)."""

    name: str
    window: QColor
    """Ground of the window, its bars and its panes."""
    surface: QColor
    """Ground of lists, text and popups."""
    raised: QColor
    """Ground of inputs, chips and cards."""
    line: QColor
    """Hairlines between parts; never carries meaning alone."""
    text: QColor
    muted: QColor
    """Secondary text."""
    faint: QColor
    """Tertiary text: counts, captions, placeholders."""
    accent: QColor
    accent_text: QColor
    """Text on `accent`."""
    link: QColor
    hover: QColor
    selected: QColor
    focus: QColor
    """Ring round what has the keyboard."""
    ok: QColor
    warn: QColor
    bad: QColor
    planned: QColor
    under_way: QColor
    paused: QColor
    cancelled: QColor
    overdue: QColor
    shadow: QColor

    @property
    def is_dark(self) -> bool:
        """True for the dark theme."""
        return self.name == "dark"

    @staticmethod
    def dark() -> "Theme":
        """Return the dark theme: calm slate and one amber."""
        return _theme(
            "dark",
            window="#171b23",
            surface="#171b23",
            raised="#222833",
            line="#2b313d",
            text="#e9ebf0",
            muted="#a9b2c1",
            faint="#99a3b3",
            accent="#f0a94a",
            accent_text="#1d1405",
            link="#f3b562",
            hover="#1f2530",
            selected="#2b3140",
            focus="#f0a94a",
            ok="#5fc497",
            warn="#e6c84f",
            bad="#ff857d",
            planned="#f0a94a",
            under_way="#76b7f5",
            paused="#b3bac8",
            cancelled="#a4adbc",
            overdue="#ff9b5e",
            shadow="#000000",
        )

    @staticmethod
    def light() -> "Theme":
        """Return the light theme: paper white and the same amber, darkened until it can be read."""
        return _theme(
            "light",
            window="#ffffff",
            surface="#ffffff",
            raised="#f1f0ec",
            line="#e0dfd9",
            text="#1b1f27",
            muted="#515967",
            faint="#5d6471",
            accent="#965400",
            accent_text="#ffffff",
            link="#8a4d00",
            hover="#f7f5f0",
            selected="#f4ebda",
            focus="#965400",
            ok="#146c45",
            warn="#725c00",
            bad="#b3261e",
            planned="#915100",
            under_way="#115ea6",
            paused="#545c69",
            cancelled="#5d6471",
            overdue="#a83c00",
            shadow="#000000",
        )

    def status(self, status: Status | None) -> QColor:
        """Return the colour of a status, muted where there is none; `icons.status_icon` has its shape."""
        match status:
            case Status.SUCCEEDED:
                return self.ok
            case Status.PARTLY:
                return self.warn
            case Status.FAILED:
                return self.bad
            case Status.PLANNED:
                return self.planned
            case Status.UNDER_WAY:
                return self.under_way
            case Status.PAUSED:
                return self.paused
            case Status.CANCELLED:
                return self.cancelled
            case Status.OVERDUE:
                return self.overdue
        return self.muted

    def colours(self) -> Iterator[tuple[str, QColor]]:
        """Yield every token with its name."""
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, QColor):
                yield item.name, value


def _theme(name: str, **tokens: str) -> Theme:
    return Theme(name, **{token: QColor(value) for token, value in tokens.items()})


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The three sizes of type, in logical pixels."""

    small: int
    body: int
    title: int


def luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2) of an opaque colour, 0–1."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1–21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with a `share` (0–1) of `other` mixed in."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette, so that standard dialogs and plain widgets follow it too."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.faint,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.Light: mix(theme.raised, theme.text, 0.10),
        role.Midlight: mix(theme.raised, theme.text, 0.05),
        role.Mid: mix(theme.line, theme.text, 0.10),
        role.Dark: theme.line,
        role.Shadow: theme.shadow,
    }
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, mix(theme.faint, theme.window, 0.35))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.selected)
    return result


class ThemeManager(QObject):
    """Dresses the application in one theme, follows the system or the user's choice, and tells of changes."""

    changed = Signal()
    """The theme is another one now; painted things and icons must be made again."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        mode = settings.text("theme", "system")
        self._mode = mode if mode in MODES else "system"
        self._theme = Theme.light()
        self._dressed = False
        style = QStyleFactory.create("Fusion")
        if style is not None:
            app.setStyle(style)
        self._font = _body_font(app)
        self._text_size = _size_of(settings.text("text-size", "100"))
        self.type_scale = self._scale()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        app.screenAdded.connect(self._on_screen_added)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> str:
        """`system`, `light` or `dark`: what the user chose."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Choose `system`, `light` or `dark` and remember it. Raises ValueError for anything else."""
        if mode not in MODES:
            raise ValueError(f"{mode!r} is not one of {', '.join(MODES)}")
        self._mode = mode
        self._settings.set_text("theme", mode)
        self._apply()

    def toggle(self) -> None:
        """Switch to the other one of light and dark."""
        self.set_mode("light" if self.theme.is_dark else "dark")

    @property
    def text_size(self) -> int:
        """The size of text in per cent of the usual one."""
        return self._text_size

    def set_text_size(self, percent: int) -> None:
        """Choose the size of text, kept within `TEXT_SIZES`, and remember it."""
        size = min(max(percent, TEXT_SIZES[0]), TEXT_SIZES[1])
        if size == self._text_size:
            return
        self._text_size = size
        self._settings.set_text("text-size", str(size))
        self.type_scale = self._scale()
        self._dressed = False
        self._apply()

    def take_language(self) -> None:
        """Set type as the language in force does, before its window is built."""
        _space(self._font)
        self.type_scale = self._scale()

    def _scale(self) -> TypeScale:
        """Give the application its font in the size chosen, and return the scale built on it."""
        usual = self._font.pixelSize()
        body = round(usual * self._text_size / 100)
        font = QFont(self._font)
        font.setPixelSize(body)
        self._app.setFont(font)
        return TypeScale(small=body - 2, body=body, title=round(body * 1.6))

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._apply()

    def _on_screen_added(self, _screen: QScreen) -> None:
        # it may have a pixel ratio for which no icon was drawn yet
        self.changed.emit()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        wanted = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }.get(self._mode, Qt.ColorScheme.Unknown)
        # asks the platform too, so that window frames and native dialogs follow
        hints.setColorScheme(wanted)
        scheme = wanted if wanted is not Qt.ColorScheme.Unknown else hints.colorScheme()
        theme = Theme.dark() if scheme is Qt.ColorScheme.Dark else Theme.light()
        if self._dressed and theme == self._theme:
            return
        self._dressed = True
        self._theme = theme
        self._app.setPalette(palette(theme))
        tokens = {name: colour.name() for name, colour in theme.colours()}
        self._app.setStyleSheet(style_sheet(tokens, *astuple(self.type_scale)))
        self.changed.emit()


def _size_of(text: str) -> int:
    """Return a remembered size of text, 100 for what is none."""
    size = int(text) if text.isdecimal() else 100
    return size if TEXT_SIZES[0] <= size <= TEXT_SIZES[1] else 100


def _body_font(app: QApplication) -> QFont:
    """Return the font of the interface in its usual size."""
    font = QFont(app.font())
    families = set(QFontDatabase.families())
    first = font.family()
    if first.casefold() in _GENERIC_FAMILIES:
        first = next((name for name in (*_PREFERRED_FAMILIES, *_CJK_FAMILIES) if name in families), first)
    # Han characters must come from a Simplified Chinese face, not from whichever is found first
    font.setFamilies([first, *(name for name in _CJK_FAMILIES if name in families and name != first)])
    _space(font)
    font.setPixelSize(max(14, QFontInfo(font).pixelSize()))
    return font


def _space(font: QFont) -> None:
    """Keep a Chinese face from setting quotation marks as wide as Han characters, but where the words are Chinese."""
    tag = QFont.Tag("pwid")
    if font.families()[0] in _CJK_FAMILIES and shown_language() is not Language.ZH:
        font.setFeature(tag, 1)
    else:
        font.unsetFeature(tag)


def theme_manager() -> ThemeManager | None:
    """Return the application's theme manager (a child of the application), None before there is one."""
    app = QApplication.instance()
    return app.findChild(ThemeManager) if app is not None else None


def current_theme() -> Theme:
    """Return the theme in force; without a manager the one that suits the application's palette."""
    manager = theme_manager()
    if manager is not None:
        return manager.theme
    return Theme.dark() if QPalette().window().color().lightnessF() < 0.5 else Theme.light()
