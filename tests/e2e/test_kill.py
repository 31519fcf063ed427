"""The real atlas is killed while somebody types, again and again: at most the last second may be lost.

Ten kills in an ordinary run; ATLAS_KILLS=100, which .ci/run sets, makes it a hundred.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from atlas.store.notebook import Notebook

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"
KILLS = int(os.environ.get("ATLAS_KILLS", "10"))
LANES = 3
"""More than cores: most of a run is waiting for the next word."""
LOSS_S = 1.0
NOTE = "ilrs"
"""What a new window shows first."""

# The product's own start, `atlas.app.run`; keys go to the real editor in the real window as Qt's own test library
# sends them. Each word is told with the moment before its keys were pressed.
TYPIST = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from atlas.app import make_application, run
from atlas.paths import Paths

app = make_application()
number = int(sys.argv[2])
timer = QTimer()

def editor():
    for window in app.topLevelWidgets():
        if window.objectName() == "mainWindow":
            return window.notes.findChild(QPlainTextEdit, "field")

def type_word():
    global number
    field = editor()
    if field is None or field.isReadOnly():
        return
    field.moveCursor(QTextCursor.MoveOperation.End)
    number += 1
    moment = time.monotonic()
    QTest.keyClicks(field, f"w{number} ")
    os.write(1, f"{number} {moment}\\n".encode())

timer.timeout.connect(type_word)
timer.start(12)
sys.exit(run(Paths.find(Path(sys.argv[1])), None))
"""


@dataclass
class Lane:
    """One data folder, in which one killed run follows another."""

    data: Path
    dice: random.Random
    kills: int = 0
    typed: int = 0
    tested: int = 0
    """Kills before which words had been typed for more than a second."""
    losses: list[float] = field(default_factory=list)
    """How long before each kill the oldest word was typed that is lost, in seconds."""
    missing: list[str] = field(default_factory=list)

    def run(self, kills: int) -> None:
        for _ in range(kills):
            self.kill_once()

    def kill_once(self) -> None:
        kept = self.words()
        with subprocess.Popen(
            [sys.executable, "-c", TYPIST, str(self.data), str(self.typed)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as typist:  # fmt: skip
            assert typist.stdout is not None
            assert typist.stderr is not None
            # some while it starts, most of them while words are typed for a while
            first = "" if self.dice.random() < 0.1 else typist.stdout.readline()
            brief = not first or self.dice.random() < 0.3
            time.sleep(self.dice.uniform(0.0, LOSS_S) if brief else LOSS_S + self.dice.uniform(0.05, 0.5))
            killed = time.monotonic()
            typist.send_signal(signal.SIGKILL)
            lines = [first, *typist.stdout.read().splitlines()]
            said = typist.stderr.read()
        assert typist.returncode == -signal.SIGKILL, f"it ended by itself: {said}"
        self.look(kept, [line.split() for line in lines if line.count(" ") == 1], killed)

    def look(self, kept: set[int], typed: list[list[str]], killed: float) -> None:
        self.kills += 1
        found = self.words()
        told = {int(number): float(moment) for number, moment in typed}
        self.typed = max([self.typed, *told, *found])
        old = {number for number, moment in told.items() if killed - moment > LOSS_S}
        self.tested += bool(old)
        lost = [moment for number, moment in told.items() if number not in found]
        self.losses.append(killed - min(lost) if lost else 0.0)
        if gone := (kept | old) - found:
            self.missing.append(f"kill {self.kills}: {len(gone)} words, such as w{min(gone)}")

    def words(self) -> set[int]:
        """Open the notebook as the next start would, and return the numbers of all words in the note."""
        path = self.data / "notebook.db"
        if not path.exists():
            return set()
        with Notebook.open(path, MIGRATIONS) as book:
            text = book.note(NOTE).text
            revisions = [revision.text for revision in book.revisions(NOTE)]
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        words = text.split()
        numbers = [int(word[1:]) for word in words if word[1:].isdecimal()]
        assert numbers == sorted(set(numbers)), "words stand in the order they were typed"
        assert all(set(revision.split()) <= {*words, revision.split()[-1]} for revision in revisions if revision)
        return set(numbers)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_killed_atlas_loses_at_most_the_last_second(tmp_path, record_property, capsys):
    seed = random.randrange(1 << 32)
    lanes = [Lane(tmp_path / f"lane{number}", random.Random(seed + number)) for number in range(LANES)]
    with ThreadPoolExecutor(LANES) as pool:
        list(pool.map(Lane.run, lanes, [len(range(number, KILLS, LANES)) for number in range(LANES)]))
    losses = sorted(loss for lane in lanes for loss in lane.losses)
    kills, tested = sum(lane.kills for lane in lanes), sum(lane.tested for lane in lanes)
    words = sum(lane.typed for lane in lanes)
    with capsys.disabled():
        print(
            f"\n{kills} kills, {tested} of them after more than a second of typing, {words} words; "
            f"lost at most the last {losses[-1]:.2f} s, in the middle {losses[len(losses) // 2]:.2f} s (seed {seed})"
        )
    assert [missing for lane in lanes for missing in lane.missing] == []
    assert tested >= kills // 5
