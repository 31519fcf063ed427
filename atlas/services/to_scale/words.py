"""What is said of machines drawn to scale: their sizes, and what stands beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.domain.entries import Profile
from atlas.services.card.format import format_partial
from atlas.services.to_scale.layout import FIGURES, Companion, Size, companion_of
from atlas.services.units import METRES_PER_FOOT, METRIC, Units


def size_text(metres: float, units: Units = METRIC) -> str:
    """Write a size with two digits or three: `0.34 m`, `4.3 m`, `56.9 m`, `110 m`, `14.1 ft`."""
    translate = QCoreApplication.translate
    value = metres / METRES_PER_FOOT if units.feet else metres
    digits = 0 if value >= 100 else 2 if value < 1 else 1
    # decimals that are nought say nothing
    while digits and abs(round(value, digits) - round(value, digits - 1)) < 1e-9:
        digits -= 1
    number = QLocale().toString(float(value), "f", digits)
    return (translate("ToScale", "{number} ft") if units.feet else translate("ToScale", "{number} m")).format(
        number=number
    )


def part_title(profile: Profile, name: str) -> str:
    """Return what a drawing is called beside others of its entry: the entry's name, or the part that is shown."""
    return profile.part[:1].upper() + profile.part[1:] if profile.part else name


def describe(titles: Sequence[str], sizes: Sequence[Size], units: Units = METRIC) -> str:
    """Say in words what is to be seen."""
    translate = QCoreApplication.translate
    pattern = translate("ToScale", "{name}: about {height} high and {width} wide as drawn.")
    lines = [
        pattern.format(name=title, height=size_text(size.tall, units), width=size_text(size.wide, units))
        for title, size in zip(titles, sizes, strict=True)
    ]
    lines.append(_beside(companion_of(sizes), units))
    return " ".join(line for line in lines if line)


def _beside(companion: Companion, units: Units) -> str:
    translate = QCoreApplication.translate
    if companion is Companion.PERSON:
        words = translate("ToScale", "At the right, at the same scale, a person of {size}.")
    elif companion is Companion.HAND:
        words = translate("ToScale", "At the right, at the same scale, a hand of {size}.")
    else:
        return ""
    return words.format(size=size_text(FIGURES[companion].tall, units))


def credit(profile: Profile) -> str:
    """Return what always stands with a drawing: whose it is, its licence, its date."""
    return " · ".join((profile.credit, profile.licence, format_partial(profile.date)))


def credit_lines(profiles: Sequence[Profile]) -> list[str]:
    """Return how drawings were made and whose they are, each thing said once."""
    said = dict.fromkeys(f"{profile.made}." for profile in profiles)
    return [*said, *dict.fromkeys(credit(profile) for profile in profiles)]
