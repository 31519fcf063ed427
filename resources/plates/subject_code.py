"""What the subjects' files list, and the state of their code, read without running them: Blender need not be there."""

from __future__ import annotations

import ast
import hashlib
from pathlib import Path
from typing import Final

SUBJECTS: Final = Path(__file__).resolve().parent / "subjects"


def listed(table: str) -> dict[str, Path]:
    """Find every name that a subject lists in a table such as PLATES = {name: (…)}, and its file."""
    found: dict[str, Path] = {}
    for file in sorted(SUBJECTS.glob("[a-z]*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else ()
            targets = (node.target,) if isinstance(node, ast.AnnAssign) else targets
            if any(isinstance(target, ast.Name) and target.id == table for target in targets):
                found |= {str(ast.literal_eval(key)): file for key in getattr(node.value, "keys", ())}
    return found


def fingerprint(file: Path) -> str:
    """Name the state of a subject's code; its comments, layout and docstrings don't count."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef) and ast.get_docstring(node) is not None:
            del node.body[0]
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()[:16]
