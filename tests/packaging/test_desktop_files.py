"""The files by which a Linux desktop finds the atlas."""

import configparser
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import deb  # noqa: E402
from freeze_parts import APP_ID  # noqa: E402

LINUX = ROOT / "packaging" / "linux"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "ilrs-atlas").touch(mode=0o755)
    deb.lay_out(bundle, tmp_path / "tree")
    return tmp_path / "tree"


def test_the_desktop_file() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "ilrs-atlas %u"
    assert entry["Icon"] == APP_ID
    assert entry["MimeType"] == "x-scheme-handler/atlas;"
    # Qt names the X11 window after the program
    assert entry["StartupWMClass"] == "ilrs-atlas"


def test_the_metainfo_and_the_desktop_file_name_each_other(tree: Path) -> None:
    share = tree / "usr" / "share"
    root = ET.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    release = root.find("releases/release")
    assert release is not None
    assert "@" not in "".join(release.attrib.values())
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg").is_file()


def test_the_command_leads_to_the_bundle(tree: Path) -> None:
    assert (tree / "usr" / "bin" / "ilrs-atlas").resolve() == (tree / "opt" / "ilrs-atlas" / "ilrs-atlas").resolve()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktop_file_is_valid(tree: Path) -> None:
    subprocess.run(["desktop-file-validate", tree / "usr" / "share" / "applications" / f"{APP_ID}.desktop"], check=True)


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
def test_the_metainfo_is_valid(tree: Path) -> None:
    file = tree / "usr" / "share" / "metainfo" / f"{APP_ID}.metainfo.xml"
    done = subprocess.run(["appstreamcli", "validate", "--no-net", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
