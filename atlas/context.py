"""The services of one running atlas, handed to constructors: there is no global state."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

if TYPE_CHECKING:
    from atlas.services.language import LanguageManager
    from atlas.services.notebook import NotebookService
    from atlas.services.notebook_care import NotebookCare
    from atlas.services.pictures.service import PictureService
    from atlas.services.settings import Settings
    from atlas.services.tasks import Tasks
    from atlas.services.terrain import GroundPictures, Terrain


@dataclass(slots=True)
class AppContext:
    """Everything a pane may need. Built once by `atlas.app`; panes keep only what they use."""

    paths: Paths
    catalogue: Catalogue
    tasks: "Tasks"
    notebook: "NotebookService"
    settings: "Settings"
    care: "NotebookCare"
    terrain: "Terrain"
    ground: "GroundPictures"
    language: "LanguageManager"
    _pictures: "PictureService | None" = field(default=None, repr=False)

    @property
    def pictures(self) -> "PictureService":
        """The user's own pictures; made when first asked for, on the GUI thread."""
        if self._pictures is None:
            from atlas.services.pictures.service import PictureService

            self._pictures = PictureService(self.tasks, self.notebook, self.paths.data / "pictures", self.tasks)
        return self._pictures

    def put_pictures_away(self) -> None:
        """End what is done with pictures, before the notebook is closed."""
        if self._pictures is not None:
            self._pictures.close()
