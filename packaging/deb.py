"""Packs a frozen bundle for Debian and Ubuntu, with what a desktop needs to find it.

python packaging/freeze.py --deb          builds the bundle and the package
python packaging/deb.py dist/ilrs-atlas   packs a bundle that is there already
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEPENDS = (
    # what the bundle does not bring, because it belongs to the system, the graphics driver or the compositor
    "zlib1g",
    "libegl1",
    "libgl1",
    "libxcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    # data that the bundled libraries read
    "fontconfig-config",
    "libx11-data",
    "xkb-data",
    # bundled too; named so that the window opens even where a copy does not fit the system
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
RECOMMENDS = ("fonts-noto-cjk", "fonts-noto-core | fonts-dejavu-core", "xdg-utils")


def control(bundle: Path, version: str, installed_bytes: int) -> str:
    """Return the control file of the package."""
    from freeze_checks import least_glibc

    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return "\n".join(
        [
            "Package: ilrs-atlas",
            f"Version: {version}",
            f"Architecture: {architecture.stdout.strip()}",
            "Maintainer: The ILRS Atlas authors",
            f"Installed-Size: {installed_bytes // 1024}",
            f"Depends: libc6 (>= {least_glibc(bundle)}), {', '.join(DEPENDS)}",
            f"Recommends: {', '.join(RECOMMENDS)}",
            "Section: science",
            "Priority: optional",
            "Description: offline atlas of the race to the Moon's south pole",
            " Missions, vehicles, agencies, agreements and sites of the International Lunar",
            " Research Station, of Artemis and of everything else that flies to the Moon's",
            " south pole. Every fact says who said it and when; every place lies on a map;",
            " your own notes lie beside both. Needs no account and no network.",
            "",
        ]
    )


def lay_out(bundle: Path, tree: Path) -> str:
    """Put the bundle and the desktop's files into the folders of a system below `tree`; return the version."""
    from freeze_parts import APP_ID

    from atlas import __version__

    linux = ROOT / "packaging" / "linux"
    shutil.copytree(bundle, tree / "opt" / "ilrs-atlas", symlinks=True)
    share = tree / "usr" / "share"
    program = tree / "usr" / "bin" / "ilrs-atlas"
    program.parent.mkdir(parents=True)
    program.symlink_to("../../opt/ilrs-atlas/ilrs-atlas")
    _copy(linux / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"
    _copy(ROOT / "resources" / "icons" / "atlas.svg", icon)
    _copy(ROOT / "LICENSE", share / "doc" / "ilrs-atlas" / "copyright")
    metainfo = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(_metainfo(linux / f"{APP_ID}.metainfo.xml", __version__), encoding="utf-8")
    return __version__


def _metainfo(template: Path, version: str) -> str:
    catalogue = tomllib.loads((ROOT / "resources" / "content" / "catalogue.toml").read_text(encoding="utf-8"))
    return template.read_text(encoding="utf-8").replace("@VERSION@", version).replace("@DATE@", str(catalogue["date"]))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copyfile(source, target)


def _validate(tree: Path) -> None:
    """Let the desktop's own checkers look at the files, where they are installed. Raises CalledProcessError."""
    share = tree / "usr" / "share"
    for command, pattern in (
        (["desktop-file-validate"], "applications/*.desktop"),
        (["appstreamcli", "validate", "--no-net"], "metainfo/*.xml"),
    ):
        if shutil.which(command[0]):
            subprocess.run([*command, *map(str, share.glob(pattern))], check=True)
        else:
            print(f"{command[0]} is not installed: {pattern} was not checked", file=sys.stderr)


def build_deb(bundle: Path, out: Path, work: Path) -> Path:
    """Write the package into `out` and return its path. Raises FileNotFoundError where dpkg-deb is missing."""
    if shutil.which("dpkg-deb") is None:
        raise FileNotFoundError("dpkg-deb is not installed: a package for Debian can be made on Debian or Ubuntu only")
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    version = lay_out(bundle, tree)
    _validate(tree)
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    folder = tree / "DEBIAN"
    folder.mkdir()
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
    ]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")
    text = control(bundle, version, sum(path.stat().st_size for path in files))
    (folder / "control").write_text(text, encoding="utf-8")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    architecture = re.search(r"^Architecture: (\S+)$", text, re.MULTILINE)
    assert architecture is not None
    target = out / f"ilrs-atlas_{version}_{architecture[1]}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)], check=True)
    shutil.rmtree(tree)
    return target


def main() -> None:
    """Pack a bundle that is there already."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=Path, help="the folder that freeze.py made")
    parser.add_argument("--workpath", type=Path, default=ROOT / "build", metavar="DIR")
    args = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
    bundle: Path = args.bundle.absolute()
    print(build_deb(bundle, bundle.parent, args.workpath.absolute()))


if __name__ == "__main__":
    main()
