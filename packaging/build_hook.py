"""Build backend hook: compiles the catalogue and the page of credits for wheels and editable installs."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes `resources/catalogue.db` and `resources/CREDITS.md` before files are gathered.

    Content with a fault stops the build, and so does a picture without caption, credit, licence or date.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data  # the hook only adds a file to the tree
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from atlas.content.compile import build_catalogue
            from atlas.content.credits import write_credits

            resources = root / "resources"
            content = build_catalogue(resources / "content", root / "db" / "catalogue.sql", resources / "catalogue.db")
            write_credits(content, resources)
        finally:
            sys.path.remove(str(root))
