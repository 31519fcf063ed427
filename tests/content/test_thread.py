"""Everything that the forum thread of March 2021 names can be reached, as it was said, and its traps are respected."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from atlas.domain.entries import Entry
from atlas.paths import Paths
from atlas.services.export.records import entry_object
from atlas.store.catalogue import Catalogue

TODAY, THREAD_DAY = date(2026, 11, 22), date(2021, 3, 10)

# what the thread names, by row of the list kept with it: the entry that shows it, and words that must stand there
ROWS: dict[int, tuple[str, str]] = {
    1: ("ilrs", "thread-2021-03-10"),
    2: ("ilrs", "Russia, China to Sign Agreement on International Lunar Research Station"),
    3: ("ilrs", "China and Russia say they will join forces to build Moon Base"),
    4: ("ilrs-mou-2021", "2021-02-11"),
    6: ("ilrs", "CNSA/CLEP"),
    7: ("ilrs", "Chinese-developed vision for a robotic base at the lunar south pole"),
    8: ("ilrs", "First steps: Chang'e 6, 7 and 8"),
    9: ("ilrs", "Early 2030s"),
    10: ("ilrs", "2036–2045"),
    11: ("ilrs", "discrete spacecraft"),
    12: ("ilrs", "human[ity]’s first sharing platform in the lunar south pole"),
    13: ("ilrs", "lunar-based observation, basic scientific experiment and technical verification"),
    14: ("ilrs", "open to all interested countries and international partners."),
    15: ("ilrs", "without constant resupply from Earth"),
    16: ("ilrs", "did not set a target date to begin construction"),
    17: ("ilrs", "successor-of"),
    18: ("clep", "robotic basis of the ILRS"),
    19: ("ilrs", "first phase Chang'e 7, Chang'e 6, Luna-25 and Luna-27"),
    20: ("ilrs-mou-2021", "completed domestic proceedings"),
    21: ("ilrs-mou-2021", "2021-03-09"),
    22: ("ilrs", "probably"),
    23: ("ilrs-mou-2021", "material science, data sharing, purchase agreements"),
    24: ("glex-2021", "St. Petersburg"),
    25: ("copuos-stsc-2020-presentation", "2020"),
    26: ("change-6", "polar sample return"),
    27: ("change-6", "Chang'e 6 Lunar Sampling from China"),
    28: ("change-7", "2023/2024"),
    29: ("change-7", "Equipped with First Flying Probe on Moon"),
    30: ("change-8", "in-situ resource utilization"),
    31: ("change-8", "3D"),
    32: ("change-5", "2020-11-23"),
    33: ("change-1", "two lunar orbiters"),
    34: ("change-3", "pair of lander and rover missions"),
    35: ("clep", "Chang'e"),
    36: ("luna-27", "spacenews-2021-02-17"),
    37: ("luna-27", "Luna-27 Lander from Russia"),
    38: ("luna-25", "Luna-25 Lander from Russia"),
    39: ("luna-28", "thread-2021-03-10"),
    40: ("luna-29", "thread-2021-03-10"),
    41: ("china-crewed-landing", "thread-2021-03-10"),
    42: ("xzf-test-2020", "2020-05"),
    45: ("mengzhou", "XGYZ-Spacecraft"),
    46: ("oryol", "Orel"),
    47: ("long-march-9", "super-heavy"),
    48: ("long-march-10", "three-core"),
    49: ("iss", "spacenews-2021-02-17"),
    50: ("iss", "livescience-2021-03"),
    51: ("gateway", "spacenews-2021-02-17"),
    52: ("tiangong", "livescience-2021-03"),
    53: ("change-8-isru-printer", "thread-2021-03-10"),
    54: ("change-7-hopper", "thread-2021-03-10"),
    55: ("roscosmos", "Rogozin"),
    56: ("cnsa", "Zhang Kejian"),
    57: ("clep", "Chinese Lunar Exploration Program"),
    58: ("lesec", "Lunar Exploration and Space Engineering Center"),
    59: ("copuos", "Committee on the Peaceful Uses of Outer Space"),
    60: ("nasa", "NASA"),
    61: ("esa", "Bergquist"),
    62: ("spacex", "livescience-2021-03"),
    63: ("university-of-leicester", "Bleddyn Bowen"),
    64: ("shanghai-academy-of-social-sciences", "Zhang Ming"),
    65: ("secure-world-foundation", "Brian Weeden"),
    66: ("spacenews", "spacenews-2021-02-17"),
    67: ("the-diplomat", "livescience-2021-03"),
    68: ("us-congress", "Obama"),
    70: ("esa", "primarily the CE-6, -7 and -8 missions but also the ILRS initiative"),
    72: ("artemis-accords", "spacenews-2021-02-17"),
    73: ("artemis", "NASA"),
    74: ("artemis", "U.S.-centric"),
    75: ("wolf-amendment-2011", "to the county"),
    76: ("iss", "froze the world's most populous out"),
    78: ("wolf-amendment-2011", "first permanent facility on the moon"),
    79: ("nasa-esa-gateway-mou", "spacenews-2021-02-17"),
    81: ("university-of-leicester", "not such a surprise"),
    82: ("university-of-leicester", "Russia moving into a closer orbit with China"),
    83: ("university-of-leicester", "so we’ll have to wait and what, if anything, comes from this"),
    84: ("shanghai-academy-of-social-sciences", "more and more space and lunar cooperation between Russia and China"),
    85: ("shanghai-academy-of-social-sciences", "aggressively and sometimes unilaterally"),
    86: ("shanghai-academy-of-social-sciences", "mistrust and skepticism towards U.S. motives"),
    87: ("secure-world-foundation", "much different US-Russia space relationship"),
    88: ("secure-world-foundation", "no human spaceflight experience"),
    89: ("secure-world-foundation", "It’s useful, but not critical."),
    90: ("ilrs", "Neither country has ever landed a human crew on the moon"),
    95: ("ilrs", "images (40).jpeg"),
    96: ("ilrs", "images (36).jpeg"),
    97: ("ilrs", "images (35).jpeg"),
    98: ("ilrs", "images (38).jpeg"),
    99: ("ilrs", "images (37).jpeg"),
    100: ("ilrs", "images (39).jpeg"),
    101: ("ilrs", "images (36) (1).jpeg"),
    102: ("change-7", "images (46).jpeg"),
    103: ("change-6", "images (47).jpeg"),
    104: ("change-6", "images (48).jpeg"),
    105: ("luna-25", "1280px-Maquette-Luna-Glob-Lander-b-DSC_0075.jpg"),
    106: ("luna-27", "1280px-Lunar-Resurs-DSC_0019.jpg"),
    107: ("mengzhou", "images (52).jpeg"),
    108: ("oryol", "images (51).jpeg"),
}
LEFT_OUT = {5, 43, 44, 69, 71, 77, 80, 91, 92, 93, 94}


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    opened = Catalogue.open(Paths.find().catalogue)
    yield opened
    opened.close()


def shown(catalogue: Catalogue, slug: str, day: date = TODAY) -> dict[str, Any]:
    return entry_object(catalogue.entry(slug, day))


def values(entry: Entry, name: str) -> list[Any]:
    return [h.claim.value for h in entry.holdings if h.property == name]


def test_every_row_has_its_place() -> None:
    assert set(ROWS) | LEFT_OUT == set(range(1, 109))


@pytest.mark.parametrize("row", sorted(ROWS))
def test_row_is_reachable(catalogue: Catalogue, row: int) -> None:
    slug, words = ROWS[row]
    assert words in json.dumps(shown(catalogue, slug), ensure_ascii=False)


@pytest.mark.parametrize("row", [2, 8, 10, 14, 16, 20, 26, 27, 30, 36, 37, 38, 45, 46, 70, 81, 88, 102, 105])
def test_what_the_thread_says_is_known_on_its_day(catalogue: Catalogue, row: int) -> None:
    slug, words = ROWS[row]
    assert words in json.dumps(shown(catalogue, slug, THREAD_DAY), ensure_ascii=False)


def test_signed_the_day_before_the_heading_says_to_sign(catalogue: Catalogue) -> None:
    entry = catalogue.entry("ilrs-mou-2021", THREAD_DAY)
    assert values(entry, "signed") == ["2021-03-09"]
    assert "to sign" in json.dumps(entry_object(entry), ensure_ascii=False).lower()
    assert catalogue.entry("ilrs-mou-2021", date(2021, 3, 8)).row.when_planned is True or not values(
        catalogue.entry("ilrs-mou-2021", date(2021, 3, 8)), "signed"
    )


def test_the_polar_sample_return_landed_elsewhere(catalogue: Catalogue) -> None:
    now, then = catalogue.entry("change-6", TODAY), catalogue.entry("change-6", THREAD_DAY)
    (landed,) = values(now, "landing_location")
    assert landed[0] == pytest.approx(-41.6, abs=0.1)
    assert "far side" in json.dumps(entry_object(now)).lower()
    assert not values(then, "landing_location")
    assert values(then, "launch") == ["2023/2024"]
    assert not values(then, "outcome")


def test_the_posters_first_phase_is_not_the_official_one(catalogue: Catalogue) -> None:
    remark = next(c for c in catalogue.entry("ilrs", TODAY).claims if "forum post" in str(c.value).lower())
    assert [s.id for s in remark.sources] == ["thread-2021-03-10"]
    official = {r.slug for r in catalogue.snapshot(TODAY).rows if "reconnaissance" in r.phases}
    assert {"change-4", "change-6", "change-7", "luna-25", "luna-26", "luna-27"} <= official
    assert "change-8" not in official


def test_weeden_is_only_ever_quoted(catalogue: Catalogue) -> None:
    words = "no human spaceflight experience"
    for row in catalogue.snapshot(TODAY).rows:
        entry = catalogue.entry(row.slug, TODAY)
        assert words not in entry.summary
        assert not [c for c in entry.claims if words in str(c.value)]
        for quote in entry.quotes:
            if words in quote.text:
                assert quote.speaker == "Brian Weeden"


def test_the_posters_label_is_marked_as_his(catalogue: Catalogue) -> None:
    (label,) = [n for n in catalogue.entry("mengzhou", TODAY).names if n.text.startswith("XGYZ")]
    assert label.role == "alias"
    assert "poster" in (label.note or "")
    assert catalogue.entry("mengzhou", THREAD_DAY).row.name != "Mengzhou"
    assert catalogue.entry("mengzhou", TODAY).row.name == "Mengzhou"


def test_misspellings_are_quoted_and_marked(catalogue: Catalogue) -> None:
    quotes = [q for row in catalogue.snapshot(TODAY).rows for q in catalogue.entry(row.slug, TODAY).quotes]
    for slip in ("to the county", "Ukranian"):
        found = [q for q in quotes if slip in q.text]
        assert found
        assert all("[sic]" in (q.note or "") for q in found)


def test_spending_ban_and_export_control_are_kept_apart(catalogue: Catalogue) -> None:
    entry = catalogue.entry("wolf-amendment-2011", TODAY)
    effects = " ".join(str(v) for v in values(entry, "effect"))
    assert "NASA" in effects
    assert "satellite parts" not in effects


def test_nothing_is_claimed_about_the_nameless_pictures(catalogue: Catalogue) -> None:
    pictures = {p.id: p for row in catalogue.snapshot(TODAY).rows for p in catalogue.entry(row.slug, TODAY).pictures}
    of_thread = {name: p for name, p in pictures.items() if name.startswith("thread-")}
    assert len(of_thread) == 14
    for picture in of_thread.values():
        assert picture.file is None
        assert picture.credit == "not stated in the thread"
        assert picture.licence.startswith("unknown")


def test_every_entry_is_named_in_three_languages_and_summed_up(catalogue: Catalogue) -> None:
    for row in catalogue.snapshot(TODAY).rows:
        assert set(row.names) == {"en", "zh", "ru"}, row.slug
        sentences = [s for s in catalogue.entry(row.slug, TODAY).summary.replace("\n", " ").split(". ") if s.strip()]
        assert 2 <= len(sentences) <= 6, (row.slug, len(sentences))


def test_an_actual_fact_is_never_known_before_it_happened(catalogue: Catalogue) -> None:
    for row in catalogue.snapshot(TODAY).rows:
        for claim in catalogue.entry(row.slug, TODAY).claims:
            if claim.basis == "actual" and claim.span and claim.span.earliest:
                assert claim.known >= claim.span.earliest, claim.id
