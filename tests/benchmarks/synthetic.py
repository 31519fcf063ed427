"""Catalogues of any size for the benchmarks: invented entries, written by the real compiler."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from atlas.content.compile import write_catalogue
from atlas.content.records import ClaimRecord, Content, EntryRecord, NameRecord, PlaceRecord, SourceRecord
from atlas.domain.claims import ClaimValue
from atlas.domain.dates import DatePrecision, DateSpan
from atlas.domain.vocabulary import Basis, Kind, SourceKind
from atlas.paths import Paths

TODAY = date(2026, 11, 22)
SERIES = [
    ("Chang'e", "嫦娥", "Чанъэ", "CN"),
    ("Luna", "月球", "Луна", "RU"),
    ("Chandrayaan", "月船", "Чандраян", "IN"),
    ("Artemis", "阿尔忒弥斯", "Артемида", "US"),
    ("Tianwen", "天问", "Тяньвэнь", "CN"),
    ("Surveyor", "勘测者", "Сервейер", "US"),
    ("Lunar Reconnaissance Probe", "月球勘测探测器", "Лунный разведчик", "US"),
    ("Queqiao", "鹊桥", "Цюэцяо", "CN"),
    ("Moonlight", "月光", "Лунный свет", "EU"),
    ("Smart Lander", "智能着陆器", "Умный аппарат", "JP"),
    ("Danuri", "达努里", "Данури", "KR"),
    ("Peregrine", "游隼", "Сапсан", "US"),
]
_SYLLABLES = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on", "us")]
_CJK = "月球南极探测器着陆区科研站国际合作采样返回轨道中继星火箭发射任务"
_WORDS_A_TEXT = 45


def synthetic(entries: int, folder: Path) -> Path:
    """Return a catalogue of that many entries, made unless `folder` holds it already."""
    schema = Paths.find().catalogue_schema
    atlas = schema.parents[1] / "atlas"
    writers = [*(atlas / "content").glob("*.py"), atlas / "domain" / "text.py", atlas / "domain" / "rowsets.py"]
    inputs = [schema, Path(__file__), *sorted(writers)]
    stamp = sha256(b"\0".join(path.read_bytes() for path in inputs)).hexdigest()[:12]
    output = folder / f"catalogue-{entries}-{stamp}.db"
    if not output.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_catalogue(_content(entries), schema, output)
    return output


def _content(entries: int) -> Content:
    rng = random.Random(entries)
    words = ["".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3)))) for _ in range(2000)]
    sources = {f"source-{n}": _source(n, words, rng) for n in range(200)}
    made = (_entry(n, words, rng) for n in range(entries))
    places = [
        PlaceRecord(
            f"iau-{n}", f"{words[n].title()} {n}", "AA", -60 - n % 30, n % 360, 5.0 + n, False, date(2000, 1, 1), None
        )
        for n in range(500)
    ]
    return Content(TODAY, "Synthetic", "CC0", sources, {e.slug: e for e in made}, places, "synthetic")


def _source(number: int, words: list[str], rng: random.Random) -> SourceRecord:
    title = " ".join(rng.choices(words, k=8)).capitalize()
    return SourceRecord(f"source-{number}", title, "Press", "2005-01-01", None, "en", SourceKind.ORIGINAL, None)


def _text(words: list[str], rng: random.Random, length: int) -> str:
    # few words are in most texts and most words in few
    return " ".join(words[int(len(words) * rng.random() ** 3)] for _ in range(length))


def _entry(number: int, words: list[str], rng: random.Random) -> EntryRecord:
    english, chinese, russian, nation = SERIES[number % len(SERIES)]
    count = number // len(SERIES) + 1
    slug = f"{english.lower().replace(chr(39), '').replace(' ', '-')}-{count}"
    kind = rng.choices(list(Kind), weights=(60, 20, 5, 5, 4, 6))[0]
    tagline = f"{_text(words, rng, 6).capitalize()}, {_text(words, rng, 3)}"
    summary = _text(words, rng, _WORDS_A_TEXT).capitalize() + " " + "".join(rng.choices(_CJK, k=12))
    nations = (nation,) if rng.random() < 0.8 else (nation, rng.choice(SERIES)[3])
    entry = EntryRecord(slug, kind, "", tagline, summary, tuple(dict.fromkeys(nations)), ())
    entry.claims = list(_claims(slug, kind, words, rng))
    entry.known = min(c.known for c in entry.claims if c.known)
    for lang, text in (("en", english), ("zh", chinese), ("ru", russian)):
        entry.names.append(NameRecord(lang, f"{text} {count}", "main", entry.known, None, ()))
    return entry


def _claims(slug: str, kind: Kind, words: list[str], rng: random.Random) -> Iterator[ClaimRecord]:
    """Promise a start, promise it later, perhaps keep the promise; say where, how heavy, for what."""
    first = TODAY - timedelta(days=rng.randrange(300, 20000))
    start = "launch" if kind in {Kind.MISSION, Kind.VEHICLE} else "founded"
    promised = first + timedelta(days=rng.randrange(400, 3000))
    again = first + timedelta(days=rng.randrange(30, 299))
    rows: list[tuple[str, ClaimValue, Basis, date, DateSpan | None]] = []
    for known, day in ((first, promised), (again, promised + timedelta(days=rng.randrange(700)))):
        rows.append((start, day.isoformat(), Basis.PLANNED, known, _span(day)))
    came = promised + timedelta(days=800)
    if came < TODAY:
        rows.append((start, came.isoformat(), Basis.ACTUAL, came, _span(came)))
        if kind is Kind.MISSION:
            rows.append(("outcome", rng.choice(("succeeded", "partly", "failed")), Basis.REPORTED, came, None))
    if kind is Kind.MISSION and rng.random() < 0.3:
        place = (-90 + rng.random() * 40, rng.random() * 360)
        rows.append(("target_location", place, Basis.PLANNED, first, None))
    if kind is Kind.MISSION and rng.random() < 0.3:
        rows.append(
            ("phase", rng.choice(("reconnaissance", "construction", "utilization")), Basis.REPORTED, again, None)
        )
    rows.append(("remark", _text(words, rng, 12), Basis.REPORTED, first, None))
    for place_in_file, (name, value, basis, known, span) in enumerate(rows, 1):
        yield ClaimRecord(
            f"{slug}#{name}-{place_in_file}", name, value, None, None, basis, known.isoformat(), known, span,
            None, None, None, (f"source-{rng.randrange(200)}",),
        )  # fmt: skip


def _span(day: date) -> DateSpan:
    return DateSpan(day.isoformat(), day, day, DatePrecision.DAY)
