import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from atlas.models.note_list import NoteListModel, NoteRole
from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook
from atlas.views.notes import NotesPanel, SafeTextBrowser
from atlas.views.notes.editor import Mode
from atlas.views.notes.pane import NotebookPane
from atlas.views.notes.tags import TagChip

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"
NAMES = {"change-7": "Chang'e 7", "viper": "VIPER", "luna-25": "Luna-25"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notebook.db"


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def notebook(tasks, path, qtbot):
    notebook = NotebookService(tasks, path, MIGRATIONS)
    with qtbot.waitSignal(notebook.ready):
        notebook.open()
    yield notebook
    notebook.close()


@pytest.fixture
def panel(notebook, tasks, qtbot):
    panel = NotesPanel(notebook, tasks, NAMES.get)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    return panel


@pytest.fixture
def pane(notebook, tasks, qtbot):
    pane = NotebookPane(notebook, tasks, NAMES.get)
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    return pane


def editor(panel: NotesPanel) -> QPlainTextEdit:
    return panel.findChild(QPlainTextEdit, "field")


def preview(panel: NotesPanel) -> SafeTextBrowser:
    return panel.findChild(SafeTextBrowser)


def settled(qtbot, panel: NotesPanel) -> None:
    qtbot.waitUntil(lambda: not editor(panel).isReadOnly())


def show(qtbot, panel: NotesPanel, slug: str) -> None:
    panel.show_entry(slug)
    settled(qtbot, panel)


def state(panel: NotesPanel) -> str:
    return panel._state.text()


def on_disk(path: Path, slug: str) -> str:
    with Notebook.open(path, MIGRATIONS) as book:
        return book.note(slug).text


def test_typing_is_on_disk_within_a_second(panel, notebook, path, qtbot):
    show(qtbot, panel, "change-7")
    began = time.monotonic()
    with qtbot.waitSignal(notebook.saved):
        qtbot.keyClicks(editor(panel), "Ask whether")
        assert state(panel) == "Saving …"
    assert time.monotonic() - began < 1.5
    assert on_disk(path, "change-7") == "Ask whether"
    assert state(panel).startswith("Saved ")


def test_nothing_can_be_typed_before_an_entry_is_shown(panel, notebook, qtbot):
    assert not panel.isEnabled()
    assert editor(panel).isReadOnly()
    panel.toggle_star()
    panel.show_history()
    assert notebook.stars == frozenset()


def test_turning_to_other_entries_never_loses_or_mixes_text(panel, notebook, path, qtbot):
    slugs = ["change-7", "viper", "luna-25"]
    for round_ in range(4):
        for slug in slugs:
            show(qtbot, panel, slug)
            qtbot.keyClicks(editor(panel), f"{slug}:{round_};")
    panel.clear()
    assert notebook.flush()
    for slug in slugs:
        pieces = sorted(piece for piece in on_disk(path, slug).split(";") if piece)
        assert pieces == [f"{slug}:{round_}" for round_ in range(4)]


def test_keys_pressed_while_the_note_is_fetched_land_nowhere(panel, notebook, path, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "first")
    panel.show_entry("viper")
    qtbot.keyClicks(editor(panel), "too early")
    panel.show_entry("change-7")
    qtbot.keyClicks(editor(panel), "too early")
    settled(qtbot, panel)
    assert editor(panel).toPlainText() == "first"
    panel.clear()
    notebook.flush()
    assert on_disk(path, "viper") == ""
    assert on_disk(path, "change-7") == "first"


def test_leaving_closes_the_revision(panel, notebook, path, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "one")
    show(qtbot, panel, "viper")
    notebook.flush()
    with Notebook.open(path, MIGRATIONS) as book:
        assert [revision.text for revision in book.revisions("change-7")] == ["one"]


def test_undo_is_the_editors_own_and_ends_at_the_entry(panel, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "one")
    editor(panel).undo()
    assert editor(panel).toPlainText() == ""
    qtbot.keyClicks(editor(panel), "two")
    show(qtbot, panel, "viper")
    editor(panel).undo()
    assert editor(panel).toPlainText() == ""


def test_the_preview_is_safe_and_shows_names(panel, qtbot):
    show(qtbot, panel, "change-7")
    panel.set_mode("both")
    assert panel.mode is Mode.BOTH
    editor(panel).insertPlainText(
        "**bold** [[viper]] <script>alert(1)</script> ![x](file:///etc/passwd) [y](javascript:alert(1))"
    )
    qtbot.waitUntil(lambda: "bold" in preview(panel).toPlainText())
    shown = preview(panel).toPlainText()
    assert "VIPER" in shown
    assert "<script>alert(1)</script>" in shown
    html = preview(panel).toHtml()
    assert "<img" not in html
    assert "javascript:alert(1)" in shown
    assert 'href="javascript' not in html


def test_links_in_the_preview_lead_to_entries_or_are_handed_on(panel, qtbot):
    show(qtbot, panel, "change-7")
    browser = preview(panel)
    with qtbot.waitSignal(panel.entry_activated) as entry:
        browser.anchorClicked.emit(QUrl("atlas://entry/viper"))
    assert entry.args == ["viper"]
    for address in ("https://a.example/x", "atlas://place/iau-1234", "atlas://map?lat=-89&lon=1"):
        with qtbot.waitSignal(panel.link_activated) as link:
            browser.anchorClicked.emit(QUrl(address))
        assert link.args == [address]
    for address in ("file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "x", "atlas://rocket/x"):
        with qtbot.assertNotEmitted(panel.link_activated), qtbot.assertNotEmitted(panel.entry_activated):
            browser.anchorClicked.emit(QUrl(address))
    assert browser.source().isEmpty()


def test_the_browser_loads_nothing(qtbot, tmp_path):
    picture = tmp_path / "picture.txt"
    picture.write_text("secret")
    browser = SafeTextBrowser()
    qtbot.addWidget(browser)
    browser.show()
    url = QUrl.fromLocalFile(str(picture))
    assert not browser.loadResource(QTextDocument.ResourceType.HtmlResource.value, url)
    browser.setSource(url)
    browser.setHtml(f'<link rel="stylesheet" href="{url.toString()}"><p>text</p>')
    assert "secret" not in browser.toPlainText()
    assert browser.source().isEmpty()


def test_star_and_tags(panel, notebook, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.mouseClick(panel._star, Qt.MouseButton.LeftButton)
    assert notebook.is_starred("change-7")
    assert panel._star.isChecked()
    assert panel._star.accessibleName() == "Take the star away"
    line = panel._tags._line
    qtbot.keyClicks(line, "ice")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "#talk,")
    qtbot.keyClicks(line, "ICE,")
    assert notebook.tags_of("change-7") == ("ice", "talk")
    chips = {chip.tag: chip for chip in panel._tags._chips}
    qtbot.mouseClick(chips["ice"], Qt.MouseButton.LeftButton)
    assert notebook.tags_of("change-7") == ("talk",)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert notebook.tags_of("change-7") == ()
    notebook.set_tags("viper", ("ice",))
    show(qtbot, panel, "viper")
    assert [chip.text() for chip in panel._tags._chips] == ["ice"]
    assert not panel._star.isChecked()


def test_a_known_tag_is_proposed(panel, notebook, qtbot):
    notebook.set_tags("viper", ("water ice",))
    show(qtbot, panel, "change-7")
    completer = panel._tags._line.completer()
    completer.setCompletionPrefix("ICE")
    assert completer.currentCompletion() == "water ice"


def test_what_links_here_is_listed(panel, notebook, qtbot):
    notebook.type_text("viper", "see [[change-7]]")
    notebook.leave("viper")
    show(qtbot, panel, "change-7")
    (button,) = [child for child in panel._links.findChildren(QAbstractButton) if child.isVisible()]
    assert button.text() == "VIPER"
    with qtbot.waitSignal(panel.entry_activated) as went:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert went.args == ["viper"]


def test_a_revision_is_restored(panel, notebook, path, qtbot):
    for text in ("one", "two"):
        notebook.type_text("change-7", text)
        notebook.leave("change-7")
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "half ")
    panel.show_history()
    qtbot.waitUntil(lambda: panel._history is not None)
    dialog = panel._history
    assert dialog._list.count() == 3
    dialog._list.setCurrentRow(2)
    assert dialog._text.toPlainText() == "one"
    qtbot.mouseClick(dialog._restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor(panel).toPlainText() == "one")
    settled(qtbot, panel)
    assert panel._history is None
    editor(panel).undo()
    assert editor(panel).toPlainText() == "half two"
    notebook.flush()
    assert on_disk(path, "change-7") in ("one", "half two")


def test_a_note_written_from_outside_appears(panel, notebook, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "mine")
    answers: list[str] = []
    notebook.write("change-7", "from the command line", answers.append)
    qtbot.waitUntil(lambda: answers == [""])
    assert editor(panel).toPlainText() == "from the command line"


def test_a_broken_notebook_is_said_in_the_panel(tasks, path, qtbot):
    path.write_text("damaged " * 200)
    notebook = NotebookService(tasks, path, MIGRATIONS)
    panel = NotesPanel(notebook, tasks, NAMES.get)
    qtbot.addWidget(panel)
    panel.show_entry("change-7")
    qtbot.waitUntil(lambda: "cannot be used" in state(panel))
    panel.show_entry("viper")
    assert "cannot be used" in state(panel)
    assert editor(panel).isReadOnly()
    notebook.close()


def test_the_notebook_lists_searches_and_filters(pane, notebook, qtbot):
    model = pane._model
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane._empty)
    assert "Your notebook is empty" in pane._empty.text()
    assert "write under" in pane._empty.text()
    notebook.type_text("viper", "the rover")
    notebook.type_text("change-7", "the hopper")
    notebook.set_tags("viper", ("ice",))
    notebook.flush()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert pane._stack.currentWidget() is pane._list
    pane._search.setText("HOPP")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0).data() == "Chang'e 7"
    pane._search.setText("nothing of the kind")
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane._empty)
    assert "No note holds that" in pane._empty.text()
    pane._empty.acted.emit()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    pane._tags.setCurrentIndex(pane._tags.findData("ice"))
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0).data(NoteRole.SLUG) == "viper"


