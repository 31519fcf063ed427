"""A write that fails leaves what was there before, and the user is told in a sentence."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from atlas.services.export.files import write_atomically
from atlas.services.export.formats import FORMATS
from atlas.services.export.words import can_be_told, failure_sentence, format_label, name_filter
from atlas.store.errors import CatalogueError, UnknownSlugError

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.csv"
    file.write_text("old")
    return file


def alone(file: Path) -> bool:
    """Return whether the file is unchanged and nothing else lies beside it."""
    return file.read_text() == "old" and [p.name for p in file.parent.iterdir()] == [file.name]


def test_writes_and_replaces(old: Path) -> None:
    write_atomically(old, b"new")
    assert old.read_bytes() == b"new"
    assert [p.name for p in old.parent.iterdir()] == ["old.csv"]


def test_a_replaced_file_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o600)
    write_atomically(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    write_atomically(tmp_path / "new", b"new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_goes_on_pointing(old: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("links") / "link.csv"
    link.symlink_to(old)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 251 + ".csv")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space") as caught:
        write_atomically(old, b"new" * 1000)
    assert alone(old)
    said = failure_sentence(caught.value, old)
    assert said.startswith("There is no room for old.csv in")
    assert "The file that was there before is unchanged." in said
    assert "Make room" in said


@linux_only
def test_a_disk_that_fills_up_leaves_the_old_file(old: Path) -> None:
    """The system itself refuses the write half-way: a limit of 64 kB to files of another process."""
    code = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from atlas.services.export.files import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try:\n    write_atomically(Path(sys.argv[1]), b'x' * 1_000_000)\n"
        "except OSError as error:\n    print(error.errno)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(old)], capture_output=True, text=True, check=True)
    assert int(done.stdout) == errno.EFBIG
    assert alone(old)


@linux_only
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "full.csv"
    link.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space") as caught:
        write_atomically(link, b"x")
    assert Path("/dev/full").is_char_device()
    said = failure_sentence(caught.value, link)
    assert said.startswith("There is no room for full.csv")
    assert "Nothing was written." in said


@contextmanager
def not_root() -> Iterator[None]:
    """Give up the right of root to write everywhere, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@linux_only
def test_a_read_only_folder_leaves_the_old_file(old: Path) -> None:
    folder = old.parent
    # the folders of tests are closed to other users all the way up
    ways = [p for p in folder.parents if p.stat().st_uid == os.geteuid() and p != Path("/")]
    modes = {p: stat.S_IMODE(p.stat().st_mode) for p in ways}
    for path in ways:
        path.chmod(modes[path] | 0o011)
    folder.chmod(0o555)
    try:
        with not_root(), pytest.raises(PermissionError) as caught:
            write_atomically(old, b"new")
        said = failure_sentence(caught.value, old)
    finally:
        folder.chmod(0o755)
        for path, mode in modes.items():
            path.chmod(mode)
    assert alone(old)
    assert said == (
        f"{folder} does not let the atlas write old.csv. The file that was there before is unchanged. "
        "Choose another folder."
    )


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "a.csv"
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(target, b"new")
    said = failure_sentence(caught.value, target)
    assert said == f"The folder {target.parent} is not there. Nothing was written. Choose another folder."


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.mkdir()
    with pytest.raises(OSError, match=r"directory|denied") as caught:
        write_atomically(target, b"new")
    assert target.is_dir()
    if os.name == "posix":
        assert failure_sentence(caught.value, target).startswith(f"{target} is a folder, not a file.")


@pytest.mark.parametrize("number", [errno.ENAMETOOLONG, errno.EIO, errno.EROFS, errno.ENOTDIR])
def test_every_failure_has_three_parts(number: int, old: Path) -> None:
    said = failure_sentence(OSError(number, os.strerror(number)), old)
    assert "unchanged." in said
    assert "Choose another" in said


def test_other_errors_speak_for_themselves() -> None:
    assert failure_sentence(CatalogueError("It is damaged."), Path("a")) == "It is damaged."
    assert "“x-1” is not known" in failure_sentence(UnknownSlugError("x-1"), Path("a"))
    assert can_be_told(OSError())
    assert not can_be_told(RuntimeError())


def test_every_format_has_a_name_of_its_own() -> None:
    labels = [format_label(f) for f in FORMATS]
    assert len(set(labels)) == len(FORMATS)
    assert name_filter("claims").endswith("(*.claims.csv)")
