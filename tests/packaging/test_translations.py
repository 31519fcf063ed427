"""Every text of the interface is there in Chinese and Russian, with all that the English one holds."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import translations as words  # noqa: E402

MEND = "run: python packaging/translations.py --todo FILE, fill the file in, then --fill FILE"
MODULES = sorted((ROOT / "atlas").rglob("*.py"))
SHOWN = frozenset(
    [
        "setText",
        "setToolTip",
        "setWindowTitle",
        "setAccessibleName",
        "setAccessibleDescription",
        "setPlaceholderText",
        "setStatusTip",
        "setWhatsThis",
        "setTitle",
        "setLabelText",
        "setInformativeText",
        "setDetailedText",
        "addTab",
        "setTabText",
        "addAction",
        "addMenu",
        "addItem",
        "addButton",
        "setNameFilter",
        "showMessage",
        "say",
        "drawText",
        "QLabel",
        "QPushButton",
        "QToolButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QAction",
        "QMenu",
        "label",
        "tool_button",
        "Segments",
        "Action",
        "setPrefix",
        "setSuffix",
        "setCancelButtonText",
    ]
)
"""What puts a text in front of somebody."""
NOT_WORDS = {
    # ids and icon names come first in these
    ("label", 1), ("label", 2), ("tool_button", 0), ("tool_button", 3), ("Action", 0), ("Action", 3), ("Action", 4),
    ("Action", 5),
}  # fmt: skip
SAME_EVERYWHERE = {"Ctrl K", "ILRS Atlas"}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what lupdate finds in the code now."""
    folder = tmp_path_factory.mktemp("words")
    words.gather(folder)
    return folder


@pytest.mark.parametrize("language", words.LOCALES)
class TestLanguage:
    def test_every_text_of_the_code_is_there(self, language: str, fresh: Path) -> None:
        now = {(m.key, m.plural) for m in words.messages(language, fresh)}
        kept = {(m.key, m.plural) for m in words.messages(language)}
        assert sorted(now - kept) == [], f"new texts: {MEND}"
        assert sorted(kept - now) == [], f"texts that no code has any more: {MEND}"

    def test_every_text_is_translated_whole(self, language: str) -> None:
        wrong = [
            f"{m.context}: {m.source!r} {fault}"
            for m in words.messages(language)
            for fault in words.faults(language, m)
        ]
        assert wrong == [], MEND

    def test_what_is_loaded_is_made_from_it(self, language: str, tmp_path: Path) -> None:
        (tmp_path / f"atlas_{language}.ts").write_bytes(words.ts_file(language).read_bytes())
        for other in set(words.LOCALES) - {language}:
            (tmp_path / f"atlas_{other}.ts").write_bytes(words.ts_file(other).read_bytes())
        words.release(tmp_path)
        assert words.qm_file(language, tmp_path).read_bytes() == words.qm_file(language).read_bytes(), MEND


def test_every_text_is_literal() -> None:
    """What is put together at run time is never found among the translations."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first, *rest = node.args
            if name == "tr":
                assert isinstance(first, ast.Constant), f"{path}:{node.lineno}: tr needs a literal"
            elif name == "translate" and isinstance(first, ast.Constant) and isinstance(first.value, str) and rest:
                assert isinstance(rest[0], ast.Constant), f"{path}:{node.lineno}: translate needs a literal"


def test_texts_are_found_wherever_they_stand() -> None:
    code = """
class Bar(Page):
    def build(self):
        self.tr("plain"), f"<b>{self.tr('in an f-string')}</b>", self.tr("%n things", "", len(self.things))
        translate("Other", "%n days", "", days) if days else translate("Other", "no day")
        text.translate(table), painter.translate(1.0, 2.0)