def test_a_row_leads_to_its_entry(pane, notebook, qtbot):
    notebook.type_text("viper", "the rover")
    notebook.flush()
    qtbot.waitUntil(lambda: pane._model.rowCount() == 1)
    rect = pane._list.visualRect(pane._model.index(0))
    with qtbot.waitSignal(pane.entry_activated) as went:
        qtbot.mouseClick(pane._list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert went.args == ["viper"]
    pane.grab()


def test_a_note_of_its_own_is_written_beside_the_list(pane, notebook, path, qtbot):
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane._empty)
    qtbot.mouseClick(pane._new, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane._panel.slug == "note.1")
    settled(qtbot, pane._panel)
    with qtbot.waitSignal(notebook.saved):
        qtbot.keyClicks(editor(pane._panel), "a thought")
    assert on_disk(path, "note.1") == "a thought"
    qtbot.waitUntil(lambda: pane._model.rowCount() == 1)
    with qtbot.assertNotEmitted(pane.entry_activated):
        pane._list.clicked.emit(pane._model.index(0))


def test_the_list_model_keeps_qts_rules(notebook, qtbot):
    model = NoteListModel(NAMES.get)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    notebook.set_star("viper", True)
    notebook.set_tags("viper", ("water ice",))
    notebook.type_text("viper", "the rover")
    notebook.type_text("note.1", "a thought")
    notebook.flush()
    notebook.notes(model.show_notes)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    index = model.index(model.row_of("viper"))
    assert index.data() == "VIPER"
    assert index.data(NoteRole.TAGS) == "#water-ice"
    assert index.data(NoteRole.STARRED) is True
    assert "the rover" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(model.row_of("note.1")).data() == "A note of mine"
    model.show_notes([])
    assert model.rowCount() == 0


