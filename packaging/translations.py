"""The words of the interface: gathers them from the code, says which miss a translation, and makes them ready to load.

    python packaging/translations.py                     gather, make ready, list what is missing
    python packaging/translations.py --todo words.toml   write what is missing into a file to fill in
    python packaging/translations.py --fill words.toml   take the file's translations over

resources/translations/README.md has the vocabulary, and says how to fill such a file.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PySide6

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "translations"
LOCALES: Final = {"en": "en_GB", "zh": "zh_CN", "ru": "ru_RU"}
"""Languages of the interface; English has only the texts that count something, for their singular."""
FORMS: Final = {"en": 2, "zh": 1, "ru": 3}
"""How many plural forms a language has, in the order that Qt's rules number them: for 1, for 2–4, for the rest."""

_PLACEHOLDER: Final = re.compile(r"\{\w*(?::[^}]*)?\}|%n")
# Windows and Linux print dialogs and the like call for it; the atlas has no accelerators of its own
_ACCELERATOR: Final = re.compile(r"&(?=\w)")


@dataclass(frozen=True)
class Message:
    """One text of the code and its translation: one form, or several where it counts something."""

    context: str
    source: str
    plural: bool
    forms: tuple[str, ...]
    finished: bool

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same text in every language."""
        return self.context, self.source


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """Return the file that people and tools edit."""
    return folder / f"atlas_{language}.ts"


def qm_file(language: str, folder: Path = FOLDER) -> Path:
    """Return the file that the atlas loads."""
    return folder / f"atlas_{language}.qm"


def gather(folder: Path = FOLDER) -> None:
    """Bring the .ts files up to the code: new texts come in, those that are gone go out, none changes its words."""
    with tempfile.TemporaryDirectory(prefix="atlas-words-") as there:
        listed = Path(there) / "texts.py"
        listed.write_text("".join(_listed()), encoding="utf-8")
        for language in LOCALES:
            before = _known(language, folder)
            _lupdate(language, listed, folder)
            if _take_over(language, folder, before | _known(language, folder)):
                # it writes the file in its own way
                _lupdate(language, listed, folder)


def _listed() -> Iterator[str]:
    """Yield every text of the code in a form that lupdate reads.

    In the code itself it overlooks texts inside f-strings, and knows a plural of `translate` only by a literal number.
    """
    for path in sorted((ROOT / "atlas").rglob("*.py")):
        for context, source, plural in texts(ast.parse(path.read_bytes(), str(path))):
            yield f"translate({context!r}, {_quoted(source)}{', None, 1' if plural else ''})\n"


def texts(node: ast.AST, context: str = "") -> Iterator[tuple[str, str, bool]]:
    """Yield (context, text, whether it counts something) of all `tr` and `translate` below a node of the code."""
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name == "tr" and words:
            yield context, words[0], len(node.args) > 2
        elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(words) > 1:
            yield words[0], words[1], len(node.args) > 3
    for child in ast.iter_child_nodes(node):
        yield from texts(child, context)


def _lupdate(language: str, listed: Path, folder: Path) -> None:
    options = ["-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
    options += ["-source-language", "en_GB", "-target-language", LOCALES[language], "-silent"]
    if language == "en":
        options.append("-pluralonly")
    _run("lupdate", *options, str(listed), "-ts", str(ts_file(language, folder)))


def _known(language: str, folder: Path) -> dict[tuple[str, bool], tuple[str, ...]]:
    """Return the translations there are, by text alone."""
    if not ts_file(language, folder).is_file():
        return {}
    return {(m.source, m.plural): m.forms for m in messages(language, folder) if not faults(language, m)}


def _take_over(language: str, folder: Path, known: Mapping[tuple[str, bool], tuple[str, ...]]) -> bool:
    """Let a new text that is or was translated in another place say the same here, until somebody says otherwise."""
    tree = _parsed(language, folder)
    taken = False
    for context, node in _nodes(tree):
        message = _message(context, node)
        forms = known.get((message.source, message.plural))
        if forms is not None and not message.finished:
            _put(node, list(forms))
            taken = True
    if taken:
        _write(tree, ts_file(language, folder))
    return taken


def release(folder: Path = FOLDER) -> None:
    """Make the .qm files."""
    for language in LOCALES:
        target = qm_file(language, folder)
        draft = target.with_suffix(".part")
        _run("lrelease", "-silent", str(ts_file(language, folder)), "-qm", str(draft))
        # an open atlas has the old file mapped: written over in place, its words would go bad
        draft.replace(target)


def messages(language: str, folder: Path = FOLDER) -> list[Message]:
    """Return every text of a language."""
    return [_message(context, node) for context, node in _nodes(_parsed(language, folder))]


def faults(language: str, message: Message) -> list[str]:
    """Return what is wrong with one translation, in words; empty where nothing is."""
    if not message.finished or not all(message.forms):
        return ["is not translated"]
    found = []
    if len(message.forms) != (FORMS[language] if message.plural else 1):
        found.append(f"needs {FORMS[language]} plural forms")
    # the singular may say "one" in words
    wanted = set(_PLACEHOLDER.findall(message.source)) - ({"%n"} if message.plural else set())
    for form in message.forms:
        there = set(_PLACEHOLDER.findall(form))
        if there - {"%n"} != wanted - {"%n"} or ("%n" in there and "%n" not in message.source):
            found.append(f"has other placeholders than the English: {form!r}")
        if len(_ACCELERATOR.findall(form)) != len(_ACCELERATOR.findall(message.source)):
            found.append(f"has other accelerators (&) than the English: {form!r}")
    if "%n" in message.source and not any("%n" in form for form in message.forms):
        found.append("never says the number (%n)")
    return found


def problems(folder: Path = FOLDER) -> dict[tuple[str, str, str], list[str]]:
    """Return (context, text, what is wrong) with the languages in which it is."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for language in LOCALES:
        for message in messages(language, folder):
            for fault in faults(language, message):
                found.setdefault((*message.key, fault), []).append(language)
    return found


