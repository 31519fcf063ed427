"""What the window remembers between two starts, in one INI file in the user's data folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Typed access to the INI file. A missing or spoilt value reads as the default."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(key, value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        word = self._store.value(key, "true" if default else "false")
        return str(word).casefold() in {"true", "1", "yes"}

    def set_flag(self, key: str, *, value: bool) -> None:
        """Remember a yes or no."""
        self._store.setValue(key, "true" if value else "false")

    def texts(self, key: str) -> list[str]:
        """Return a list of texts, each of which is free of line ends."""
        joined = self.text(key)
        return joined.split("\n") if joined else []

    def set_texts(self, key: str, values: list[str]) -> None:
        """Remember a list of texts."""
        self._store.setValue(key, "\n".join(values))

    def state(self, key: str) -> QByteArray | None:
        """Return a saved geometry or layout, None where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def set_state(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or layout."""
        self._store.setValue(key, value)

    def remove(self, key: str) -> None:
        """Forget one value, or every value below `key/`."""
        self._store.remove(key)

    def sync(self) -> None:
        """Write what is not yet on the disk."""
        self._store.sync()
