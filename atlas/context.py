"""The services of one running atlas, handed to constructors: there is no global state."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

if TYPE_CHECKING:
    from atlas.services.notebook import NotebookService
    from atlas.services.notebook_care import NotebookCare
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