"""
    assert sorted(words.texts(ast.parse(code))) == [
        ("Bar", "%n things", True),
        ("Bar", "in an f-string", False),
        ("Bar", "plain", False),
        ("Other", "%n days", True),
        ("Other", "no day", False),
    ]


def test_a_class_that_is_renamed_keeps_its_words(tmp_path: Path) -> None:
    """The old place is gone when the new one comes."""
    for language in words.LOCALES:
        text = words.ts_file(language).read_text(encoding="utf-8")
        (tmp_path / f"atlas_{language}.ts").write_text(
            text.replace("<name>ListPane</name>", "<name>Gone</name>"), "utf-8"
        )
    words.gather(tmp_path)
    now = {m.key: m.forms for m in words.messages("ru", tmp_path)}
    assert now["ListPane", "%n entries"] == ("%n запись", "%n записи", "%n записей")
    assert not any(context == "Gone" for context, _ in now)


def test_contexts_are_those_asked_at_run_time() -> None:
    """A text gathered under no context, or under the name of a variable, is never found again."""
    source = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    classes = {
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    for context in {m.context for m in words.messages("ru")}:
        assert context in classes or f'"{context}"' in source, f"nobody asks for the context {context!r}"


def test_only_english_texts_that_count_are_in_the_english_file() -> None:
    assert all(message.plural for message in words.messages("en"))


@pytest.mark.parametrize(
    ("source", "forms", "fault"),
    [
        ("Open {name}", ("Открыть",), "placeholders"),
        ("Open {name}", ("Открыть {имя}",), "placeholders"),
        ("Open", ("Открыть {name}",), "placeholders"),
        ("&Open", ("Открыть",), "accelerators"),
        ("%n days", ("день", "дня", "дней"), "number"),
        ("%n days", ("%n день", "%n дней"), "plural forms"),
        ("%n days", ("%n день", "", "%n дней"), "not translated"),
    ],
)
def test_faults_are_found(source: str, forms: tuple[str, ...], fault: str) -> None:
    message = words.Message("Any", source, "%n" in source, forms, finished=True)
    assert any(fault in found for found in words.faults("ru", message))


def test_a_file_is_filled_in_and_taken_over(tmp_path: Path) -> None:
    for language in words.LOCALES:
        (tmp_path / f"atlas_{language}.ts").write_bytes(words.ts_file(language).read_bytes())
    assert words.fill({"Notebook": {"ru": "Блокнот"}, "No such text": {"ru": "Нет"}}, tmp_path) == ["No such text"]
    filled = {m.key: m.forms for m in words.messages("ru", tmp_path)}
    assert filled["Actions", "Notebook"] == ("Блокнот",)
    before = {m.key: m.forms for m in words.messages("ru")}
    changed = {key for key in before.keys() & filled.keys() if filled[key] != before[key]}
    assert changed <= {key for key in before if key[1] == "Notebook"}


def test_days_and_months_are_written_as_the_language_orders_them() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "toString":
                patterns = [a.value for a in node.args if isinstance(a, ast.Constant) and "MMM" in str(a.value)]
                assert not patterns, f"{path}:{node.lineno}: {patterns[0]!r} is not every language's order: use tr"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_words_are_shown_that_cannot_be_translated(path: Path) -> None:
    if path.relative_to(ROOT / "atlas").parts[0] in {"cli", "content", "store", "domain"}:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWN:
            continue
        for place, argument in enumerate(node.args):
            # a picture's text has a keyword of its file format first
            keyword = (name, place, len(node.args)) == ("setText", 0, 2)
            if (name, place) not in NOT_WORDS and not keyword:
                assert not _words(argument), f"{path}:{node.lineno}: {name} shows {_words(argument)!r}: use tr"


def _words(node: ast.expr) -> str:
    """Return the words that stand in an argument as they are: two letters or more, outside of any call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        parts = [node.value]
    elif isinstance(node, ast.JoinedStr):
        parts = [v.value for v in node.values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    else:
        return ""
    text = "".join(parts)
    letters = sum(c.isalpha() for c in text)
    return text if letters > 1 and text not in SAME_EVERYWHERE and "<" not in text else ""
