"""The language of the interface: which there are, which one holds, and the translators that bring it.

What holds is state of Qt itself, as for every Qt program: its translators and its default locale. Code that chooses
words by language without translating (which of an entry's names comes first) asks `shown_language`.
"""

import logging
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from atlas.services.settings import Settings

_log = logging.getLogger(__name__)


class Language(StrEnum):
    """A language of the interface, by the code that the names of the catalogue carry too."""

    EN = "en"
    ZH = "zh"
    RU = "ru"


SYSTEM: Final = "system"
"""The choice to follow the system."""
CHOICES: Final[tuple[str, ...]] = (SYSTEM, *Language)
OWN_NAMES: Final = {Language.EN: "English", Language.ZH: "中文", Language.RU: "Русский"}
"""Each language as its speakers call it; these are never translated, so that everybody finds the way back."""

_KEY: Final = "language"
# the interface in English writes days before months and counts as the catalogue does
_LOCALES: Final = {
    Language.EN: (QLocale.Language.English, QLocale.Country.UnitedKingdom),
    Language.ZH: (QLocale.Language.Chinese, QLocale.Country.China),
    Language.RU: (QLocale.Language.Russian, QLocale.Country.Russia),
}
_OF_QT: Final = {Language.ZH: "qtbase_zh_CN.qm", Language.RU: "qtbase_ru.qm"}
"""The words of Qt's own buttons and dialogs; English stands in its code."""
GAPS_OF_QT: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's file dialog that its own translations lack; ours are asked first."""


def system_language() -> Language:
    """Return the first language of the system's list that the interface speaks, English where there is none."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0].lower()
        if code in set(Language):
            return Language(code)
    return Language.EN


def shown_language() -> Language:
    """Return the language that dates and numbers are written in, and that names come first in."""
    spoken = QLocale().language()
    return next((language for language, (code, _) in _LOCALES.items() if code == spoken), Language.EN)


class LanguageManager(QObject):
    """Loads the words of one language and tells when another one was chosen.

    Words that stand in widgets already stay as they are: whoever holds the window makes it anew on `changed`.
    """

    changed = Signal()
    """Another language is loaded now."""
    chosen = Signal()
    """Another choice holds now; the language may be the same (the system's)."""

    def __init__(self, settings: Settings, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder = folder
        self._translators: list[QTranslator] = []
        choice = settings.text(_KEY, SYSTEM)
        self._choice = choice if choice in CHOICES else SYSTEM
        self._language = self._wanted()
        self._load()

    @property
    def choice(self) -> str:
        """What the user chose: `system`, `en`, `zh` or `ru`."""
        return self._choice

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    def choose(self, choice: str) -> None:
        """Choose one of `CHOICES` and remember it. Raises ValueError for anything else."""
        if choice not in CHOICES:
            raise ValueError(f"{choice!r} is not one of {', '.join(CHOICES)}")
        if choice == self._choice:
            return
        self._choice = choice
        self._settings.set_text(_KEY, choice)
        wanted = self._wanted()
        if wanted is not self._language:
            self._language = wanted
            self._load()
            self.changed.emit()
        self.chosen.emit()

    def unload(self) -> None:
        """Take the words away again: the interface is English as its code has it, its days and numbers too."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        use_locale(Language.EN)

    def _wanted(self) -> Language:
        return system_language() if self._choice == SYSTEM else Language(self._choice)

    def _load(self) -> None:
        self.unload()
        use_locale(self._language)
        # the first that knows a text answers, and the last installed is asked first
        of_qt = _OF_QT.get(self._language)
        if of_qt is not None:
            self._install(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / of_qt)
        self._install(words_of(self._language, self._folder))
        if isinstance(QCoreApplication.instance(), QGuiApplication):
            # the system adds this to the titles of windows that do not end with it
            QGuiApplication.setApplicationDisplayName(QCoreApplication.translate("Language", "ILRS Atlas"))

    def _install(self, file: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)
        else:
            _log.warning("there are no words in %s: that part of the interface is English", file)
            translator.deleteLater()


def told(sentence: str, otherwise: str) -> str:
    """Return an English sentence of a part that knows no language, or `otherwise` in an interface that is not English.

    `otherwise` says less than the sentence, but in the words of the reader.
    """
    return sentence if shown_language() is Language.EN else otherwise


def words_of(language: Language, folder: Path) -> Path:
    """Return the file with the words of a language."""
    return folder / f"atlas_{language}.qm"


def use_locale(language: Language) -> None:
    """Write dates and numbers as a language does."""
    QLocale.setDefault(QLocale(*_LOCALES[language]))


def speak_english() -> None:
    """Let commands write days and numbers in English, whatever the system or the user's settings say.

    Their words are English already: no translator is ever installed for them.
    """
    use_locale(Language.EN)
