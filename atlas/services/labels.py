"""Words of the closed lists as people read them, in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from atlas.domain.vocabulary import Basis, Kind, Phase, SourceKind, Status


def kind_label(kind: str, *, plural: bool = False) -> str:
    """Return the word for a kind of entry (or `place`, `note`), capitalised."""
    tr = QCoreApplication.translate
    one = {
        Kind.MISSION: tr("Labels", "Mission"),
        Kind.VEHICLE: tr("Labels", "Vehicle"),
        Kind.PROGRAMME: tr("Labels", "Programme"),
        Kind.ORGANISATION: tr("Labels", "Organisation"),
        Kind.AGREEMENT: tr("Labels", "Agreement"),
        Kind.SITE: tr("Labels", "Site"),
        "place": tr("Labels", "Place"),
        "note": tr("Labels", "Note"),
    }
    many = {
        Kind.MISSION: tr("Labels", "Missions"),
        Kind.VEHICLE: tr("Labels", "Vehicles"),
        Kind.PROGRAMME: tr("Labels", "Programmes"),
        Kind.ORGANISATION: tr("Labels", "Organisations"),
        Kind.AGREEMENT: tr("Labels", "Agreements"),
        Kind.SITE: tr("Labels", "Sites"),
        "place": tr("Labels", "Places"),
        "note": tr("Labels", "Notes"),
    }
    return (many if plural else one).get(kind, kind)


def status_label(status: str) -> str:
    """Return the word for a status, in lower case: it stands in chips and lines."""
    tr = QCoreApplication.translate
    words = {
        Status.PLANNED: tr("Labels", "planned"),
        Status.UNDER_WAY: tr("Labels", "under way"),
        Status.SUCCEEDED: tr("Labels", "succeeded"),
        Status.PARTLY: tr("Labels", "partly succeeded"),
        Status.FAILED: tr("Labels", "failed"),
        Status.PAUSED: tr("Labels", "paused"),
        Status.CANCELLED: tr("Labels", "cancelled"),
        Status.OVERDUE: tr("Labels", "overdue"),
    }
    return words.get(Status(status), status) if status in set(Status) else status


def phase_label(phase: str) -> str:
    """Return the name of an official phase of the research station."""
    tr = QCoreApplication.translate
    words = {
        Phase.RECONNAISSANCE: tr("Labels", "ILRS phase 1"),
        Phase.CONSTRUCTION: tr("Labels", "ILRS phase 2"),
        Phase.UTILIZATION: tr("Labels", "ILRS phase 3"),
    }
    return words.get(Phase(phase), phase) if phase in set(Phase) else phase


def basis_label(basis: Basis) -> str:
    """Return how a claim relates to the world, in a word."""
    tr = QCoreApplication.translate
    return {
        Basis.ACTUAL: tr("Labels", "happened"),
        Basis.REPORTED: tr("Labels", "reported"),
        Basis.PLANNED: tr("Labels", "planned"),
    }[basis]


def source_kind_label(kind: SourceKind) -> str:
    """Return how close a source stands to who said it; empty for an original, which needs no remark."""
    tr = QCoreApplication.translate
    return {
        SourceKind.ORIGINAL: "",
        SourceKind.COPY: tr("Labels", "copy"),
        SourceKind.SECONDARY: tr("Labels", "secondary source"),
        SourceKind.MACHINE: tr("Labels", "machine-made list"),
    }[kind]


def language_label(lang: str) -> str:
    """Return the name of a language by its code."""
    tr = QCoreApplication.translate
    words = {
        "en": tr("Labels", "English"),
        "zh": tr("Labels", "Chinese"),
        "ru": tr("Labels", "Russian"),
        "fr": tr("Labels", "French"),
        "de": tr("Labels", "German"),
        "ja": tr("Labels", "Japanese"),
        "es": tr("Labels", "Spanish"),
        "it": tr("Labels", "Italian"),
    }
    return words.get(lang, lang)


def choice_label(value: str) -> str:
    """Return the word for a claim's value out of a closed list (outcomes, phases, types of site)."""
    tr = QCoreApplication.translate
    words = {
        "landing-site": tr("Labels", "landing site"),
        "impact-site": tr("Labels", "impact site"),
        "candidate-region": tr("Labels", "candidate region"),
        "named-place": tr("Labels", "named place"),
        "reconnaissance": tr("Labels", "reconnaissance (phase 1)"),
        "construction": tr("Labels", "construction (phase 2)"),
        "utilization": tr("Labels", "utilization (phase 3)"),
    }
    return words[value] if value in words else status_label(value)


def relation_label(relation: str) -> str:
    """Return a relation as a heading over the entries at its other end."""
    tr = QCoreApplication.translate
    words = {
        "part-of": tr("Labels", "Part of"),
        "has-part": tr("Labels", "Consists of"),
        "phase-of": tr("Labels", "Phase of"),
        "has-phase": tr("Labels", "Phases"),
        "carries": tr("Labels", "Carries"),
        "carried-by": tr("Labels", "Carried by"),
        "launched-by": tr("Labels", "Launched by"),
        "launched": tr("Labels", "Launched"),
        "launched-with": tr("Labels", "Launched with"),
        "built-by": tr("Labels", "Built by"),
        "built": tr("Labels", "Built"),
        "operated-by": tr("Labels", "Operated by"),
        "operates": tr("Labels", "Operates"),
        "relay-for": tr("Labels", "Relay for"),
        "served-by-relay": tr("Labels", "Relayed by"),
        "successor-of": tr("Labels", "Follows"),
        "predecessor-of": tr("Labels", "Followed by"),
        "landed-at": tr("Labels", "Landed at"),
        "landing-of": tr("Labels", "Landing of"),
        "signed-by": tr("Labels", "Signed by"),
        "signed": tr("Labels", "Signed"),
        "quotes": tr("Labels", "Quotes"),
        "quoted-by": tr("Labels", "Quoted by"),
        "about": tr("Labels", "About"),
        "subject-of": tr("Labels", "Subject of"),
        "replaced-by": tr("Labels", "Replaced by"),
        "replaces": tr("Labels", "Replaces"),
    }
    return words.get(relation, relation)
