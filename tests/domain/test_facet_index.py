"""Sets of bits give what a plain loop over the rows gives."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.dates import DatePrecision, DateSpan
from atlas.domain.entries import EntryRow
from atlas.domain.facets import FACETS, FacetIndex, Filter, facet_values, filtered
from atlas.domain.rowsets import bits_of, flags_of, ordered, set_of
from atlas.domain.vocabulary import Kind, Phase, Status

WORDS = ("ice", "later", "冰")
SLUGS = tuple(f"entry-{n}" for n in range(12))


def plain(
    rows: list[EntryRow],
    wanted: Filter,
    matching: frozenset[str] | None,
    tags: Mapping[str, tuple[str, ...]],
    stars: frozenset[str],
) -> tuple[list[EntryRow], dict[str, Counter[str]]]:
    """Filter row by row, as the words of `FacetIndex.filtered` say it."""
    passed = []
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for row in rows:
        if (matching is not None and row.slug not in matching) or (wanted.starred and row.slug not in stars):
            continue
        values = {facet: set(facet_values(row, facet, tags)) for facet in FACETS}
        failing = {f for f in FACETS if getattr(wanted, f) and getattr(wanted, f).isdisjoint(values[f])}
        if not failing:
            passed.append(row)
        for facet in FACETS:
            if failing <= {facet}:
                counts[facet].update(values[facet])
    return passed, counts


def when(year: int | None) -> DateSpan | None:
    return DateSpan(str(year), date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR) if year else None


@st.composite
def entry_rows(draw: st.DrawFn) -> list[EntryRow]:
    few = st.lists(st.sampled_from(("CN", "RU", "US")), max_size=3, unique=True)
    return [
        EntryRow(
            slug,
            draw(st.sampled_from(Kind)),
            {"en": slug},
            "",
            tuple(draw(few)),
            draw(st.none() | st.sampled_from(Status)),
            tuple(draw(st.lists(st.sampled_from(Phase), max_size=2, unique=True))),
            when(draw(st.none() | st.sampled_from((1966, 2013, 2019, 2030)))),
            False,
            None,
            None,
        )
        for slug in draw(st.lists(st.sampled_from(SLUGS), unique=True))
    ]


slug_sets = st.frozensets(st.sampled_from((*SLUGS, "not-a-row")))
filters = st.builds(
    Filter,
    st.frozensets(st.sampled_from([str(k) for k in Kind]), max_size=2),
    st.frozensets(st.sampled_from(("CN", "RU", "XX")), max_size=2),
    st.frozensets(st.sampled_from([str(s) for s in Status]), max_size=3),
    st.frozensets(st.sampled_from([str(p) for p in Phase]), max_size=2),
    st.frozensets(st.sampled_from(("1960", "2010", "2030")), max_size=2),
    st.frozensets(st.sampled_from((*WORDS, "unused")), max_size=2),
    st.booleans(),
)
tag_maps = st.dictionaries(
    st.sampled_from((*SLUGS, "not-a-row")), st.lists(st.sampled_from(WORDS), unique=True).map(tuple)
)


@given(entry_rows(), filters, st.none() | slug_sets, tag_maps, slug_sets)
def test_the_same_as_row_by_row(rows, wanted, matching, tags, stars) -> None:
    found, counts = filtered(rows, wanted, matching=matching, tags=tags, stars=stars)
    assert (found, counts) == plain(rows, wanted, matching, tags, stars)


@given(entry_rows(), filters, tag_maps, slug_sets)
def test_an_index_follows_new_marks(rows, wanted, tags, stars) -> None:
    index = FacetIndex(rows)
    index.set_marks(dict.fromkeys(SLUGS, WORDS), SLUGS)
    index.set_marks(tags, stars)
    expected, counts = plain(rows, wanted, None, tags, stars)
    found, told = index.filtered(wanted)
    assert [rows[number] for number in ordered(found, range(len(rows)))] == expected
    assert told == counts
    everything = replace(wanted, tag=frozenset(), starred=False)
    assert index.filtered(everything)[0] | found == index.filtered(everything)[0]


@given(st.lists(st.booleans(), max_size=300))
def test_flags_and_bits_are_the_same_set(flags: list[bool]) -> None:
    bits = bits_of(bytes(flags))
    assert bits.bit_count() == sum(flags)
    assert list(flags_of(bits, len(flags))) == flags
    assert bits == set_of((n for n, there in enumerate(flags) if there), len(flags))


def test_an_order_is_kept() -> None:
    assert ordered(0b1011, [2, 3, 0, 1]) == [3, 0, 1]
    assert ordered(0, []) == []
