from datetime import date

from atlas.models.history import LIMIT, History, Spot
from atlas.models.session import Session

DAY = date(2026, 11, 22)
PAST = date(2021, 3, 10)


def test_back_and_forward() -> None:
    history = History(Spot(None, DAY))
    for slug in ("a", "b", "c"):
        history.visit(Spot(slug, DAY))
    assert history.back().slug == "b"
    assert history.back().slug == "a"
    assert not history.can_go_back, "the empty beginning is no place to go back to"
    assert history.back().slug == "a"
    assert history.forward().slug == "b"
    assert history.can_go_forward


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    history = History(Spot("a", DAY))
    history.visit(Spot("b", DAY))
    history.back()
    history.visit(Spot("c", DAY))
    assert not history.can_go_forward
    assert history.back().slug == "a"


def test_the_same_place_twice_is_one_place() -> None:
    history = History(Spot("a", DAY))
    assert not history.visit(Spot("a", DAY))
    assert history.visit(Spot("a", PAST))
    assert not history.visit(Spot("a", PAST))


def test_history_has_an_end() -> None:
    history = History(Spot("start", DAY))
    for number in range(LIMIT * 2):
        history.visit(Spot(str(number), DAY))
    steps = 0
    while history.can_go_back:
        history.back()
        steps += 1
    assert steps == LIMIT - 1


class TestSession:
    def test_it_tells_what_changed(self, qtbot) -> None:
        session = Session(DAY)
        told: list[object] = []
        session.entry_changed.connect(told.append)
        session.as_of_changed.connect(told.append)
        session.open("change-7")
        session.set_as_of(PAST)
        session.back()
        session.forward()
        assert told == ["change-7", PAST, DAY, PAST]
        session.deleteLater()

    def test_the_future_is_the_catalogues_own_day(self, qtbot) -> None:
        session = Session(DAY, date(2099, 1, 1))
        assert session.as_of == DAY
        session.set_as_of(date(2099, 1, 1))
        assert session.as_of == DAY
        session.deleteLater()


class TestSteps:
    def test_entries_passed_by_are_not_remembered(self, qapp) -> None:
        now = [0.0]
        session = Session(DAY, clock=lambda: now[0])
        session.open("start")
        for slug in ("a", "b", "c"):
            now[0] += 0.2
            session.step_to(slug)
        assert session.slug == "c"
        session.back()
        assert session.slug == "start"
        session.forward()
        assert session.slug == "c"

    def test_an_entry_that_was_read_is_remembered(self, qapp) -> None:
        now = [0.0]
        session = Session(DAY, clock=lambda: now[0])
        session.open("start")
        session.step_to("a")
        now[0] += 30.0
        session.step_to("b")
        session.back()
        assert session.slug == "a"

    def test_what_was_opened_otherwise_stays(self, qapp) -> None:
        session = Session(DAY, clock=lambda: 0.0)
        session.step_to("a")
        session.open("b")
        session.step_to("c")
        session.back()
        assert session.slug == "b"
