"""The one dialog that asks what is said of pictures: when they are added, and when they are described otherwise."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.own_pictures import (
    LICENCES,
    MAX_CREDIT,
    MAX_LICENCE,
    Keeping,
    PictureEdit,
    PicturePlace,
    PictureWords,
    Proposal,
    clean_words,
)
from atlas.domain.position_text import read_position
from atlas.models.gallery_words import place_text
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label

_SEVERAL: Final = ";"
"""Between the names of entries."""


class WordsDialog(QDialog):
    """Caption, credit, licence, date, entries and place. Fields that differ between pictures stay unless typed in."""

    accepted_words = Signal()
    """The user is content: ask for `edit` or `words`."""

    def __init__(self, title: str, hint: str, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._slugs = {_entry_line(slug, name): slug for slug, name in names.items()}
        self._names = names
        self._before: dict[QWidget, str] = {}
        self._said = hint
        self._keeping_chosen = False
        self._hint = label(hint, "muted", self)
        self._hint.setWordWrap(True)
        self.caption = QPlainTextEdit(self)
        self.credit = QLineEdit(self)
        self.licence = QComboBox(self)
        self.taken = QLineEdit(self)
        self.entries = QLineEdit(self)
        self.place = QLineEdit(self)
        self.keeping = QComboBox(self)
        self.file_credit = QCheckBox(self.tr("Credit named in a file comes first"), self)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._build()
        follow_theme(self._dress)

    def _dress(self) -> None:
        self._problem.setStyleSheet(f"color: {current_theme().bad.name()}")

    def _build(self) -> None:
        self.caption.setObjectName("field")
        self.caption.setTabChangesFocus(True)
        self.caption.setFixedHeight(8 * UNIT)
        self.credit.setMaxLength(MAX_CREDIT)
        for box in (self.licence, self.keeping):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.licence.setEditable(True)
        self.licence.addItems([self.tr("My own, all rights reserved"), *LICENCES])
        self.licence.setCurrentText("")
        line = self.licence.lineEdit()
        assert line is not None
        line.setMaxLength(MAX_LICENCE)
        self.taken.setPlaceholderText(self.tr("2026-11-22, 2025, 2025~ …"))
        self.entries.setPlaceholderText(self.tr("Name of an entry"))
        self.place.setPlaceholderText(self.tr("-89.67, 129.78"))
        self.keeping.addItem(self.tr("Copy into my data folder"), Keeping.OWN)
        self.keeping.addItem(self.tr("Leave where they are"), Keeping.IN_PLACE)
        self._complete_entries()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT)
        self._form = form
        for words, field in (
            (self.tr("Caption"), self.caption),
            (self.tr("Credit"), self.credit),
            (self.tr("Licence"), self.licence),
            (self.tr("Taken"), self.taken),
            (self.tr("Belongs to"), self.entries),
            (self.tr("Place on the Moon"), self.place),
            (self.tr("Files"), self.keeping),
        ):
            form.addRow(words, field)
            field.setAccessibleName(words)
        form.addRow("", self.file_credit)
        self.file_credit.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._hint)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)
        self._problem.hide()
        self.keeping.activated.connect(self._on_keeping)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(60 * UNIT)

    def _complete_entries(self) -> None:
        """Offer the entries' names; several are parted by semicolons."""
        model = QStandardItemModel(self)
        for line in self._slugs:
            model.appendRow(QStandardItem(line))
        completer = _ListCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = completer.popup()
        assert offered is not None
        offered.setObjectName("completions")
        self.entries.setCompleter(completer)

    def ask_about_new(self, words: PictureWords, keeping: Keeping | None) -> None:
        """Ask about pictures that are about to be added."""
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Add"))
        self._fill([words])
        if keeping is None:
            self._form.setRowVisible(self.keeping, False)
        else:
            self.keeping.setCurrentIndex(self.keeping.findData(keeping))

    def ask_about(self, words: Sequence[PictureWords]) -> None:
        """Ask about pictures that are there."""
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Save"))
        self._form.setRowVisible(self.keeping, False)
        self.file_credit.hide()
        self._fill(words)

    def offer(self, proposal: Proposal) -> None:
        """Propose what a look at the files tells, where the user has not typed or chosen."""
        if proposal.credit and not self.credit.text():
            self.credit.setPlaceholderText(proposal.credit)
        if proposal.taken and not self.taken.text():
            self.taken.setPlaceholderText(proposal.taken)
        if not self._keeping_chosen:
            self.keeping.setCurrentIndex(self.keeping.findData(proposal.keeping))
        size = QLocale().formattedDataSize(proposal.size)
        files = self.tr("%n file(s)", "", proposal.files)
        self._hint.setText(f"{self._said}\n{files} · {size}")
        self._grow()

    def _grow(self) -> None:
        """Make room for sentences that have become longer, which would push the fields into each other."""
        column = self.layout()
        assert column is not None
        needed = column.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)

    def _on_keeping(self) -> None:
        self._keeping_chosen = True

    def edit(self) -> PictureEdit:
        """Return what is to be changed; raise ValueError, with a sentence, for what cannot be read."""
        place = self._place()
        changed = {
            name: value
            for name, field, value in (
                ("caption", self.caption, self.caption.toPlainText()),
                ("credit", self.credit, self.credit.text()),
                ("licence", self.licence, self.licence.currentText()),
                ("taken", self.taken, self.taken.text()),
            )
            if value != self._before[field]
        }
        on = self._on() if self.entries.text() != self._before[self.entries] else None
        moved = self.place.text() != self._before[self.place]
        clean_words(self.words())
        return PictureEdit(
            caption=changed.get("caption"),
            credit=changed.get("credit"),
            licence=changed.get("licence"),
            taken=changed.get("taken"),
            on=on,
            place=place if moved else None,
            no_place=moved and place is None,
        )

    def words(self) -> PictureWords:
        """Return what stands in the fields; raise ValueError, with a sentence, for what cannot be read."""
        return clean_words(
            PictureWords(
                self.caption.toPlainText(),
                self.credit.text(),
                self.licence.currentText(),
                self.taken.text(),
                self._on(),
                self._place(),
            )
        )

    @property
    def chosen_keeping(self) -> Keeping:
        """Where the files are to be."""
        return Keeping(self.keeping.currentData())

    def _fill(self, words: Sequence[PictureWords]) -> None:
        entries = [self._entry_text(one.on) for one in words]
        places = [place_text((one.place.lat, one.place.lon)) if one.place else "" for one in words]
        self.caption.setPlainText(self._common(self.caption, [one.caption for one in words]))
        self.credit.setText(self._common(self.credit, [one.credit for one in words]))
        self.licence.setCurrentText(self._common(self.licence, [one.licence for one in words]))
        self.taken.setText(self._common(self.taken, [one.taken for one in words]))
        self.entries.setText(self._common(self.entries, entries))
        self.place.setText(self._common(self.place, places))

    def _common(self, field: QWidget, values: Sequence[str]) -> str:
        """Return the value that all have; where they differ the field is empty and says so."""
        same = len(set(values)) <= 1
        value = values[0] if same and values else ""
        self._before[field] = value
        if not same:
            differs = self.tr("differs: type to say the same of all")
            line = self.licence.lineEdit() if field is self.licence else field
            if isinstance(line, QLineEdit | QPlainTextEdit):
                line.setPlaceholderText(differs)
        return value

    def _entry_text(self, slugs: Sequence[str]) -> str:
        return f"{_SEVERAL} ".join(_entry_line(slug, self._names.get(slug, slug)) for slug in slugs)

    def _on(self) -> tuple[str, ...]:
        slugs = []
        for part in self.entries.text().split(_SEVERAL):
            text = part.strip()
            if not text:
                continue
            slug = self._slugs.get(text) or self._slug_named(text)
            if slug is None:
                raise ValueError(self.tr("There is no entry “{name}”: choose one of those offered.").format(name=text))
            slugs.append(slug)
        return tuple(dict.fromkeys(slugs))

    def _slug_named(self, text: str) -> str | None:
        if text in self._names:
            return text
        low = text.casefold()
        return next((slug for slug, name in self._names.items() if name.casefold() == low), None)

    def _place(self) -> PicturePlace | None:
        text = self.place.text().strip()
        if not text:
            return None
        lat, lon = read_position(text)
        return PicturePlace(lat, lon)

    def _on_accepted(self) -> None:
        try:
            self.words()
        except ValueError as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            self._grow()
            return
        self.accepted_words.emit()
        self.accept()


class _ListCompleter(QCompleter):
    """Completes the last of several names that semicolons part."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - names of this class are Qt's
        return [path.rsplit(_SEVERAL, 1)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        head = typed.rsplit(_SEVERAL, 1)[0] + f"{_SEVERAL} " if _SEVERAL in typed else ""
        return f"{head}{index.data(Qt.ItemDataRole.DisplayRole)}"


def _entry_line(slug: str, name: str) -> str:
    """Return an entry as it is offered: slugs part entries of one name."""
    return name if slug in name.casefold().replace(" ", "-").replace("'", "") else f"{name} ({slug})"
