"""The menu of one or several pictures, in the grid and in the viewer."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from atlas.models.gallery import PictureItem
from atlas.views.gallery.acts import PictureActs
from atlas.views.gallery.own import OwnDesk

_MOST_ENTRIES: Final = 6


def fill_picture_menu(
    menu: QMenu,
    items: Sequence[PictureItem],
    acts: PictureActs,
    desk: OwnDesk,
    names: Mapping[str, str],
    open_entry: Callable[[str], object],
) -> None:
    """Put into a menu what makes sense for the pictures."""
    translate = QCoreApplication.translate
    if not items:
        return
    one = items[0] if len(items) == 1 else None
    if one is not None:
        copy = menu.addAction(translate("Gallery", "Copy picture with credit"), partial(acts.copy, one))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(not one.missing)
    menu.addAction(translate("Gallery", "Copy credit"), partial(acts.copy_credit, list(items)))
    if one is not None:
        save = menu.addAction(translate("Gallery", "Save a copy …"), partial(acts.save, one))
        save.setEnabled(not one.missing)
    own = [item for item in items if item.mine]
    if own and one is None:
        menu.addAction(translate("Gallery", "Export copies to a folder …"), partial(desk.export, own))
    _entries(menu, one, names, open_entry)
    _own(menu, own, desk)


def _entries(
    menu: QMenu, one: PictureItem | None, names: Mapping[str, str], open_entry: Callable[[str], object]
) -> None:
    known = [slug for slug in one.slugs if slug in names] if one is not None else []
    if known:
        menu.addSeparator()
    for slug in known[:_MOST_ENTRIES]:
        title = QCoreApplication.translate("Gallery", "Open {name}").format(name=names[slug])
        menu.addAction(title, partial(open_entry, slug))


def _own(menu: QMenu, own: Sequence[PictureItem], desk: OwnDesk) -> None:
    if not own:
        return
    translate = QCoreApplication.translate
    menu.addSeparator()
    if any(item.missing for item in own):
        menu.addAction(translate("Gallery", "Find the missing file …"), desk.find_missing)
    if all(item.binned for item in own):
        menu.addAction(translate("Gallery", "Take out of the bin"), partial(desk.restore, own))
        return
    menu.addAction(translate("Gallery", "Describe …"), partial(desk.edit, own))
    throw = menu.addAction(translate("Gallery", "Put into the bin"), partial(desk.throw, own))
    throw.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
