from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.notes import EXCERPT_LENGTH, clean_tag, clean_tags, excerpt, wiki_links


def test_wiki_links_are_found_once_each_in_order():
    text = "[[change-7]], [[viper|the rover]] and again [[change-7]]; not [[A Slug]], [[]], [[a--b]], [x]."
    assert wiki_links(text) == ["change-7", "viper"]


def test_excerpts_begin_with_words_and_find_what_was_searched_for():
    text = "# Water\n\n> cold *traps*\n- The hopper waits\n- 嫦娥七号 lands"
    assert excerpt(text) == "Water cold traps The hopper waits 嫦娥七号 lands"
    assert excerpt("see [[viper]], [[luna-25|the lander]] and [a *paper*](https://x.example)") == (
        "see viper, the lander and a paper"
    )
    assert excerpt(text, "HOPPER") == "The hopper waits 嫦娥七号 lands"
    assert excerpt(text, "嫦娥") == "嫦娥七号 lands"
    assert excerpt("") == ""


@given(st.text(max_size=2000), st.text(max_size=20))
def test_excerpts_are_one_short_line(text, query):
    line = excerpt(text, query)
    assert len(line) <= EXCERPT_LENGTH
    assert len(line.splitlines()) <= 1


def test_tags_are_cleaned_and_unique_by_what_they_say():
    assert clean_tag("  #ice,  water ") == "ice water"
    assert clean_tag("#") == ""
    assert clean_tags(["Ice", "ice", "talk", "", "Élan", "elan"]) == ("Ice", "talk", "Élan")
