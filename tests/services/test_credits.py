"""Whom the pictures that ship come from, gathered for the page about the atlas."""

from contextlib import closing
from dataclasses import replace
from datetime import date

from atlas.domain.entries import Picture
from atlas.domain.vocabulary import PictureKind
from atlas.paths import Paths
from atlas.services.credits import picture_credits
from atlas.store.catalogue import Catalogue

MAP = Picture(
    "a", "A place", "A. Painter", "CC BY 4.0", "plates/a.webp", "2024", date(2024, 1, 1), kind=PictureKind.MAP
)


def test_one_line_for_each_kind_credit_and_licence() -> None:
    other = replace(MAP, id="b", credit="B. Painter")
    mentioned = replace(MAP, id="c", file=None, kind=PictureKind.MENTIONED)
    found = picture_credits([MAP, replace(MAP, id="d"), other, mentioned])
    assert [(c.by, c.licence) for c in found] == [("A. Painter", "CC BY 4.0"), ("B. Painter", "CC BY 4.0")]
    assert [c.name.split()[0] for c in found] == ["2", "1"]


def test_every_picture_that_ships_is_counted() -> None:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        pictures = [picture for _, picture in catalogue.pictures(catalogue.date)]
    counted = sum(int(credit.name.split()[0]) for credit in picture_credits(pictures))
    assert counted == sum(1 for picture in pictures if picture.file) > 70
