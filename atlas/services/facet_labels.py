"""Facets and their values as people read them."""

from PySide6.QtCore import QCoreApplication

from atlas.services.labels import kind_label, phase_label, status_label
from atlas.services.nations import nation_label


def facet_label(facet: str) -> str:
    """Return the heading of a facet."""
    translate = QCoreApplication.translate
    words = {
        "kind": translate("Facets", "Kind"),
        "nation": translate("Facets", "Nation"),
        "status": translate("Facets", "Status"),
        "phase": translate("Facets", "Phase of the ILRS"),
        "decade": translate("Facets", "Decade"),
        "tag": translate("Facets", "My tags"),
        "starred": translate("Facets", "My stars"),
    }
    return words.get(facet, facet)


def value_label(facet: str, value: str) -> str:
    """Return a value of a facet as a chip shows it."""
    match facet:
        case "kind":
            return kind_label(value, plural=True)
        case "nation":
            return nation_label(value)
        case "status":
            word = status_label(value)
            return word[:1].upper() + word[1:]
        case "phase":
            return phase_label(value)
        case "decade":
            return QCoreApplication.translate("Facets", "{year}s").format(year=value)
        case "starred":
            return QCoreApplication.translate("Facets", "★ Starred")
    return f"#{value}"
