"""Which pictures are shown, in what order, what is said of them, and what becomes of them on the clipboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester

from atlas.domain.claims import Source
from atlas.domain.entries import Picture
from atlas.domain.own_pictures import OwnPicture
from atlas.domain.vocabulary import PictureKind, SourceKind
from atlas.models.gallery import (
    GalleryQuery,
    PictureItem,
    PictureOrder,
    Shelf,
    arranged,
    atlas_items,
    in_order,
    pictures_of,
)
from atlas.models.gallery_copy import make_copy
from atlas.models.gallery_files import PictureFiles, tiled
from atlas.models.gallery_list import GalleryListModel, PictureRole
from atlas.models.gallery_own import Records, collected, own_items
from atlas.models.gallery_words import about_html, credit_text, pair_html, safe_name

NAMES = {"luna-25": "Luna-25", "change-7": "Chang'e 7"}


def item(key: str, **told: object) -> PictureItem:
    values = {
        "caption": f"What is seen of {key}",
        "credit": "A. Painter",
        "licence": "CC BY 4.0",
        "path": f"/nowhere/{key}.jpg",
        "width": 320,
        "height": 200,
    }
    return PictureItem(key=key, **{**values, **told})


def catalogue_picture(key: str, **told: object) -> Picture:
    values = {
        "caption": "A plain",
        "credit": "NASA",
        "licence": "public domain",
        "file": f"plates/{key}.webp",
        "date": "2026-11-22",
        "known": date(2020, 1, 1),
        "kind": PictureKind.MAP,
        "width": 1600,
        "height": 1000,
        "made": "Drawn",
    }
    return Picture(id=key, **{**values, **told})


def own(number: int, **told: object) -> OwnPicture:
    values = {
        "file": "rim.jpg",
        "keeping": "own",
        "caption": "The rim",
        "credit": "Me",
        "licence": "my own",
        "taken": "2024",
        "added": "2026-11-20T10:00:00+00:00",
        "size": 1,
        "mtime_ns": 1,
        "width": 64,
        "height": 40,
        "mime": "image/jpeg",
        "digest": "0" * 64,
        "binned": None,
        "lat": None,
        "lon": None,
        "radius_m": None,
        "slugs": "",
    }
    return OwnPicture(id=number, **{**values, **told})


class TestItems:
    def test_a_picture_of_two_entries_is_shown_once(self) -> None:
        picture = catalogue_picture("site")
        items, unshown = atlas_items([("luna-25", picture), ("change-7", picture)], NAMES, Path("/r"))
        assert [(i.key, i.slugs, i.entry) for i in items] == [("site", ("luna-25", "change-7"), "Luna-25")]
        assert items[0].file == Path("/r/plates/site.webp")
        assert unshown == []

    def test_pictures_are_found_by_the_names_of_all_languages(self) -> None:
        records = Records(
            (("change-7", catalogue_picture("site")),),
            (own(1, slugs="luna-25"),),
            names={"luna-25": "Luna-25\nЛуна-25", "change-7": "Chang'e 7\n嫦娥七号"},
        )
        held = collected(records, NAMES, Path("/r"), Path("/data/pictures"))
        listed = tuple(NAMES)
        for text, keys in (("嫦娥七号", ["site"]), ("change 7", ["site"]), ("ЛУНА-25", ["picture.1"])):
            found = arranged(held.items, GalleryQuery(text=text, listed=listed))
            assert [i.key for i in found] == keys, text
        assert held.items[0].entry == "Chang'e 7", "it is called as the interface calls it"

    def test_what_may_not_be_reproduced_is_told_apart(self) -> None:
        mentioned = catalogue_picture("thread-46", file=None, kind=PictureKind.MENTIONED)
        items, unshown = atlas_items([("luna-25", mentioned)], NAMES, Path("/r"))
        assert items == []
        assert unshown == [("luna-25", mentioned)]

    def test_own_pictures_lie_where_they_were_put(self) -> None:
        here, there = own_items(
            [
                own(1, slugs="change-7 luna-25"),
                own(2, keeping="in-place", file="/mnt/a.jpg", binned="2026-11-21T00:00"),
            ],
            NAMES,
            Path("/data/pictures"),
            missing={2},
        )
        assert (here.path, here.entry, here.key, here.mine) == (
            "/data/pictures/rim.jpg",
            "Chang'e 7",
            "picture.1",
            True,
        )
        assert (there.path, there.binned, there.missing) == ("/mnt/a.jpg", True, True)


class TestArranged:
    ITEMS = (
        item("b", slugs=("luna-25",), date="2023-08-19"),
        item("a", slugs=("change-7",), date="2026"),
        item("mine", mine=True, names="Лунная пыль", added="2"),
        item("attached", mine=True, slugs=("im-2",), added="3"),
        item("gone", mine=True, binned=True),
    )

    def keys(self, **query: object) -> list[str]:
        return [i.key for i in arranged(self.ITEMS, GalleryQuery(**query))]

    def test_follows_the_list_and_its_order(self) -> None:
        assert self.keys(listed=("change-7", "luna-25")) == ["a", "b", "mine"]
        assert self.keys(listed=("luna-25",)) == ["b", "mine"]

    def test_shelves(self) -> None:
        listed = ("luna-25", "change-7")
        assert self.keys(shelf=Shelf.ATLAS, listed=listed) == ["b", "a"]
        # the user's own shelf shows all of them, whatever the list
        assert self.keys(shelf=Shelf.MINE, order=PictureOrder.ADDED) == ["attached", "mine"]
        assert self.keys(shelf=Shelf.BIN) == ["gone"]

    @pytest.mark.parametrize(
        ("text", "found"),
        [("пыль", ["mine"]), ("PAINTER seen", ["a", "b", "mine"]), ("zzz", []), ("AND", ["a", "b", "mine"])],
    )
    def test_search_is_folded(self, text: str, found: list[str]) -> None:
        words: dict[str, str] = {}
        query = GalleryQuery(text=text, listed=("change-7", "luna-25"))
        assert [i.key for i in arranged(self.ITEMS, query, words)] == found
        assert [i.key for i in arranged(self.ITEMS, query, words)] == found

    def test_orders(self) -> None:
        undated = item("undated")
        some = [undated, *self.ITEMS[:2]]
        assert [i.key for i in in_order(some, PictureOrder.NEWEST)] == ["a", "b", "undated"]
        assert [i.key for i in in_order(some, PictureOrder.OLDEST)] == ["b", "a", "undated"]
        assert [i.key for i in in_order(self.ITEMS, PictureOrder.CAPTION)] == ["a", "attached", "b", "gone", "mine"]
        assert [i.key for i in in_order(self.ITEMS[2:4], PictureOrder.ADDED)] == ["attached", "mine"]

    def test_a_shared_picture_lies_with_its_own_entry(self) -> None:
        rocket = item("rocket", slugs=("long-march-5", "change-6"))
        probe = item("probe", slugs=("change-6",))
        both = [rocket, probe]
        listed = ("change-6", "luna-25", "long-march-5")
        assert [i.key for i in arranged(both, GalleryQuery(listed=listed))] == ["probe", "rocket"]
        # where its own entry is not listed it comes after what is the listed one's own
        assert [i.key for i in arranged(both, GalleryQuery(listed=("change-6",)))] == ["probe", "rocket"]
        assert [i.key for i in pictures_of(both, "change-6")] == ["probe", "rocket"]
        assert [i.key for i in pictures_of(both, "long-march-5")] == ["rocket"]


class TestModel:
    def test_is_a_sound_model(self, qapp) -> None:
        model = GalleryListModel()
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        items = [item("a", entry="Luna-25"), item("b", alt="A grey plain")]
        model.show_items(items)
        assert model.rowCount() == 2
        assert model.row_of("b") == 1
        assert model.index(0).data() == "Luna-25"
        assert "A grey plain" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert model.index(1).data(PictureRole.ITEM) is items[1]
        assert model.mimeData([model.index(0)]).urls()[0].toLocalFile() == "/nowhere/a.jpg"
        tester.deleteLater()

    def test_the_same_pictures_leave_the_view_alone(self, qapp, qtbot) -> None:
        model = GalleryListModel()
        items = [item("a")]
        model.show_items(items)
        with qtbot.assertNotEmitted(model.modelReset):
            model.show_items(list(items))


class TestWords:
    def test_html_is_escaped_and_links_only_where_they_may(self) -> None:
        source = Source("s", "A <b>title</b>", "P", None, "https://example.org/?a=1&b=2", "en", SourceKind.ORIGINAL)
        shown = item(
            "x",
            caption="<script>",
            slugs=("luna-25", "im-2"),
            sources=(source,),
            made="Drawn & cut",
            place=(-89.5, 10.0),
        )
        html = about_html(shown, NAMES, text="red", muted="grey", link="blue")
        assert "<script>" not in html
        assert "<b>title" not in html
        assert 'href="atlas://entry/luna-25"' in html
        assert "im-2" not in html
        assert "https://example.org/?a=1&amp;b=2" in html
        assert "atlas://map?lat=-89.5&amp;lon=10" in html
        assert "Drawn &amp; cut" in html

    def test_credit_is_in_the_text(self) -> None:
        said = "What is seen of x\nA. Painter · CC BY 4.0 · made 2024"
        assert credit_text(item("x", date="2024")) == said
        assert credit_text(item("x", date="2024", made="Original, simplified")) == f"{said}\nOriginal, simplified."
        # a photograph of one's own was taken then
        assert credit_text(item("x", date="2024", mine=True)).endswith(" · 2024")

    def test_two_pictures_are_told_apart(self) -> None:
        pair = (item("a", entry="Luna-25"), item("b", entry="Chang'e <7>", credit="B. Painter"))
        html = pair_html(pair, NAMES, text="red", muted="grey", link="blue")
        assert html.count("<td") == 2
        assert html.index("Luna-25") < html.index("What is seen of a") < html.index("A. Painter")
        assert html.index("A. Painter") < html.index("Chang&#x27;e &lt;7&gt;") < html.index("B. Painter")

    def test_names_of_copies(self) -> None:
        assert safe_name(item("site-1", path="/a/b.webp")) == "site-1.webp"
        assert safe_name(item("picture.1", path="/a/my rim.jpg", mine=True)) == "my rim.jpg"


@pytest.fixture
def picture_file(tmp_path: Path) -> Path:
    from PIL import Image

    file = tmp_path / "noise.jpg"
    Image.effect_noise((640, 400), 60).convert("RGB").save(file, quality=90)
    return file


class TestFiles:
    def test_tile_fills_or_holds(self) -> None:
        def alpha(image: QImage, x: int, y: int) -> int:
            return image.pixelColor(x, y).alpha()

        wide = QImage(160, 100, QImage.Format.Format_RGB32)
        wide.fill(QColor(200, 10, 10))
        tile = tiled(wide, 320, 200, 6)
        assert tile.size() == QSize(320, 200)
        assert alpha(tile, 160, 100) == 255
        assert alpha(tile, 0, 0) == 0, "the corners are round"
        tall = QImage(100, 300, QImage.Format.Format_RGB32)
        tall.fill(QColor(200, 10, 10))
        held = tiled(tall, 320, 200, 6)
        assert alpha(held, 160, 100) == 255
        assert alpha(held, 20, 100) == 0, "nothing of a tall picture is cut off"

    def test_levels_halve(self, picture_file: Path, tmp_path: Path) -> None:
        files = PictureFiles(tmp_path / "cache")
        shown = item("x", path=str(picture_file), width=640, height=400)
        assert files.fitted(shown, 320, 320).size == QSize(320, 200)
        assert not files.fitted(shown, 320, 320).full
        assert files.fitted(shown, 2000, 2000).full
        assert files.whole(shown).size == QSize(640, 400)

    def test_a_file_that_is_gone_is_told(self, tmp_path: Path) -> None:
        files = PictureFiles(tmp_path / "cache")
        gone = item("x", path=str(tmp_path / "gone.jpg"), mine=True)
        assert files.tile(gone, 100, 60).refusal
        assert "gone.jpg" in files.whole(gone).refusal

    def test_copy_holds_picture_and_credit(self, picture_file: Path, tmp_path: Path) -> None:
        copy = make_copy(PictureFiles(tmp_path / "cache"), item("x", path=str(picture_file)))
        assert copy.image.size() == QSize(640, 400)
        assert "A. Painter · CC BY 4.0" in copy.text
        assert "data:image/jpeg;base64,/9j/" in copy.html
        assert "A. Painter · CC BY 4.0" in copy.html
