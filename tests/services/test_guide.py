"""The guide cannot lie: its commands are run, its links followed, its keys compared with the atlas's own."""

import doctest
import re

import pytest

from atlas.__main__ import main
from atlas.actions.commands import all_actions
from atlas.cli.parser import COMMANDS
from atlas.domain.links import GUIDE, parse_link
from atlas.paths import Paths
from atlas.services.guide import GuideError, load_guide

FOLDER = Paths.find().guide
PAGES = load_guide(FOLDER)
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
PROMPT = "$ "


def page(name):
    return next(p for p in PAGES if p.name == name)


def steps(block):
    """Return the commands of a block with the lines that each shall answer."""
    found = []
    for line in block.splitlines():
        if line.startswith(PROMPT):
            found.append((line.removeprefix(PROMPT).split(), []))
        else:
            found[-1][1].append(line.rstrip())
    return found


def answers(expected, told):
    """Whether the lines expected are those told; a line of dots stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else f"{re.escape(line)}\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in told)) is not None


def run(arguments, capfdbinary):
    assert arguments[0] == "ilrs-atlas"
    main(arguments[1:])
    out, err = capfdbinary.readouterr()
    return [*err.decode().splitlines(), *out.decode().splitlines()]


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("shown", [pytest.param(p, id=p.name) for p in PAGES if FENCE.search(p.text)])
def test_every_check_answers_as_the_guide_says(shown, capfdbinary, elsewhere):
    names = {}
    for info, body in FENCE.findall(shown.text):
        if info == "check":
            for arguments, expected in steps(body):
                told = run(arguments, capfdbinary)
                assert answers(expected, told), "\n".join([" ".join(arguments), *told])
        else:
            assert info == "python check", "every fence is a check"
            test = doctest.DocTestParser().get_doctest(body, names, shown.name, None, 0)
            assert test.examples
            wrong = []
            failed = doctest.DocTestRunner(verbose=False).run(test, out=wrong.append, clear_globs=False).failed
            assert failed == 0, "".join(wrong)
            names = test.globs


def test_an_answer_that_is_off_is_found():
    assert answers(["a", LEFT_OUT, "d"], ["a", "b", "c", "d"])
    assert answers(["a", LEFT_OUT], ["a"])
    assert not answers(["a", LEFT_OUT, "d"], ["a", "b", "c"])
    assert not answers(["a"], ["a", "b"])
    assert not answers(["10.703°"], ["10.704°"])


def test_pages_on_light_and_measures_can_be_checked():
    for name, least in (("light", 2), ("horizon", 2), ("illumination", 2), ("measure", 2)):
        kinds = [info.strip() for info, _ in FENCE.findall(page(name).text)]
        assert sum(kind.endswith("check") for kind in kinds) >= least, name


def test_no_fence_is_left_open():
    for p in PAGES:
        assert p.text.count("```") == 2 * len(FENCE.findall(p.text)), p.name


def test_every_link_leads_somewhere():
    names = {p.name for p in PAGES}
    followed = 0
    for p in PAGES:
        assert ".md)" not in p.html
        for file in re.findall(r"\]\(([^)]+)\)", p.text):
            assert (FOLDER / file).is_file(), f"{p.name}: {file}"
        for address in re.findall(r'href="([^"]+)"', p.html):
            link = parse_link(address)
            assert link.kind == GUIDE
            assert link.slug in names
            followed += 1
    assert followed >= 8


def test_every_command_of_the_shell_stands_in_it_once():
    table = re.findall(r"^\| `([a-z]+)` \|", page("command-line").text, re.MULTILINE)
    assert sorted(table) == sorted(COMMANDS)


def test_its_keys_are_those_of_the_window():
    known = {(key, action.title) for action in all_actions() for key in action.shortcut.split("; ") if key}
    told = set(re.findall(r"^\| `([^`]+)` \| (.+) \|$", page("keys").text, re.MULTILINE))
    assert len(told) > 20
    assert told <= known


def test_keys_in_running_text_exist():
    known = {key for action in all_actions() for key in action.shortcut.split("; ")}
    # of the guide's own window, of the map and of its tools
    known |= {"Ctrl+F", "Ctrl+Z", "Ctrl+C", "Alt+Left", "Alt+Right", "Shift+F3"}
    for p in PAGES:
        for key in re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+)`", p.text):
            assert key in known, f"{p.name}: {key}"


def test_menus_that_are_named_exist():
    titles = {action.title.replace("…", "").strip() for action in all_actions()}
    for p in PAGES:
        for name in re.findall(r"\*([A-Z][^*]+?) ?…\*", p.text):
            assert name in titles, f"{p.name}: {name}"


def test_words_are_found_in_capitals_or_not():
    light = page("light")
    assert light.holds("chebyshev POLYNOMIALS")
    assert light.holds("mean-earth  frame")
    assert not light.holds("40-light.md")
    assert not light.holds("warp drive")


def test_a_guide_that_is_missing_or_damaged_is_told(tmp_path):
    with pytest.raises(GuideError, match="missing"):
        load_guide(tmp_path / "none")
    (tmp_path / "10-bad.md").write_bytes(b"# Bad\n\xff")
    with pytest.raises(GuideError, match="Install the atlas again"):
        load_guide(tmp_path)


def test_pages_are_plain_files():
    for path in FOLDER.iterdir():
        assert re.fullmatch(r"\d\d-[a-z-]+\.md", path.name)
        assert path.read_text(encoding="utf-8").startswith("# ")
