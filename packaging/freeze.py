"""Builds the frozen application: one folder with everything in it, for the system on which this runs.

    python packaging/freeze.py [--deb] [--distpath dist] [--workpath build]

Compiles the catalogue, runs PyInstaller on ilrs-atlas.spec, looks the result over and prints its size by part. Fails on
anything that is missing from the bundle or has no place in it. The application is `dist/ilrs-atlas/ilrs-atlas`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "ilrs-atlas"


class FreezeError(Exception):
    """The bundle could not be built, or is not fit to be given away; the text says why, a line for each reason."""


def compile_catalogue() -> None:
    """Write `resources/catalogue.db` and `CREDITS.md` from the text files. Raises ContentError."""
    from atlas.content.compile import build_catalogue
    from atlas.content.credits import write_credits

    resources = ROOT / "resources"
    content = build_catalogue(resources / "content", ROOT / "db" / "catalogue.sql", resources / "catalogue.db")
    write_credits(content, resources)


def run_pyinstaller(dist: Path, work: Path) -> list[str]:
    """Run PyInstaller and return the lines of its log, which is kept in `work`. Raises FreezeError where it fails."""
    from atlas import __version__

    # what was worked out before is not warned about again
    shutil.rmtree(work / NAME, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", str(dist), "--workpath", str(work)]
    # PyInstaller tells of plugins that it excludes on this level only
    command += ["--log-level", "DEBUG", str(ROOT / "packaging" / f"{NAME}.spec")]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "ILRS_ATLAS_VERSION": __version__}
    if sys.platform != "linux":
        environment["ILRS_ATLAS_ICON"] = str(draw_icon(work / "atlas.png"))
    log = work / "freeze.log"
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT, check=False)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    if done.returncode:
        raise FreezeError("PyInstaller failed:\n" + "\n".join(lines[-30:]))
    return lines


def draw_icon(target: Path) -> Path:
    """Draw the application's icon, 1024 pixels wide, for PyInstaller to make an .ico or .icns of (with Pillow)."""
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication, QImage, QPainter\n"
        "from PySide6.QtSvg import QSvgRenderer\n"
        "app = QGuiApplication([]); image = QImage(1024, 1024, QImage.Format.Format_ARGB32); image.fill(0)\n"
        "painter = QPainter(image); QSvgRenderer(sys.argv[1]).render(painter); painter.end()\n"
        "sys.exit(0 if image.save(sys.argv[2]) else 1)"
    )
    source = ROOT / "resources" / "icons" / "atlas.svg"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code, str(source), str(target)], env=environment, check=True)
    return target


def strip_symbols(bundle: Path) -> None:
    """Take the symbols out of the interpreter and of rasterio, whose wheel carries 38 MB of them; the probe follows."""
    if sys.platform != "linux" or shutil.which("strip") is None:
        return
    inside = bundle / "_internal"
    for pattern in ("libpython*.so*", "python3.*/lib-dynload/*.so", "rasterio/**/*.so", "rasterio.libs/*.so*"):
        for path in inside.glob(pattern):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def run_probe(bundle: Path) -> None:
    """Use every bundled library from inside, in a bare environment, and take the probe out. Raises FreezeError."""
    for program in bundle.glob(f"{NAME}-probe*"):
        bare = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if sys.platform == "win32" else {"PATH": "/usr/bin"}
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run(
                [program], cwd=home, env={**bare, "HOME": home}, capture_output=True, text=True, check=False
            )
        program.unlink()
        if done.returncode:
            raise FreezeError(f"A library does not work in the bundle:\n{done.stderr}")
        print(done.stdout.strip())


def look_over(bundle: Path, work: Path, log: list[str]) -> None:
    """Print sizes and what the machine must have. Raises FreezeError on any problem."""
    import freeze_checks as checks

    problems = checks.problems_of_log(log)
    warnings = (work / NAME / f"warn-{NAME}.txt").read_text(encoding="utf-8")
    problems += checks.problems_of_warnings(warnings)
    problems += checks.problems_of_bundle(bundle)
    print(f"Size of {bundle} by part:\n{checks.size_table(bundle)}")
    if sys.platform == "linux":
        wanted = checks.host_libraries(bundle)
        problems += checks.problems_of_host_libraries(wanted)
        print(f"Expected of the machine: glibc {checks.least_glibc(bundle)} or newer, {', '.join(wanted)}")
    if problems:
        raise FreezeError("The bundle is not fit to be given away:\n" + "\n".join(f"  {line}" for line in problems))


def main() -> int:
    """Build, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--distpath", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument("--workpath", type=Path, default=ROOT / "build", metavar="DIR")
    parser.add_argument("--deb", action="store_true", help="also make a package for Debian and Ubuntu")
    args = parser.parse_args()
    dist, work = args.distpath.absolute(), args.workpath.absolute()
    sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
    from licences import write_licences

    started = time.monotonic()
    try:
        compile_catalogue()
        log = run_pyinstaller(dist, work)
        strip_symbols(dist / NAME)
        run_probe(dist / NAME)
        print(f"{write_licences(dist / NAME)} licence texts")
        look_over(dist / NAME, work, log)
    except FreezeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Built in {time.monotonic() - started:.0f} s.")
    if args.deb:
        from deb import build_deb

        print(build_deb(dist / NAME, dist, work))
    return 0


if __name__ == "__main__":
    sys.exit(main())
