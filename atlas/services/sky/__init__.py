"""Sun and Earth over the Moon: where they stand, 1959–2060, and what of them the terrain leaves in sight."""

from atlas.services.sky.disc import visible_shares
from atlas.services.sky.ephemeris import Directions, Sky, SkyError, SkySpanError
from atlas.services.sky.ground import Ground
from atlas.services.sky.horizon import Skyline, skyline
from atlas.services.sky.observer import Apparent, Observer
from atlas.services.sky.view import BodyView, Ridge, SkyView, sky_view

__all__ = [
    "Apparent", "BodyView", "Directions", "Ground", "Observer", "Ridge", "Sky", "SkyError", "SkySpanError", "SkyView",
    "Skyline", "sky_view", "skyline",
    "visible_shares",
]  # fmt: skip
