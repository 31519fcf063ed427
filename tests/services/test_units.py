import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.coordinates import LatLon, parse_position
from atlas.services.map.painter import scale_bar
from atlas.services.map.view import MapView
from atlas.services.settings import Settings
from atlas.services.units import METRIC, Units, format_sexagesimal, load_units, save_units


def test_positions_in_degrees_minutes_and_seconds() -> None:
    assert format_sexagesimal(LatLon(-89.67, 129.78)) == "89°40′12″S 129°46′48″E"
    assert format_sexagesimal(LatLon(0.5, 0.0), 4) == "0°30′00.0″N 0°00′00.0″E"
    assert Units(minutes=True).position(LatLon(-90, 0)) == "90°00′00″S 0°00′00″E"
    assert METRIC.position(LatLon(-89.67, 129.78)) == "89.67°S 129.78°E"


@given(st.floats(-90, 90), st.floats(0, 359.9999))
def test_what_is_written_is_read_again(lat: float, lon: float) -> None:
    text = format_sexagesimal(LatLon(lat, lon), 4)
    assert "60′" not in text
    assert "60.0″" not in text
    assert "360°" not in text
    back = parse_position(text)
    assert back.lat == pytest.approx(lat, abs=0.00003)
    assert min(abs(back.lon - lon), 360 - abs(back.lon - lon)) < 0.00003


def test_heights_and_sizes(qapp) -> None:
    assert METRIC.height(-2785.4).replace(",", "").endswith("2785 m")
    assert METRIC.height(-2785.4).startswith("−")
    assert Units(feet=True).height(304.8).replace(",", "") == "1000 ft"
    assert METRIC.size(20.9) == "21 km"
    assert Units(feet=True).size(1.609344) == "1.0 mi"


@pytest.mark.parametrize("mpp", [1300, 400, 40, 5, 0.5])
def test_the_scale_bar_is_round_and_as_long_as_it_says(mpp: float) -> None:
    view = MapView(0, 0, mpp, 800, 600)
    for feet, units in ((False, {"km": 1000.0, "m": 1.0}), (True, {"mi": 1609.344, "ft": 0.3048})):
        length, text = scale_bar(view, 150.0, feet=feet)
        number, unit = text.split()
        assert 50 < length <= 150
        assert length * mpp == pytest.approx(float(number) * units[unit])
        assert number.rstrip("0") in {"1", "2", "5"}


def test_units_are_remembered(tmp_path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert load_units(settings) == METRIC
    save_units(settings, Units(feet=True, minutes=True))
    assert load_units(settings) == Units(feet=True, minutes=True)
