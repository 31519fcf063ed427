"""The catalogue on one day and on another, from a small content folder that is really compiled."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atlas.content.compile import build_catalogue
from atlas.domain.vocabulary import Status
from atlas.paths import Paths
from atlas.store.catalogue import SCHEMA_VERSION, Catalogue
from atlas.store.errors import CatalogueError, UnknownSlugError

FIXTURE = Path(__file__).parents[1] / "fixtures" / "content"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build_catalogue(FIXTURE, Paths.find().catalogue_schema, output)
    return output


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(path)
    yield opened
    opened.close()


def slugs(catalogue: Catalogue, day: date) -> set[str]:
    return {r.slug for r in catalogue.snapshot(day).rows}


def test_an_entry_exists_from_its_earliest_claim(catalogue: Catalogue) -> None:
    assert slugs(catalogue, date(1993, 12, 30)) == set()
    assert slugs(catalogue, date(1993, 12, 31)) == {"agency"}
    assert slugs(catalogue, date(2021, 2, 16)) == {"agency", "flown-1", "base"}
    assert "probe-1" in slugs(catalogue, date(2021, 2, 17))
    assert catalogue.snapshot(date(2021, 2, 16)).not_yet_known == 2


def test_what_holds_follows_the_day(catalogue: Catalogue) -> None:
    early = catalogue.entry("probe-1", date(2021, 3, 10)).row
    assert (early.when and early.when.text, early.status, early.name) == ("2023/2024", Status.PLANNED, "Probe 1")
    later = catalogue.entry("probe-1", date(2024, 2, 29)).row
    assert (later.when and later.when.text, later.name) == ("2026", "Grand Probe")
    assert later.slip_days == 730


def test_a_plan_with_no_word_becomes_overdue(catalogue: Catalogue) -> None:
    assert catalogue.entry("probe-1", date(2023, 5, 30)).row.status is Status.PLANNED
    assert catalogue.entry("probe-1", date(2026, 12, 31)).row.status is Status.PLANNED
    assert catalogue.entry("probe-1", date(2027, 1, 1)).row.status is Status.OVERDUE


def test_an_undated_fact_counts_from_its_event(catalogue: Catalogue) -> None:
    before = catalogue.entry("flown-1", date(2009, 10, 23))
    assert "launch_mass" not in {c.property for c in before.claims}
    after = catalogue.entry("flown-1", date(2009, 10, 24))
    assert "launch_mass" in {c.property for c in after.claims}


def test_actual_values_that_differ_disagree(catalogue: Catalogue) -> None:
    held = {h.property: h for h in catalogue.entry("flown-1", TODAY).holdings}
    assert [c.value for c in held["launch_mass"].disagreeing] == [1000]
    assert held["launch_mass"].claim.value == 1010


def test_a_correction_replaces(catalogue: Catalogue) -> None:
    before = {h.property: h.claim.value for h in catalogue.entry("flown-1", date(2010, 12, 31)).holdings}
    after = {h.property: h for h in catalogue.entry("flown-1", TODAY).holdings}
    assert before["impact_location"] == (-84.0, 310.5)
    assert after["impact_location"].claim.value == (-84.1, 311.5)
    assert not after["impact_location"].disagreeing
    assert len(after["impact_location"].superseded) == 1


def test_status_of_a_flight(catalogue: Catalogue) -> None:
    states = [
        catalogue.entry("flown-1", day).row.status for day in (date(2008, 6, 1), date(2009, 12, 1), date(2010, 3, 31))
    ]
    assert states == [Status.PLANNED, Status.UNDER_WAY, Status.SUCCEEDED]


def test_relations_and_quotations_are_shown_from_both_ends(catalogue: Catalogue) -> None:
    probe, base = catalogue.entry("probe-1", TODAY), catalogue.entry("base", TODAY)
    assert [(r.type, r.slug) for r in probe.relations] == [("part-of", "base")]
    assert [(r.type, r.slug, r.name) for r in base.relations] == [("has-part", "probe-1", "Grand Probe")]
    assert base.quotes == probe.quotes
    assert probe.quotes[0].text.endswith("what [sic] comes.")
    assert catalogue.entry("base", date(2021, 2, 20)).quotes == ()


def test_a_former_slug_leads_on(catalogue: Catalogue) -> None:
    assert catalogue.entry("old-probe", TODAY).slug == "probe-1"
    assert catalogue.redirects() == {"old-probe": "probe-1"}
    with pytest.raises(UnknownSlugError):
        catalogue.entry("never", TODAY)


def test_unverified_is_a_mark(catalogue: Catalogue) -> None:
    claims = {c.property: c for c in catalogue.entry("probe-1", TODAY).claims}
    assert claims["target_location"].unverified
    assert not claims["launch_mass"].unverified


def test_markers_and_regions(catalogue: Catalogue) -> None:
    marks = {m.slug: m for m in catalogue.markers(TODAY)}
    assert marks["flown-1"].impact
    assert not marks["flown-1"].planned
    assert marks["probe-1"].planned
    assert (marks["flown-1"].year, marks["probe-1"].year) == ("2010", "2026?")
    assert {r.slug: r.bounds for r in catalogue.regions(TODAY)} == {"region-1": (325.0, -87.4, 347.6, -86.1)}
    assert catalogue.regions(date(2022, 8, 18)) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("嫦娥六号", "probe-1"),
        ("probe 1", "probe-1"),
        ("Prob'e-1 AND (", "probe-1"),
        ("еще", "probe-1"),
        ("ещё 1", "probe-1"),
        ("月", "base"),
        ("科研", "base"),
        ("shackleton", "iau-5450"),
        ("amund", "iau-247"),
        ("flown", "flown-1"),
        ("drill", "probe-1"),
        ("speaker", "base"),
    ],
)
def test_search_finds(catalogue: Catalogue, text: str, first: str) -> None:
    assert catalogue.search(text, TODAY)[0].slug == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        "(((",
        "AND",
        "NOT OR",
        "*",
        "''; DROP TABLE entry;--",
        "{names} : x",
        "\x00",
        "嫦" * 500,
        "a" * 10_000,
        "月球月球 zzzz",
    ],
)
def test_hostile_queries_do_nothing(catalogue: Catalogue, text: str) -> None:
    assert catalogue.search(text, TODAY) == []


def test_search_knows_only_what_was_known(catalogue: Catalogue) -> None:
    assert catalogue.search("grand", date(2023, 12, 31)) == []
    assert catalogue.search("grand", date(2024, 2, 29))[0].slug == "probe-1"


def test_a_missing_catalogue_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"is missing.*notes are not affected.*catalogue build"):
        Catalogue.open(tmp_path / "catalogue.db")


@pytest.mark.parametrize("damage", ["text", "cut", "empty", "other"])
def test_a_damaged_catalogue_says_how_to_mend_it(path: Path, tmp_path: Path, damage: str) -> None:
    import sqlite3

    bad = tmp_path / "catalogue.db"
    if damage == "other":
        with sqlite3.connect(bad) as db:
            db.execute("CREATE TABLE x (y)")
        db.close()
    else:
        bad.write_bytes({"text": b"not a database " * 500, "cut": path.read_bytes()[:5000], "empty": b""}[damage])
    with pytest.raises(CatalogueError, match=r"is damaged.*catalogue build"):
        Catalogue.open(bad)


def test_a_catalogue_of_another_version_is_refused(path: Path, tmp_path: Path) -> None:
    import shutil
    import sqlite3

    newer = Path(shutil.copy(path, tmp_path / "catalogue.db"))
    db = sqlite3.connect(newer)
    db.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    db.commit()
    db.close()
    with pytest.raises(CatalogueError, match=f"version 99, this atlas reads version {SCHEMA_VERSION}"):
        Catalogue.open(newer)


def test_reading_never_changes_the_file(path: Path, catalogue: Catalogue) -> None:
    before = path.read_bytes()
    catalogue.search("probe", TODAY)
    catalogue.entry("probe-1", TODAY)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_days_in_any_order_give_the_same_lists():
    # what one day has read is used for the next: nothing of a later day may show on an earlier one
    path = Paths.find().catalogue
    used = Catalogue.open(path)
    days = [date(2027, 6, 1), date(2003, 1, 1), date(2026, 3, 1), date(2019, 7, 22), date(2023, 8, 12)]
    days += [date(2023, 8, 24), date(2021, 3, 10), used.date]
    for day in days:
        fresh = Catalogue.open(path)
        assert used.snapshot(day) == fresh.snapshot(day)
        fresh.close()
    used.close()