def fill(words: Mapping[str, Mapping[str, str | list[str]]], folder: Path = FOLDER) -> list[str]:
    """Take translations over by English text, or by `Context|English text` for one place; return unknown texts."""
    unknown = set(words)
    for language in LOCALES:
        tree = _parsed(language, folder)
        for context, node in _nodes(tree):
            source = node.findtext("source") or ""
            for key in (f"{context}|{source}", source):
                if key in words:
                    unknown.discard(key)
                    if language in words[key]:
                        _put(node, words[key][language])
                        break
        _write(tree, ts_file(language, folder))
    gather(folder)
    return sorted(unknown)


def todo(folder: Path = FOLDER) -> str:
    """Return what misses a translation as TOML to be filled in; empty where nothing does."""
    wanted: dict[str, dict[str, int]] = {}
    places: dict[str, set[str]] = {}
    for language in LOCALES:
        for message in messages(language, folder):
            if faults(language, message):
                wanted.setdefault(message.source, {})[language] = FORMS[language] if message.plural else 0
                places.setdefault(message.source, set()).add(message.context)
    return "\n".join(
        f"# {', '.join(sorted(places[source]))}\n[{_quoted(source)}]\n"
        + "".join(f"{language} = {_quoted('') if not n else [''] * n}\n" for language, n in languages.items())
        for source, languages in wanted.items()
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(tree: "ET.ElementTree[ET.Element]", file: Path) -> None:
    # as lupdate writes it, so that only what changed differs
    body = ET.tostring(tree.getroot(), encoding="unicode", short_empty_elements=False)
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _put(node: ET.Element, words: str | list[str]) -> None:
    translation = node.find("translation")
    assert translation is not None
    translation.attrib.pop("type", None)
    for child in list(translation):
        translation.remove(child)
    if node.get("numerus") == "yes":
        translation.text = None
        for form in [words] if isinstance(words, str) else words:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = words if isinstance(words, str) else words[0]


def _parsed(language: str, folder: Path) -> "ET.ElementTree[ET.Element]":
    return ET.parse(ts_file(language, folder))  # noqa: S314 - our own file


def _nodes(tree: "ET.ElementTree[ET.Element]") -> Iterator[tuple[str, ET.Element]]:
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for node in context.iter("message"):
            yield name, node


def _message(context: str, node: ET.Element) -> Message:
    translation = node.find("translation")
    assert translation is not None
    plural = node.get("numerus") == "yes"
    forms = tuple(form.text or "" for form in translation) if plural else (translation.text or "",)
    finished = translation.get("type") is None
    return Message(context, node.findtext("source") or "", plural, forms, finished)


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which come with PySide6."""
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Run as the options say; 1 where something misses its translation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--todo", type=Path, metavar="FILE", help="write what is missing into a TOML file to fill in")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take the translations of such a file over")
    args = parser.parse_args()
    gather()
    if args.fill:
        for text in fill(tomllib.loads(args.fill.read_text(encoding="utf-8"))):
            print(f"not a text of the interface (any more): {text!r}", file=sys.stderr)
    release()
    found = problems()
    for (context, source, fault), languages in found.items():
        print(f"{context}: {source!r} {fault} ({', '.join(languages)})", file=sys.stderr)
    if args.todo:
        args.todo.write_text(todo(), encoding="utf-8")
    print(f"{len(found)} texts to mend" if found else "every text is translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
