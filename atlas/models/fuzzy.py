"""Finding a command by some of its letters."""

from atlas.domain.text import fold


def score(query: str, title: str) -> int | None:
    """Return how well a title holds the query's letters in order, more is better; None where it does not.

    Letters at the beginning of words and letters in a row count more, so "ct" finds "Copy as text" before
    "Next entry"; the beginning of the title counts most.
    """
    wanted = fold(query).replace(" ", "")
    text = fold(title)
    if not wanted:
        return 0
    best = 0
    at = -1
    for letter in wanted:
        there = _next(text, letter, at)
        if there < 0:
            return None
        starts_word = there == 0 or not text[there - 1].isalnum()
        best += 12 if there == 0 else 10 if starts_word else 6 if there == at + 1 else 1
        at = there
    return best * 4 - len(text) // 4


def _next(text: str, letter: str, at: int) -> int:
    """Return where a letter comes next: right behind, else at the beginning of a word, else anywhere."""
    if text[at + 1 : at + 2] == letter:
        return at + 1
    start = at + 1
    while (found := text.find(letter, start)) >= 0:
        if found == 0 or not text[found - 1].isalnum():
            return found
        start = found + 1
    return text.find(letter, at + 1)
