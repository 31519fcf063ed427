"""Words of the closed lists as people read them, in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from atlas.domain.vocabulary import Basis, Kind, Phase, SourceKind, Status


def kind_label(kind: str, *, plural: bool = False) -> str:
    """Return the word for a kind of entry (or `place`, `note`), capitalised."""
    translate = QCoreApplication.translate
    one = {
        Kind.MISSION: translate("Labels", "Mission"),
        Kind.VEHICLE: translate("Labels", "Vehicle"),
        Kind.PROGRAMME: translate("Labels", "Programme"),
        Kind.ORGANISATION: translate("Labels", "Organisation"),
        Kind.AGREEMENT: translate("Labels", "Agreement"),
        Kind.SITE: translate("Labels", "Site"),
        "place": translate("Labels", "Place"),
        "note": translate("Labels", "Note"),
    }
    many = {
        Kind.MISSION: translate("Labels", "Missions"),
        Kind.VEHICLE: translate("Labels", "Vehicles"),
        Kind.PROGRAMME: translate("Labels", "Programmes"),
        Kind.ORGANISATION: translate("Labels", "Organisations"),
        Kind.AGREEMENT: translate("Labels", "Agreements"),
        Kind.SITE: translate("Labels", "Sites"),
        "place": translate("Labels", "Places"),
        "note": translate("Labels", "Notes"),
    }
    return (many if plural else one).get(kind, kind)


def status_label(status: str) -> str:
    """Return the word for a status, in lower case: it stands in chips and lines."""
    translate = QCoreApplication.translate
    words = {
        Status.PLANNED: translate("Labels", "planned"),
        Status.UNDER_WAY: translate("Labels", "under way"),
        Status.SUCCEEDED: translate("Labels", "succeeded"),
        Status.PARTLY: translate("Labels", "partly succeeded"),
        Status.FAILED: translate("Labels", "failed"),
        Status.PAUSED: translate("Labels", "paused"),
        Status.CANCELLED: translate("Labels", "cancelled"),
        Status.OVERDUE: translate("Labels", "overdue"),
    }
    return words.get(Status(status), status) if status in set(Status) else status


def phase_label(phase: str) -> str:
    """Return the name of an official phase of the research station."""
    translate = QCoreApplication.translate
    words = {
        Phase.RECONNAISSANCE: translate("Labels", "ILRS phase 1"),
        Phase.CONSTRUCTION: translate("Labels", "ILRS phase 2"),
        Phase.UTILIZATION: translate("Labels", "ILRS phase 3"),
    }
    return words.get(Phase(phase), phase) if phase in set(Phase) else phase


def basis_label(basis: Basis) -> str:
    """Return how a claim relates to the world, in a word."""
    translate = QCoreApplication.translate
    return {
        Basis.ACTUAL: translate("Labels", "happened"),
        Basis.REPORTED: translate("Labels", "reported"),
        Basis.PLANNED: translate("Labels", "planned"),
    }[basis]


def source_kind_label(kind: SourceKind) -> str:
    """Return how close a source stands to who said it; empty for an original, which needs no remark."""
    translate = QCoreApplication.translate
    return {
        SourceKind.ORIGINAL: "",
        SourceKind.COPY: translate("Labels", "copy"),
        SourceKind.SECONDARY: translate("Labels", "secondary source"),
        SourceKind.MACHINE: translate("Labels", "machine-made list"),
    }[kind]


def language_label(lang: str) -> str:
    """Return the name of a language by its code."""
    translate = QCoreApplication.translate
    words = {
        "en": translate("Labels", "English"),
        "zh": translate("Labels", "Chinese"),
        "ru": translate("Labels", "Russian"),
        "fr": translate("Labels", "French"),
        "de": translate("Labels", "German"),
        "ja": translate("Labels", "Japanese"),
        "es": translate("Labels", "Spanish"),
        "it": translate("Labels", "Italian"),
    }
    return words.get(lang, lang)


def choice_label(value: str) -> str:
    """Return the word for a claim's value out of a closed list (outcomes, phases, types of site)."""
    translate = QCoreApplication.translate
    words = {
        "landing-site": translate("Labels", "landing site"),
        "impact-site": translate("Labels", "impact site"),
        "candidate-region": translate("Labels", "candidate region"),
        "named-place": translate("Labels", "named place"),
        "reconnaissance": translate("Labels", "reconnaissance (phase 1)"),
        "construction": translate("Labels", "construction (phase 2)"),
        "utilization": translate("Labels", "utilization (phase 3)"),
    }
    return words[value] if value in words else status_label(value)


def relation_label(relation: str) -> str:
    """Return a relation as a heading over the entries at its other end."""
    translate = QCoreApplication.translate
    words = {
        "part-of": translate("Labels", "Part of"),
        "has-part": translate("Labels", "Consists of"),
        "phase-of": translate("Labels", "Phase of"),
        "has-phase": translate("Labels", "Phases"),
        "carries": translate("Labels", "Carries"),
        "carried-by": translate("Labels", "Carried by"),
        "launched-by": translate("Labels", "Launched by"),
        "launched": translate("Labels", "Launched"),
        "launched-with": translate("Labels", "Launched with"),
        "built-by": translate("Labels", "Built by"),
        "built": translate("Labels", "Built"),
        "operated-by": translate("Labels", "Operated by"),
        "operates": translate("Labels", "Operates"),
        "relay-for": translate("Labels", "Relay for"),
        "served-by-relay": translate("Labels", "Relayed by"),
        "successor-of": translate("Labels", "Follows"),
        "predecessor-of": translate("Labels", "Followed by"),
        "landed-at": translate("Labels", "Landed at"),
        "landing-of": translate("Labels", "Landing of"),
        "signed-by": translate("Labels", "Signed by"),
        "signed": translate("Labels", "Signed"),
        "quotes": translate("Labels", "Quotes"),
        "quoted-by": translate("Labels", "Quoted by"),
        "about": translate("Labels", "About"),
        "subject-of": translate("Labels", "Subject of"),
        "replaced-by": translate("Labels", "Replaced by"),
        "replaces": translate("Labels", "Replaces"),
    }
    return words.get(relation, relation)
