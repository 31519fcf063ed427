"""Broken copies of real pictures: each is shown within the limits or refused with a sentence, never anything else.

Runs some hundred cases in the suite. ILRS_ATLAS_FUZZ=20000 asks for more, which are new at each run; the case at work
lies in the test's folder, so a crash of the process leaves it there, and figures are printed (pytest -s).
"""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from sample_pictures import kinds

from atlas.services.images import decode, gate, limits

resource = pytest.importorskip("resource", reason="counts memory as POSIX does")

CASES = int(os.environ.get("ILRS_ATLAS_FUZZ", "0"))
SAMPLES = sorted(kinds().items())
NUMBERS = (0, 1, 2, 7, 8, 0x7F, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0xFFFFFFFF)


@dataclass
class Tally:
    """What the long run tells at its end."""

    shown: int = 0
    refused: int = 0
    slowest: float = 0.0
    most: int = 0


@dataclass
class Case:
    """A harmed picture; what it is like lies in the test's folder."""

    name: str
    data: bytes = field(repr=False)


@st.composite
def broken(draw: st.DrawFn) -> Case:
    """Draw a sample and harm it up to five times."""
    name, data = SAMPLES[draw(st.integers(0, len(SAMPLES) - 1))]
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 5]))):
        data = _harmed(draw, data)
    return Case(name, data)


def _harmed(draw: st.DrawFn, data: bytes) -> bytes:
    if not data:
        return data
    # headers decide more than pixels: half of the places lie in the first kilobyte
    place = draw(st.integers(0, min(len(data), 1024) - 1) | st.integers(0, len(data) - 1))
    length = draw(st.integers(1, 64))
    match draw(st.sampled_from(["bit", "byte", "number", "cut", "drop", "double", "swap", "noise"])):
        case "bit":
            return data[:place] + bytes([data[place] ^ 1 << draw(st.integers(0, 7))]) + data[place + 1 :]
        case "byte":
            return data[:place] + bytes([draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]))]) + data[place + 1 :]
        case "number":
            width, order = draw(st.sampled_from([2, 3, 4])), draw(st.sampled_from(["little", "big"]))
            number = draw(st.sampled_from(NUMBERS)) % 256**width
            return data[:place] + number.to_bytes(width, order) + data[place + width :]
        case "cut":
            return data[:place]
        case "drop":
            return data[:place] + data[place + length :]
        case "double":
            return data[: place + length] + data[place:]
        case "swap":
            other = draw(st.integers(0, len(data) - 1))
            first, second = sorted((place, other))
            one, two = data[first : first + length], data[second : second + length]
            return data[:first] + two + data[first + length : second] + one + data[second + length :]
        case _:
            return data[:place] + draw(st.binary(min_size=1, max_size=32)) + data[place:]


def look(path: Path) -> bool:
    """Examine and show one file, checking all that comes out; return whether it was shown."""
    try:
        facts = gate.examine(path)
    except gate.PictureRefusedError as problem:
        check_refusal(problem)
        facts = None
    try:
        small, whole = decode.load(path, (50, 50)), decode.load(path, None)
    except gate.PictureRefusedError as problem:
        check_refusal(problem)
        # what has passed the gate is shown
        assert facts is None
        return False
    assert 0 < small.width() <= 50
    assert 0 < small.height() <= 50
    assert whole.sizeInBytes() <= limits.BOTH_BYTES
    assert whole.format() in {QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied}
    if facts is not None:
        assert 0 < max(facts.width, facts.height) <= limits.SIDE
        assert len(facts.proposed_credit) <= 300
        assert facts.proposed_credit.isprintable()
    return True


def check_refusal(problem: gate.PictureRefusedError) -> None:
    text = str(problem)
    assert text.isprintable()
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_broken_pictures_are_shown_or_refused(tmp_path: Path) -> None:
    tally, path = Tally(), tmp_path / "case"

    @settings(
        max_examples=CASES or 400,
        deadline=None,
        derandomize=not CASES,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(broken())
    def run(case: Case) -> None:
        path.write_bytes(case.data)
        began = time.thread_time()
        shown = look(path)
        tally.slowest = max(tally.slowest, time.thread_time() - began)
        tally.shown, tally.refused = tally.shown + shown, tally.refused + (not shown)

    run()
    tally.most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{tally.shown + tally.refused} cases: {tally}")
    assert tally.shown > 0
    assert tally.refused > 0
