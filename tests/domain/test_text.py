"""Folding: what is indexed and what is typed must meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.text import exact_key, fold, index_cjk, query_cjk, query_key, query_words, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Орёл", "орел"),
        ("Chang'e-6", "change 6"),
        ("Chang’e 6", "CHANGE6"),
        ("Changʼe 6", "change-6"),
        ("Türkiye", "turkiye"),
        ("Ещё", "еще"),
        ("Луна-25", "луна 25"),
        ("ＩＭ－２", "im 2"),
        ("Straße", "STRASSE"),
        ("Chang″e 6", "change 6"),
    ],
)
def test_equal_after_folding(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert exact_key(one) == exact_key(other)


def test_short_i_keeps_its_breve() -> None:
    assert fold("Чайка") != fold("Чаика")


def test_cjk_runs_become_pairs_and_characters() -> None:
    assert index_cjk("月球南极 base").split() == ["月球", "球南", "南极", "月", "球", "南", "极"]
    assert query_cjk("南极 月") == [["南极"], ["月"]]


def test_operators_are_dropped_only_where_they_are_bare() -> None:
    assert query_words("Chang'e-6 AND (") == ["change", "6"]
    assert query_words("and or not") == ["and", "or", "not"]
    assert query_key("(AND) luna OR 25") == "luna 25"


def test_exact_keys_keep_cjk_and_numbers_apart() -> None:
    assert exact_key("嫦娥7号") == "嫦娥 7 号"
    assert exact_key("7") != exact_key("嫦娥7号")


@given(st.text(max_size=200))
def test_any_text_folds_to_what_folds_to_itself(text: str) -> None:
    assert all(
        words(word) == [word]
        for word in words(text)
        if word.isalnum() and not any(c.isnumeric() and not c.isdigit() for c in word)
    )
    assert fold(fold(text)) == fold(text)
