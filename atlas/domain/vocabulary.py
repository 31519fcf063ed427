"""The closed word lists that files, database, command line and window share."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What an entry is about."""

    MISSION = "mission"
    VEHICLE = "vehicle"
    PROGRAMME = "programme"
    ORGANISATION = "organisation"
    AGREEMENT = "agreement"
    SITE = "site"


class Status(StrEnum):
    """What has become of an entry; always derived (see `atlas.domain.status`), never typed in."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    SUCCEEDED = "succeeded"
    PARTLY = "partly"
    FAILED = "failed"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"


class Basis(StrEnum):
    """How a claim relates to the world, strongest first."""

    ACTUAL = "actual"
    REPORTED = "reported"
    PLANNED = "planned"

    @property
    def rank(self) -> int:
        """0 for the strongest basis."""
        return _RANKS[self]


_RANKS: Final = {basis: rank for rank, basis in enumerate(Basis)}


class Phase(StrEnum):
    """The three official phases of the ILRS roadmap of June 2021."""

    RECONNAISSANCE = "reconnaissance"
    CONSTRUCTION = "construction"
    UTILIZATION = "utilization"


class SourceKind(StrEnum):
    """How close a source stands to who said it."""

    ORIGINAL = "original"
    COPY = "copy"
    SECONDARY = "secondary"
    MACHINE = "machine"


class PictureKind(StrEnum):
    """What a picture is, and how near it stands to what it shows."""

    PLATE = "plate"
    """Drawn: a globe, a scheme, a model."""
    MAP = "map"
    """Drawn from measured heights."""
    IMAGERY = "imagery"
    """Cut from what a camera in orbit saw."""
    MENTIONED = "mentioned"
    """Known of, not reproduced: there is no file."""


LANGUAGES: Final = ("en", "zh", "ru")
NATION_EU: Final = "EU"
NATION_INTERNATIONAL: Final = "INT"

RELATION_TYPES: Final[dict[str, str]] = {
    "part-of": "has-part",
    "phase-of": "has-phase",
    "carries": "carried-by",
    "launched-by": "launched",
    "launched-with": "launched-with",
    "built-by": "built",
    "operated-by": "operates",
    "relay-for": "served-by-relay",
    "successor-of": "predecessor-of",
    "landed-at": "landing-of",
    "signed-by": "signed",
    "quotes": "quoted-by",
    "about": "subject-of",
    "replaced-by": "replaces",
}
"""Relation type as written in a file, and what the other end calls it."""


class Outcome(StrEnum):
    """How a flight ended, as a claim of its own; the word is also the derived status."""

    SUCCEEDED = "succeeded"
    PARTLY = "partly"
    FAILED = "failed"


class SiteType(StrEnum):
    """What a site entry stands for."""

    LANDING_SITE = "landing-site"
    IMPACT_SITE = "impact-site"
    CANDIDATE_REGION = "candidate-region"
    NAMED_PLACE = "named-place"
