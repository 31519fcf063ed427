import json
from datetime import date
from pathlib import Path

import pytest

from atlas.content.compile import build_catalogue
from atlas.domain.claims import Claim, Source
from atlas.domain.entries import Entry
from atlas.domain.vocabulary import Basis, SourceKind
from atlas.services.card.build import build_card
from atlas.services.card.cite import bibtex, csl_json, link, wrong_fact_report
from atlas.services.card.format import (
    NARROW,
    format_claim,
    format_day,
    format_days,
    format_edtf,
    format_number,
    format_quantity,
)
from atlas.services.card.html import CardStyle, card_html, source_html
from atlas.services.card.markdown import entry_markdown, entry_text
from atlas.store.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
STYLE = CardStyle("#111", "#222", "#333", "#444", "#555", "#666", "#777", 12, 14)
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory):
    file = tmp_path_factory.mktemp("small") / "catalogue.db"
    build_catalogue(ROOT / "tests/fixtures/small", ROOT / "db/catalogue.sql", file)
    opened = Catalogue.open(file)
    yield opened
    opened.close()


class TestFormat:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("2023-08-10T23:10:57Z", "10 August 2023, 23:10:57 UTC"),
            ("2023-08-10", "10 August 2023"),
            ("2026-08", "August 2026"),
            ("2027", "2027"),
            ("2023/2024", "2023–2024"),
            ("2026-07/2026-12", "July 2026 – December 2026"),
            ("2030~", "about 2030"),
            ("2028?", "2028, uncertain"),
            ("../2030", "by 2030"),
            ("2035/..", "from 2035"),
            ("203X", "the 2030s"),
            ("2026-23", "autumn 2026"),
        ],
    )
    def test_dates_in_words(self, text: str, said: str) -> None:
        assert format_edtf(text) == said

    def test_days(self) -> None:
        assert format_day(date(2021, 3, 10)) == "10 March 2021"
        assert format_days(12) == "12 days"
        assert format_days(400) == "13 months"
        assert format_days(-1096) == "3 years"

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            (8200, f"8{NARROW}200"),
            (1935.3, f"1{NARROW}935.3"),
            (0.5, "0.5"),
            (-2785, f"−2{NARROW}785"),
            (24.0, "24"),
            (1234567, f"1{NARROW}234{NARROW}567"),
        ],
    )
    def test_numbers(self, value: float, said: str) -> None:
        assert format_number(value) == said

    def test_quantities(self) -> None:
        assert format_quantity(8, "a") == "8\u00a0years"
        assert format_quantity(1, "a") == "1\u00a0year"
        assert format_quantity(51.6, "deg") == "51.6°"
        assert format_quantity(10, "kg", 0.5) == "10 ± 0.5\u00a0kg"
        assert format_quantity(7, None) == "7"

    def test_claims(self) -> None:
        def claim(name: str, value: object) -> Claim:
            return Claim("c", name, value, None, Basis.ACTUAL, None, TODAY, ())

        assert format_claim(claim("landing_location", (-88.8, 123.4))) == "88.80°S 123.40°E"
        assert format_claim(claim("extent", (10.0, -86.0, 20.0, -84.0))) == "84.00–86.00°S, 10.00–20.00°E"
        assert format_claim(claim("outcome", "partly")) == "partly succeeded"
        assert format_claim(claim("launch_mass", 1750)) == f"1{NARROW}750\u00a0kg"


class TestCard:
    def entry(self, catalogue: Catalogue, slug: str, day: date = TODAY) -> Entry:
        return catalogue.entry(slug, day)

    def test_history_tells_the_slip(self, catalogue: Catalogue) -> None:
        card = build_card(self.entry(catalogue, "change-7"))
        history = next(h for h in card.histories if h.property == "launch")
        assert [step.text for step in history.steps] == ["2023–2024", "2026", "24 August 2026", "2027"]
        assert history.slip == "3 years later than first planned"

    def test_what_happened_is_dated_by_when_it_happened(self, catalogue: Catalogue) -> None:
        card = build_card(self.entry(catalogue, "luna-25"))
        last = next(h for h in card.histories if h.property == "launch").steps[-1]
        assert last.said == "2023-08-10"
        assert last.basis is Basis.ACTUAL

    def test_sources_are_numbered_as_the_card_names_them(self, catalogue: Catalogue) -> None:
        card = build_card(self.entry(catalogue, "luna-25"))
        numbers = [n for fact in card.facts for value in fact.values for n in value.numbers]
        assert numbers[0] == 1
        assert max(numbers) <= len(card.sources)

    def test_disagreement_stands_side_by_side(self, catalogue: Catalogue) -> None:
        card = build_card(self.entry(catalogue, "luna-25"))
        mass = next(f for f in card.facts if f.property == "launch_mass").values[0]
        assert {mass.text, mass.others[0].text} == {f"1{NARROW}750\u00a0kg", f"1{NARROW}605\u00a0kg"}
        assert "sources differ" in card_html(card, STYLE)

    def test_no_source_is_said(self, catalogue: Catalogue) -> None:
        assert "unverified" in card_html(build_card(self.entry(catalogue, "cnsa")), STYLE)

    def test_overdue_says_as_of_which_day(self, catalogue: Catalogue) -> None:
        card = build_card(self.entry(catalogue, "luna-26"))
        assert card.overdue == "Planned for 2024; as of 22 November 2026 the catalogue has no word that it happened."
        assert "status-overdue" in card_html(card, STYLE)

    def test_nothing_empty_is_shown(self, catalogue: Catalogue) -> None:
        html = card_html(build_card(self.entry(catalogue, "boguslawsky")), STYLE)
        for heading in ("WHAT WAS SAID", "EVENTS", "QUOTATIONS", "PICTURES", "RESULTS", "REMARKS", "SOURCES"):
            assert heading not in html
        assert "RELATIONS" in html
        assert "atlas://mission/luna-25" in html

    def test_text_of_the_catalogue_is_escaped(self, catalogue: Catalogue) -> None:
        source = Source("s", "<img src=x>", "<b>", None, None, None, SourceKind.COPY)
        assert "<img" not in source_html(1, source, STYLE)
        assert "copy" in source_html(1, source, STYLE)


class TestWriters:
    @pytest.mark.parametrize("slug", ["change-7", "luna-25", "ilrs", "cnsa", "boguslawsky", "ilrs-mou-2021", "gateway"])
    def test_markdown(self, catalogue: Catalogue, slug: str) -> None:
        entry = catalogue.entry(slug, TODAY)
        text = entry_markdown(entry)
        assert text.startswith("# ")
        assert text.endswith("\n")
        assert "\n\n\n" not in text
        for n in range(1, len(entry.sources) + 1):
            assert f"\n{n}. " in text
        assert entry.row.name in entry_text(entry)

    def test_citations(self, catalogue: Catalogue) -> None:
        entry = catalogue.entry("luna-25", TODAY)
        assert link(entry) == "atlas://mission/luna-25"
        assert bibtex(entry).count("{") == bibtex(entry).count("}")
        item = json.loads(csl_json(entry))[0]
        assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
        assert item["URL"] == link(entry)

    def test_report(self, catalogue: Catalogue) -> None:
        text = wrong_fact_report(catalogue.entry("luna-25", TODAY))
        assert "Luna-25 (atlas://mission/luna-25)" in text
        assert "22 November 2026" in text
