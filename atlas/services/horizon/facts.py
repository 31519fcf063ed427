"""The light of a place in a few lines: shares, longest night, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.services.horizon.compose import moment_words, number
from atlas.services.horizon.jobs import Calendar
from atlas.services.sky.spells import ANY_SIGHT, LightTable, Sight, Spell

_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, its value, and when."""

    title: str
    value: str
    detail: str = ""


def light_facts(calendar: Calendar) -> list[Fact]:
    """Return what the calendar says, the weightiest first."""
    translate = QCoreApplication.translate
    sun, earth = calendar.table.sun, calendar.table.earth
    whole = number(100.0 * sun.share([Sight.WHOLE]), 1)
    return [
        *_now(calendar),
        Fact(
            translate("Horizon", "Sun in sight"),
            translate("Horizon", "{percent} % of the time").format(percent=number(100.0 * sun.share(ANY_SIGHT), 1)),
            translate("Horizon", "all of its disc {percent} %").format(percent=whole),
        ),
        _longest(translate("Horizon", "Longest night"), sun.longest([Sight.HIDDEN])),
        _longest(translate("Horizon", "Longest light"), sun.longest(ANY_SIGHT)),
        _next_rise(calendar.coming, calendar.moment),
        Fact(
            translate("Horizon", "Earth in sight"),
            translate("Horizon", "{percent} % of the time").format(percent=number(100.0 * earth.share(ANY_SIGHT), 1)),
            _longest_detail(earth.longest([Sight.HIDDEN])),
        ),
    ]


def _now(calendar: Calendar) -> list[Fact]:
    """Return what holds at the moment; nothing where none of it is known."""
    translate = QCoreApplication.translate
    known = next((table for table in (calendar.coming, calendar.table) if _spans(table, calendar.moment)), None)
    sun, earth = (None, None) if known is None else (known.sun.at(calendar.moment), known.earth.at(calendar.moment))
    if sun is None or earth is None:
        return []
    light = {
        Sight.HIDDEN: translate("Horizon", "dark"),
        Sight.PARTLY: translate("Horizon", "partly lit"),
        Sight.WHOLE: translate("Horizon", "lit"),
    }[sun.sight]
    sight = {
        Sight.HIDDEN: translate("Horizon", "Earth out of sight"),
        Sight.PARTLY: translate("Horizon", "Earth partly in sight"),
        Sight.WHOLE: translate("Horizon", "Earth in sight"),
    }[earth.sight]
    return [Fact(translate("Horizon", "At this moment"), light, sight)]


def _spans(table: LightTable | None, moment: datetime) -> bool:
    return table is not None and table.sun.begin <= moment < table.sun.end


def _longest(title: str, spell: Spell | None) -> Fact:
    if spell is None:
        return Fact(title, QCoreApplication.translate("Horizon", "none"))
    if spell.cut_begin and spell.cut_end:
        return Fact(title, QCoreApplication.translate("Horizon", "all the time shown"))
    words = duration_words(spell.length)
    if spell.cut_begin or spell.cut_end:
        words = QCoreApplication.translate("Horizon", "{duration} or more").format(duration=words)
    return Fact(title, words, f"{moment_words(spell.begin)} – {moment_words(spell.end)}")


def _longest_detail(spell: Spell | None) -> str:
    translate = QCoreApplication.translate
    if spell is None:
        return translate("Horizon", "never out of sight")
    if spell.cut_begin and spell.cut_end:
        return translate("Horizon", "always out of sight")
    return translate("Horizon", "out of sight for {duration} at most").format(duration=duration_words(spell.length))


def _next_rise(coming: LightTable | None, moment: datetime) -> Fact:
    translate = QCoreApplication.translate
    now = None if coming is None else coming.sun.at(moment)
    if coming is None or now is None:
        return Fact(translate("Horizon", "Next sunrise"), "–")
    hidden = now.sight is Sight.HIDDEN
    title = translate("Horizon", "Next sunrise") if hidden else translate("Horizon", "Next sunset")
    rise = coming.sun.change_after(moment)
    if rise is None:
        return Fact(title, translate("Horizon", "not within 400 days"))
    away = translate("Horizon", "in {duration}").format(duration=duration_words(rise.begin - moment))
    return Fact(title, moment_words(rise.begin), away)


def duration_words(length: timedelta) -> str:
    """Write how long something lasts: `17 d 4 h`, `5 h 12 min`, `8 min`."""
    translate = QCoreApplication.translate
    minutes = round(length / _MINUTE)
    days, hours = divmod(minutes // 60, 24)
    if days:
        return translate("Horizon", "{days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("Horizon", "{hours} h {minutes} min").format(hours=hours, minutes=minutes % 60)
    return translate("Horizon", "{minutes} min").format(minutes=minutes)
