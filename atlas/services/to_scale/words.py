"""What is said of machines drawn to scale: their sizes, and what stands beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.domain.entries import Profile
from atlas.services.card.format import format_partial, made_on
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


def part_labels() -> dict[str, str]:
    """Return the words for parts that are drawn by themselves, as they stand within a line."""
    translate = QCoreApplication.translate
    return {
        "ascender": translate("ToScale", "ascender"),
        "capsule": translate("ToScale", "capsule"),
        "centaur": translate("ToScale", "Centaur stage"),
        "ground dish": translate("ToScale", "ground dish"),
        "habitat": translate("ToScale", "habitat"),
        "lev 2": translate("ToScale", "LEV-2"),
        "mast": translate("ToScale", "mast"),
        "pressurised rover": translate("ToScale", "pressurised rover"),
        "reactor": translate("ToScale", "reactor"),
        "rover": translate("ToScale", "rover"),
        "smaller satellite": translate("ToScale", "smaller satellite"),
        "solar tower": translate("ToScale", "solar tower"),
        "tansuo": translate("ToScale", "Tansuo"),
    }


def part_label(part: str) -> str:
    """Return the word for a part, or what the catalogue calls it."""
    return part_labels().get(part, part)


def part_title(profile: Profile, name: str) -> str:
    """Return what a drawing is called beside others of its entry: the entry's name, or the part that is shown."""
    label = part_label(profile.part)
    return label[:1].upper() + label[1:] or name


def size_sentence(title: str, size: Size, units: Units = METRIC) -> str:
    """Say how large a machine is drawn."""
    pattern = QCoreApplication.translate("ToScale", "{name}: about {height} high and {width} wide as drawn.")
    return pattern.format(name=title, height=size_text(size.tall, units), width=size_text(size.wide, units))


def describe(titles: Sequence[str], sizes: Sequence[Size], units: Units = METRIC) -> str:
    """Say in words what is to be seen."""
    lines = [size_sentence(title, size, units) for title, size in zip(titles, sizes, strict=True)]
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
    """Return what always stands with a drawing: whose it is, its licence, when it was made."""
    return " · ".join((profile.credit, profile.licence, made_on(format_partial(profile.date))))


def credit_lines(profiles: Sequence[Profile]) -> list[str]:
    """Return how drawings were made and whose they are, each thing said once."""
    said = dict.fromkeys(f"{profile.made}." for profile in profiles)
    return [*said, *dict.fromkeys(credit(profile) for profile in profiles)]


def source_lines(profiles: Sequence[Profile]) -> list[str]:
    """Return where the sizes were read, in a line of its own; none where there are no sources."""
    named = dict.fromkeys(f"{source.title} ({source.publisher})" for p in profiles for source in p.sources)
    pattern = QCoreApplication.translate("ToScale", "Sources: {sources}")
    return [pattern.format(sources="; ".join(named))] if named else []
