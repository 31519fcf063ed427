"""What the commands about pictures do; the gallery itself is made when the first of them is used."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from atlas.actions.gallery_commands import ADDING

if TYPE_CHECKING:
    from atlas.views.gallery.pane import GalleryPane
    from atlas.views.main_window import MainWindow


class GalleryCommands(QObject):
    """Binds the commands about pictures of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: GalleryPane | None = None
        window.registry.bind(
            {
                "show-gallery": window.centre.show_gallery,
                "show-pictures": self.show_pictures,
                "slide-show": self.play,
                "add-pictures": self.add_files,
                "add-picture-folder": self.add_folder,
                "paste-picture": self.paste,
                "find-pictures": self.find,
            }
        )
        window.centre.currentChanged.connect(self._on_tab)
        window.detail.picture_activated.connect(self.open_picture)

    def open_picture(self, key: str) -> None:
        """Show a picture in the viewer."""
        self._gallery().show_picture(key)

    @Slot()
    def show_pictures(self) -> None:
        """Show the pictures of the entry that is shown, in the viewer."""
        entry = self._window.detail.entry
        if entry is None:
            return
        gallery = self._gallery()
        gallery.show_pictures_of(entry.slug)

    @Slot()
    def play(self) -> None:
        """Begin a slide show."""
        self._gallery().play()

    @Slot()
    def add_files(self) -> None:
        """Ask for pictures to add."""
        self._gallery().desk.choose_files()

    @Slot()
    def add_folder(self) -> None:
        """Ask for a folder of pictures to add."""
        self._gallery().desk.choose_folder()

    @Slot()
    def paste(self) -> None:
        """Add what lies on the clipboard."""
        self._gallery().desk.paste()

    @Slot()
    def find(self) -> None:
        """Ask where missing pictures may be."""
        self._gallery().desk.find_missing()

    def _gallery(self) -> "GalleryPane":
        """Bring the gallery to the front and return it."""
        self._window.centre.show_gallery()
        return self._window.centre.gallery

    @Slot(int)
    def _on_tab(self, _index: int) -> None:
        """Give a gallery that has just been made the commands that its button offers."""
        if self._told is None and self._window.centre.current_key == "gallery":
            self._told = self._window.centre.gallery
            self._told.set_add_actions([self._window.registry[name] for name in ADDING])
