"""Entries dragged out of the list."""

from contextlib import closing

import pytest

from atlas.domain.entries import EntryRow
from atlas.domain.links import parse_link
from atlas.paths import Paths
from atlas.services.export.mime import MIME_TYPES, entry_mime, row_link
from atlas.store.catalogue import Catalogue


@pytest.fixture(scope="module")
def rows() -> dict[str, EntryRow]:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        return {row.slug: row for row in catalogue.snapshot(catalogue.date).rows}


def test_one_entry(rows: dict[str, EntryRow]) -> None:
    data = entry_mime([rows["change-7"]])
    assert set(data.formats()) == set(MIME_TYPES)
    assert data.text() == "Chang'e 7 · 嫦娥七号 · Чанъэ-7 (Mission, planned, 2027?) atlas://mission/change-7"
    assert '<a href="atlas://mission/change-7">Chang&#x27;e 7</a>' in data.html()
    assert [url.toString() for url in data.urls()] == ["atlas://mission/change-7"]


def test_many_entries(rows: dict[str, EntryRow]) -> None:
    data = entry_mime(list(rows.values()))
    assert len(data.text().splitlines()) == len(rows) == len(data.urls())


def test_every_link_can_be_followed(rows: dict[str, EntryRow]) -> None:
    for row in rows.values():
        link = parse_link(row_link(row))
        assert (link.kind, link.slug) == (str(row.kind), row.slug)
