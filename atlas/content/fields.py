"""Typed reading of a table's keys: each reader notes a problem instead of raising, so that all are found at once."""

import re
from collections.abc import Collection
from datetime import date

from atlas.content.edtf_dates import parse_span
from atlas.content.reader import Problem, Table
from atlas.domain.claims import ClaimValue
from atlas.domain.dates import DateSpan, last_day
from atlas.domain.properties import Property, ValueType

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Tell whether text is a slug: lower-case words and numbers joined by hyphens."""
    return _SLUG.fullmatch(text) is not None


class Fields:
    """Reads one table and collects its problems."""

    def __init__(self, table: Table, problems: list[Problem]) -> None:
        self.table = table
        self._problems = problems

    def complain(self, key: str, message: str) -> None:
        """Note a problem at a key."""
        self._problems.append(self.table.problem(key, message))

    def only(self, allowed: Collection[str]) -> None:
        """Complain about keys that no reader knows."""
        for key in self.table.data:
            if key not in allowed:
                self.complain(key, f"unknown key {key!r}: expected one of {', '.join(sorted(allowed))}")

    def text(self, key: str) -> str:
        """Read a text that must be there and not be empty."""
        value = self.optional_text(key)
        if value is None and key not in self.table.data:
            self.complain(key, f'expected {key} = "…"')
        return value or ""

    def optional_text(self, key: str) -> str | None:
        """Read a text that may be missing, but not be empty."""
        value = self.table.data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.complain(key, f"{key}: expected text in quotes, found {value!r}")
            return None
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; missing is empty."""
        value = self.table.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.complain(key, f'{key}: expected a list of texts such as ["…"], found {value!r}')
            return ()
        if len(set(value)) != len(value):
            self.complain(key, f"{key}: the same word stands twice")
        return tuple(value)

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """Read one of the allowed words."""
        value = self.table.data.get(key)
        if value not in allowed:
            self.complain(key, f"{key}: expected one of {', '.join(allowed)}, found {value!r}")
            return None
        return str(value)

    def slugs(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """Read a list of slugs that must exist."""
        found = self.texts(key)
        for slug in found:
            if slug not in known:
                self.complain(key, f"{key}: expected the id of {what}, found {slug!r}")
        return tuple(slug for slug in found if slug in known)

    def number(self, key: str) -> float | None:
        """Read a number that may be missing."""
        value = self.table.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.complain(key, f"{key}: expected a number, found {value!r}")
            return None
        return float(value)

    def pixels(self, key: str) -> int | None:
        """Read a whole number of pixels that must be there."""
        value = self.table.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.complain(key, f"{key}: expected a whole number of pixels, found {value!r}")
            return None
        return value

    def day(self, key: str) -> date | None:
        """Read a partial ISO date as its last day; it may be missing."""
        text = self.partial_date(key)
        return last_day(text) if text else None

    def partial_date(self, key: str) -> str | None:
        """Read a partial ISO date as text; it may be missing."""
        text = self.optional_text(key)
        if text is None:
            return None
        try:
            last_day(text)
        except ValueError as error:
            self.complain(key, f"{key}: {error}")
            return None
        return text

    def span(self, key: str) -> DateSpan | None:
        """Read an EDTF date or UTC instant that must be there."""
        text = self.text(key)
        if not text:
            return None
        try:
            return parse_span(text)
        except ValueError as error:
            self.complain(key, f"{key}: {error}")
            return None

    def value(self, prop: Property) -> tuple[ClaimValue | None, DateSpan | None]:
        """Read a claim's `value` as its property asks."""
        if prop.type is ValueType.DATE:
            span = self.span("value")
            return (span.text if span else None), span
        value = self.table.data.get("value")
        if prop.type is ValueType.NUMBER:
            return self._number_value(value), None
        if prop.type is ValueType.CHOICE:
            return self.choice("value", prop.choices), None
        if prop.type is ValueType.COORDINATE:
            return self._degrees(value, 2, "[latitude, longitude]"), None
        if prop.type is ValueType.REGION:
            return self._degrees(value, 4, "[west, south, east, north]"), None
        return self.text("value") or None, None

    def _number_value(self, value: object) -> float | int | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.complain("value", f"value: expected a number, found {value!r}")
            return None
        return value

    def _degrees(self, value: object, count: int, form: str) -> tuple[float, ...] | None:
        if not isinstance(value, list) or len(value) != count or not all(map(_is_number, value)):
            self.complain("value", f"value: expected {form} in degrees, found {value!r}")
            return None
        lats = value[:1] if count == 2 else value[1::2]
        lons = value[1:] if count == 2 else value[0::2]
        if any(not -90 <= lat <= 90 for lat in lats):
            self.complain("value", f"value: expected latitudes from -90 to 90, found {value!r}")
            return None
        if any(not 0 <= lon < 360 for lon in lons):
            self.complain("value", f"value: expected longitudes east-positive from 0 to below 360, found {value!r}")
            return None
        return tuple(float(v) for v in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
