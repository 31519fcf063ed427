"""Commands speak English whatever the language of the system or of the interface is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.services.settings import Settings


@pytest.fixture
def russian(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a Russian machine whose user chose Russian in the window too."""
    data = tmp_path / "data"
    data.mkdir()
    Settings(data / "settings.ini").set_text("language", "ru")
    return {**os.environ, "LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru", "ILRS_ATLAS_DATA": str(data), "PYTHONUTF8": "1"}


def out(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_an_entry_is_shown_in_english(russian: dict[str, str]) -> None:
    text = out(russian, "show", "luna-25")
    assert text.startswith("# Luna-25\n"), "the English name comes first"
    assert "as known on 22 November 2026" in text
    assert "| Launch |" in text
    assert "1 year " in text
    assert "3.6 years later than first planned" in text


def test_an_exported_text_is_in_english(russian: dict[str, str], tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    out(russian, "export", "-o", str(target), "--kind", "agreement")
    assert "Agreement" in target.read_text(encoding="utf-8")
