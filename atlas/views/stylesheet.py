"""The one style sheet: padding, radius and structure, where the palette cannot say it."""

from collections.abc import Mapping
from string import Template
from typing import Final

_SHEET: Final = Template("""
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $window; }
QSplitter::handle:vertical { border-top: 1px solid $line; height: 4px; }
QSplitter::handle:horizontal { border-left: 1px solid $line; width: 4px; }
QSplitter::handle:hover { border-color: $accent; }
QToolTip { color: $text; background: $raised; border: 1px solid $line; padding: 6px 8px; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 8px; spacing: 4px; }
QToolBar#asOfBar { background: $selected; padding: 0; }
QToolBar#asOfBar QToolButton:hover { background: $raised; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $muted; font-size: ${small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; font-size: ${small}px; padding: 4px 8px; }

QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QLineEdit, QPlainTextEdit#field, QDateEdit, QSpinBox, QComboBox, QDateTimeEdit[look="field"] {
  background: $raised; border: 2px solid transparent; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:hover, QComboBox:hover { background: $selected; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow {
  width: 0; height: 0; border-top: 5px solid $muted; border-left: 4px solid $raised; border-right: 4px solid $raised;
}
QLineEdit:focus, QDateTimeEdit[look="field"]:focus, QDateEdit:focus, QSpinBox:focus, QComboBox:focus {
  border-color: $focus;
}

QDateTimeEdit[look="field"], QSpinBox[look="field"] { padding: 3px 0; }
QDateTimeEdit[look="field"]::up-button, QSpinBox[look="field"]::up-button {
  subcontrol-origin: border; subcontrol-position: top right; width: 0;
}
QDateTimeEdit[look="field"]::down-button, QSpinBox[look="field"]::down-button {
  subcontrol-origin: border; subcontrol-position: bottom right; width: 0;
}
QDateTimeEdit[look="field"] QLineEdit, QSpinBox[look="field"] QLineEdit {
  background: transparent; border: none; padding: 0 8px;
}
QWidget#sunlightBar QToolButton, QWidget#sunlightBar QLineEdit { font-size: ${small}px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { background: transparent; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="button"] { background: $raised; padding: 4px 10px; font-weight: 600; }
QToolButton[look="button"]:hover { background: $selected; }
QToolButton[look="accent"] {
  background: $accent; color: $accent_text; padding: 4px 10px; font-weight: 600;
}
QToolButton[look="accent"]:focus { border-color: $text; }
QToolButton[look="plain"] { color: $muted; font-size: ${small}px; padding: 2px 4px; }
QToolButton[look="plain"]:hover { color: $text; }

QToolButton[look="step"] { background: $raised; padding: 3px 4px; }
QToolButton[look="step"]:hover { background: $selected; }
QToolButton[look="step"]:focus { border-color: $focus; }
QToolButton[look="segment"] { background: $raised; padding: 4px 12px; }
QToolButton[look="segment"]:hover { background: $selected; }
QToolButton[look="segment"]:checked { background: $accent; color: $accent_text; font-weight: 600; }
QToolButton[look="segment"]:focus { border-color: $focus; }
QToolButton[look="segment"]:checked:focus { border-color: $text; }
QSlider { border: 2px solid transparent; border-radius: 4px; min-height: 20px; }
QSlider:focus { border-color: $focus; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; margin: 0 2px; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; margin: 0 2px; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: $text; }
QSlider::handle:horizontal:hover { background: $accent; }
QSlider::handle:horizontal:disabled { background: $faint; }

QPushButton[look="link"] {
  background: transparent; color: $link; padding: 2px 6px; font-weight: 600; min-height: 16px;
}
QPushButton {
  background: $raised; border: 2px solid transparent; border-radius: 6px; padding: 5px 14px; min-height: 18px;
}
QPushButton:hover { background: $selected; }
QPushButton:focus { border-color: $focus; }
QPushButton:default { background: $accent; color: $accent_text; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled, QPushButton:default:disabled { background: $raised; color: $faint; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[look="row"], QFrame#popup QPushButton[look="row"] {
  background: transparent; padding: 5px 8px; text-align: left;
}
QFrame#popup QPushButton[look="row"]:hover, QFrame#popup QPushButton[look="row"]:checked { background: $selected; }
QFrame#popup QPushButton[look="row"]:checked { font-weight: 600; }
QAbstractButton[chip="true"] {
  background: $raised; border: 2px solid transparent; border-radius: 12px; padding: 0 8px; min-height: 20px;
  font-size: ${small}px; font-weight: 400;
}
QAbstractButton[chip="true"][withIcon="true"] { padding: 0 6px 0 5px; }
QAbstractButton[chip="true"]:hover { background: $selected; }
QAbstractButton[chip="true"]:focus { border-color: $focus; }
QAbstractButton[chip="true"]:checked { background: $accent; color: $accent_text; }
QAbstractButton[chip="true"]:checked:focus { border-color: $text; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 10px 4px 8px 4px; margin: 0 8px 0 12px;
  border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { border-bottom-color: $text; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QDockWidget { titlebar-close-icon: none; color: $muted; }

QListView, QTreeView, QTextBrowser, QScrollArea { background: $surface; border: none; outline: none; }
QTreeWidget::item { padding: 6px 8px; border: none; }
QTreeWidget::item:selected { background: $selected; color: $text; }
QTreeWidget::item:hover:!selected { background: $hover; }
QTreeWidget:focus { border: 1px solid $focus; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px; font-weight: 400;
}
QListView#menuList { background: $raised; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px; }
QListView#completions { background: $raised; border: 1px solid $line; padding: 0 4px; }
QListView#completions::item { padding: 4px 6px; border-radius: 4px; }
QListView#completions::item:selected { background: $selected; color: $text; }
QListWidget#guidePages { background: $window; border: 1px solid transparent; border-radius: 4px; padding: 4px 0; }
QListWidget#guidePages:focus { border-color: $focus; }
QListWidget#guidePages::item { padding: 6px 8px; border: none; border-left: 3px solid transparent; }
QListWidget#guidePages::item:selected { background: $selected; color: $text; border-left-color: $accent; }
QListWidget#guidePages::item:hover:!selected { background: $hover; }
QFrame#popup { background: $raised; border: 1px solid $line; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: palette(mid); border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QAbstractItemView {
  background: $raised; selection-background-color: $accent; selection-color: $accent_text; outline: none;
}
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; padding: 4px 8px; }
QCalendarWidget QMenu { min-width: 120px; }
QCalendarWidget QSpinBox { background: $selected; color: $text; }
QWidget#popupInside { background: $raised; }
QFrame#popup QScrollArea { background: $raised; }
QFrame#popup QAbstractButton[chip="true"], QFrame#popup QLineEdit, QFrame#popup QPushButton { background: $selected; }
QFrame#popup QPushButton:default { background: $accent; }
QFrame#popup QAbstractButton[chip="true"]:checked { background: $accent; }

QLabel[role="keys"] {
  color: $muted; font-size: ${small}px; border: 1px solid $line; border-radius: 4px; padding: 0 5px;
}
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="faint"] { color: $faint; font-size: ${small}px; }
QLabel[role="section"] { color: $muted; font-size: ${small}px; font-weight: 600; }
""")


def style_sheet(tokens: Mapping[str, str], small: int, body: int, title: int) -> str:
    """Return the style sheet for colour tokens (`#rrggbb`) and type sizes in pixels."""
    return _SHEET.substitute(tokens, small=small, body=body, title=title)
