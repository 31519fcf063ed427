"""The command selftest: opens every view of the real window off-screen and looks whether something was drawn."""

import argparse
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.cli.output import write_out
from atlas.domain.vocabulary import Kind
from atlas.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from atlas.app import Atlas
    from atlas.services.language import Language

_LEAST_COLOURS = 12
_PATIENCE_S = 20.0


def run_selftest(args: argparse.Namespace, paths: Paths) -> int:
    """Open the window in a data folder of its own, draw every view, and return 0 when all drew. Raises CliError."""
    del args
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # off-screen there is no window manager to give size hints to: Qt need not say so
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    from atlas.app import Atlas, make_application
    from atlas.services.language import Language
    from atlas.services.settings import Settings

    app = make_application()
    with tempfile.TemporaryDirectory(prefix="ilrs-atlas-selftest-") as folder:
        # what is told about the views is English, as all that commands say
        Settings(Path(folder) / "settings.ini").set_text("language", Language.EN)
        atlas = Atlas(app, Paths(Path(folder), paths.resources, paths.db))
        faults: list[BaseException] = []
        atlas.context.tasks.error.connect(faults.append)
        try:
            drawn = _draw_everything(app, atlas, faults)
            for language in (Language.ZH, Language.RU):
                drawn[f"language {language}"] = _draw_in(language, app, atlas, faults)
        finally:
            atlas.close()
    empty = [name for name, colours in drawn.items() if colours < _LEAST_COLOURS]
    if empty:
        raise CliError(f"nothing was drawn in: {', '.join(empty)}")
    write_out(f"{len(drawn)} views drew: {', '.join(drawn)}")
    return 0


def _draw_everything(app: "QApplication", atlas: "Atlas", faults: list[BaseException]) -> dict[str, int]:
    window = atlas.window
    window.resize(1280, 800)
    window.show()
    drawn: dict[str, int] = {}
    for theme in ("theme-dark", "theme-light"):
        window.registry[theme].trigger()
        for index in range(window.centre.count()):
            window.centre.setCurrentIndex(index)
            _settle(app, atlas, faults)
            drawn[f"{theme} {window.centre.tabText(index)}"] = _colours(window.centre)
        drawn[f"{theme} list"] = _colours(window.list_pane)
        drawn[f"{theme} notes"] = _colours(window.notes)
        for kind in Kind:
            row = next(r for r in atlas.context.catalogue.snapshot(window.session.as_of).rows if r.kind is kind)
            window.commands.open_entry(row.slug)
            _settle(app, atlas, faults)
            drawn[f"{theme} {kind}"] = _colours(window.detail)
    return drawn


def _draw_in(language: "Language", app: "QApplication", atlas: "Atlas", faults: list[BaseException]) -> int:
    """Draw the window in another language. Raises CliError where its words, or Qt's own, are not found."""
    from PySide6.QtCore import QCoreApplication

    before = atlas.window
    atlas.language.choose(language)
    if QCoreApplication.translate("Labels", "Missions") == "Missions":
        raise CliError(f"the atlas has no words in the language {language}")
    if _no_words_of_qt():
        raise CliError(f"Qt has no words in the language {language}")
    _settle(app, atlas, faults)
    if atlas.window is before:
        raise CliError(f"the window was not built anew in the language {language}")
    return _colours(atlas.window)


def _no_words_of_qt() -> bool:
    from PySide6.QtWidgets import QDialogButtonBox

    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return any(button.text() == "Cancel" for button in buttons.buttons())


def _settle(app: "QApplication", atlas: "Atlas", faults: list[BaseException]) -> None:
    """Let the window work until nothing is under way. Raises CliError where a worker failed or never ends."""
    end = time.monotonic() + _PATIENCE_S
    quiet = 0
    while quiet < 3:
        app.processEvents()
        quiet = 0 if atlas.context.tasks.busy else quiet + 1
        if faults:
            raise CliError(f"a worker failed: {faults[0]!r}")
        if time.monotonic() > end:
            raise CliError(f"the window did not come to rest within {_PATIENCE_S:g} s")
        time.sleep(0.01)


def _colours(widget: "QWidget") -> int:
    """Return how many colours stand in a sparse grid over a widget: an empty pane has one or two."""
    image: QImage = widget.grab().toImage()
    step = max(1, min(image.width(), image.height()) // 120)
    return len({image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)})
