"""The layer of permanent shadow that ships: what is known of the pole is in it."""

import math

import numpy as np
import pytest
from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon, destination, project
from atlas.paths import Paths
from atlas.services.illumination.ever import highest_suns, southernmost_suns
from atlas.services.map import style
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.shadow_layer import LIT, shadow_image
from atlas.services.sky import Directions, Ground, Sky
from atlas.services.sky.shadow import Rect
from atlas.services.terrain import GroundPictures, Terrain
from atlas.store.catalogue import Catalogue


@pytest.fixture(scope="module")
def stored() -> QImage:
    return GroundPictures(Paths.find().terrain).permanent_shadow()


@pytest.fixture(scope="module")
def suns() -> Directions:
    return southernmost_suns(Sky.load(Paths.find().sky))


def dark(stored: QImage, p: LatLon) -> bool:
    """Return whether a place lies in the shadow, as it is drawn."""
    x, y = project(p)
    image = shadow_image(stored, Rect(x - 100.0, y - 100.0, x + 100.0, y + 100.0, 1, 1))
    return image.pixelColor(0, 0).alpha() > style.PERMANENT_SHADOW.alpha() // 2


@pytest.mark.parametrize("name", ["Shackleton", "Shoemaker", "Haworth", "Faustini"])
def test_the_floors_of_the_dark_craters_are_in_it(stored: QImage, name: str) -> None:
    place = next(p for p in Catalogue.open(Paths.find().catalogue).places() if p.name == name)
    middle = LatLon(place.lat, place.lon)
    assert dark(stored, middle)
    reach = place.diameter_km * 1000.0 * 0.15
    assert all(dark(stored, destination(middle, azimuth, reach)) for azimuth in range(0, 360, 45))


@pytest.mark.parametrize(
    "p",
    # the place lit most of 2020, near Shackleton's rim (Bussey et al., Icarus 208, 2010), and the connecting ridge
    [LatLon(-88.74, 124.5), LatLon(-89.45, 222.69)],
)
def test_ridges_near_shackleton_are_not(stored: QImage, p: LatLon) -> None:
    assert not dark(stored, p)


def test_the_southernmost_suns_are_those_of_all_the_years(suns: Directions) -> None:
    assert len(suns.lat) == 720
    # the Moon's equator is inclined by 1.54° to the ecliptic, and librates a little
    assert -1.62 < suns.lat.min() < suns.lat.max() < -1.5
    gaps = np.diff(np.sort(suns.lon))
    assert gaps.max() < 1.0


def test_what_ships_is_what_the_terrain_and_the_sky_give(stored: QImage, suns: Directions) -> None:
    terrain = Terrain(Paths.find().terrain)
    half = 20_800.0
    side = round(2.0 * half / 1600.0)
    few = Directions(suns.unit[::8], suns.distance_km[::8], suns.radius_km)
    *_, height = highest_suns(Ground.of(terrain), Rect(-half, -half, half, half, side, side), few)
    first = (stored.width() - side) // 2
    grey = np.array([[stored.pixelColor(first + c, first + r).red() for c in range(side)] for r in range(side)])
    lit_now, lit_stored = height > 0.0, grey > LIT
    # fewer Suns light no more than all of them
    assert not (lit_now & ~lit_stored).any()
    assert (lit_now == lit_stored).mean() > 0.97
    assert math.isclose(lit_stored.mean(), 1.0 - (grey <= LIT).mean())


def test_it_is_a_layer_with_a_word_of_its_own() -> None:
    layers = Layers.named("relief,shadow")
    assert layers.strength(Layer.SHADOW) == pytest.approx(0.7)
    assert Layers.from_text(layers.to_text()) == layers
    assert not Layers().same_ground(layers)
    # settings from before there was the layer
    assert Layers.from_text("relief=100,grid-=80").strength(Layer.SHADOW) == 0.0
