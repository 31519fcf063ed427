"""How names, dates and counts read in each language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from atlas.domain.entries import EntryRow, Marker
from atlas.domain.vocabulary import Kind
from atlas.models.sorting import name_order
from atlas.services.card.format import format_days, format_edtf, format_number, format_quantity
from atlas.services.labels import status_label
from atlas.services.language import Language, LanguageManager, shown_language, use_locale
from atlas.services.names import localised_markers, main_name, native_name, other_names, second_name
from atlas.services.settings import Settings

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"


@pytest.fixture
def speak(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Language], LanguageManager]]:
    """Return what makes the application speak a language until the test ends."""
    managers: list[LanguageManager] = []

    def begin(language: Language) -> LanguageManager:
        settings = Settings(tmp_path / "settings.ini")
        settings.set_text("language", language)
        managers.append(LanguageManager(settings, TRANSLATIONS))
        return managers[-1]

    yield begin
    for manager in managers:
        manager.unload()
        manager.deleteLater()
    use_locale(Language.EN)


def row(slug: str, nations: tuple[str, ...] = ("CN",), **names: str) -> EntryRow:
    return EntryRow(slug, Kind.MISSION, names, "", nations, None, (), None, False, None, None)


CHANGE = row("change-7", en="Chang'e 7", zh="嫦娥七号", ru="Чанъэ-7")
LUNA = row("luna-25", ("RU",), en="Luna-25", ru="Луна-25")
VIPER = row("viper", ("US",), en="VIPER")


class TestDates:
    @pytest.mark.parametrize(
        ("text", "english", "chinese", "russian"),
        [
            ("2023-08-10", "10 August 2023", "2023年8月10日", "10 августа 2023"),
            ("2023-08", "August 2023", "2023年8月", "август 2023"),
            ("2023", "2023", "2023年", "2023"),
            ("2023/2024", "2023–2024", "2023–2024年", "2023–2024"),
            ("2027~", "about 2027", "约2027年", "около 2027"),
            ("2026-08~", "about August 2026", "约2026年8月", "около августа 2026"),
            ("2028?", "2028, uncertain", "2028年（不确定）", "2028, неточно"),
            ("../2030", "by 2030", "不晚于2030年", "до 2030"),
            ("2035/..", "from 2035", "自2035年起", "с 2035"),
            ("../2030-05", "by May 2030", "不晚于2030年5月", "до мая 2030"),
            ("203X", "the 2030s", "2030年代", "2030-е"),
            ("2027-21", "spring 2027", "2027年春季", "весна 2027"),
            ("2023-08-10T23:10Z", "10 August 2023, 23:10 UTC", "2023年8月10日 23:10 UTC", "10 августа 2023, 23:10 UTC"),
        ],
    )
    def test_precision_reads_naturally(self, speak, text: str, english: str, chinese: str, russian: str) -> None:
        for language, wanted in zip(Language, (english, chinese, russian), strict=True):
            speak(language)
            assert format_edtf(text) == wanted

    def test_short_months(self, speak) -> None:
        speak(Language.RU)
        assert format_edtf("2023-08", short=True) == "авг. 2023"
        speak(Language.ZH)
        assert format_edtf("2023-08", short=True) == "2023年8月"


class TestCounts:
    @pytest.mark.parametrize(
        ("days", "wanted"),
        [
            (1, "1 день"),
            (2, "2 дня"),
            (11, "11 дней"),
            (21, "21 день"),
            (60, "2 месяца"),
            (1826, "5 лет"),
            (913, "2,5 года"),
        ],
    )
    def test_russian_forms(self, speak, days: int, wanted: str) -> None:
        speak(Language.RU)
        assert format_days(days).replace("\u00a0", " ") == wanted

    def test_english_has_a_singular(self, speak) -> None:
        speak(Language.EN)
        assert QCoreApplication.translate("ListPane", "%n entries", "", 1) == "1 entry"
        assert QCoreApplication.translate("ListPane", "%n entries", "", 5) == "5 entries"

    def test_units_and_decimals(self, speak) -> None:
        speak(Language.RU)
        assert format_number(1935.3) == "1\u202f935,3"
        assert format_quantity(8200, "kg") == "8\u202f200\u00a0кг"
        assert format_quantity(1, "a") == "1\u00a0год"
        speak(Language.ZH)
        assert format_quantity(8200, "kg") == "8\u202f200\u00a0kg"


class TestNames:
    def test_the_language_comes_first_and_english_second(self) -> None:
        assert (main_name(CHANGE, Language.ZH), second_name(CHANGE, Language.ZH)) == ("嫦娥七号", "Chang'e 7")
        assert (main_name(CHANGE, Language.RU), second_name(CHANGE, Language.RU)) == ("Чанъэ-7", "Chang'e 7")
        assert other_names(CHANGE, Language.ZH) == ("Chang'e 7", "Чанъэ-7")

    def test_english_stands_alone_where_there_is_no_other(self) -> None:
        assert (main_name(VIPER, Language.RU), second_name(VIPER, Language.RU)) == ("VIPER", "")
        assert (main_name(LUNA, Language.ZH), second_name(LUNA, Language.ZH)) == ("Luna-25", "")
        assert other_names(VIPER, Language.ZH) == ()

    def test_the_same_name_is_not_said_twice(self) -> None:
        same = row("im-3", ("US",), en="IM-3", ru="IM-3")
        assert second_name(same, Language.RU) == ""
        assert other_names(same, Language.RU) == ()

    def test_english_has_the_native_name_second(self) -> None:
        assert second_name(LUNA, Language.EN) == native_name(LUNA) == "Луна-25"

    def test_the_map_is_labelled_in_the_language(self) -> None:
        marker = Marker("change-7", "Chang'e 7", Kind.MISSION, None, -88.8, 123.4, True, False, "2027?")
        other = Marker("viper", "VIPER", Kind.MISSION, None, -85.0, 31.0, True, False, "2027?")
        found = localised_markers([marker, other], [CHANGE, VIPER], Language.ZH)
        assert [m.name for m in found] == ["嫦娥七号", "VIPER"]
        assert localised_markers([marker], [CHANGE], Language.EN) == [marker]

    def test_order_follows_the_language(self) -> None:
        rows = [
            row("b", en="B", zh="月球25号", ru="«Яков»"),
            row("a", en="A", zh="嫦娥十号", ru="Луна-25"),
            row("c", en="C", zh="阿尔忒弥斯", ru="Луна-9"),
            row("d", en="D"),
        ]
        assert [rows[n].slug for n in name_order(rows)] == ["a", "b", "c", "d"]
        # by sound: A’ertemisi, Chang’e, Yueqiu; then what has no Chinese name
        assert [rows[n].slug for n in name_order(rows, Language.ZH)] == ["c", "a", "b", "d"]
        # numbers as numbers; quotation marks count for nothing
        assert [rows[n].slug for n in name_order(rows, Language.RU)] == ["c", "a", "b", "d"]


class TestManager:
    def test_words_come_and_go(self, speak) -> None:
        manager = speak(Language.RU)
        assert status_label("planned") == "планируется"
        assert shown_language() is Language.RU
        manager.choose("zh")
        assert status_label("planned") == "计划中"
        manager.unload()
        assert status_label("planned") == "planned"

    def test_only_another_language_is_told(self, speak, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
        from atlas.services import language as module

        monkeypatch.setattr(module, "system_language", lambda: Language.RU)
        manager = speak(Language.RU)
        changed: list[str] = []
        manager.changed.connect(lambda: changed.append(manager.choice))
        with qtbot.waitSignal(manager.chosen):
            manager.choose("system")
        assert changed == [], "the system speaks Russian too"
        manager.choose("en")
        assert changed == ["en"]

    def test_no_other_choice(self, speak) -> None:
        with pytest.raises(ValueError, match="tlh"):
            speak(Language.EN).choose("tlh")
