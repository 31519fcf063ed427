from pathlib import Path

from PySide6.QtCore import QByteArray

from atlas.services.settings import Settings


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    first = Settings(file)
    first.set_text("theme", "dark")
    first.set_flag("list/starred", value=True)
    first.set_texts("list/nation", ["CN", "RU"])
    first.set_state("window/docks", QByteArray(b"\x00\xff"))
    first.sync()
    again = Settings(file)
    assert again.text("theme") == "dark"
    assert again.flag("list/starred")
    assert again.texts("list/nation") == ["CN", "RU"]
    assert again.state("window/docks") == QByteArray(b"\x00\xff")
    again.remove("list")
    assert again.texts("list/nation") == []


def test_spoilt_values_read_as_the_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\ntheme=a, b\n[window]\ndocks=nonsense\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.text("theme", "system") == "system"
    assert settings.state("window/docks") is None
    assert not settings.flag("window/docks")
    assert settings.texts("nothing") == []