def test_every_control_has_a_name(panel, pane, notebook, qtbot):
    notebook.set_tags("change-7", ("ice",))
    notebook.type_text("viper", "see [[change-7]]")
    notebook.leave("viper")
    show(qtbot, panel, "change-7")
    assert panel.findChildren(TagChip)
    panel.show_history()
    qtbot.waitUntil(lambda: panel._history is not None)
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    unnamed = [
        f"{type(child).__name__} {child.objectName()}"
        for top in (panel, pane, panel._history)
        for child in top.findChildren(QWidget)
        if isinstance(child, kinds)
        and not child.accessibleName()
        and child.isVisibleTo(top)
        # Qt's own parts of a control speak through it
        and not child.objectName().startswith("qt_")
        and not isinstance(child.parent(), QLineEdit | QComboBox)
    ]
    assert unnamed == []
    panel._history.close()


def test_another_language_is_taken_on_at_once(panel, pane, qapp):
    for widget in (panel, pane):
        qapp.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert panel._revisions.text() == "Revisions"


def test_the_keys_for_bold_and_italic(panel, qtbot):
    show(qtbot, panel, "change-7")
    qtbot.keyClicks(editor(panel), "dark")
    editor(panel).selectAll()
    qtbot.keyClick(editor(panel), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor(panel), "er")
    qtbot.keyClick(editor(panel), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor(panel), "!")
    assert editor(panel).toPlainText() == "**darker*!***"


def test_pasted_markup_arrives_as_plain_text(panel, qtbot):
    show(qtbot, panel, "change-7")
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='http://evil.example/x.png'>")
    mime.setText("bold")
    editor(panel).insertFromMimeData(mime)
    assert editor(panel).toPlainText() == "bold"
    assert panel.mapToGlobal(QPoint(0, 0)) is not None
