"""Build backend hook: compiles the catalogue for wheels and editable installs."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes `resources/catalogue.db` before files are gathered; content with a fault stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data  # the hook only adds a file to the tree
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from atlas.content.compile import build_catalogue

            build_catalogue(
                root / "resources" / "content", root / "db" / "catalogue.sql", root / "resources" / "catalogue.db"
            )
        finally:
            sys.path.remove(str(root))
