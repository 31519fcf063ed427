"""How text is folded for search: one function for what is indexed and for what is typed."""

import re
import unicodedata

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02b9\u2032`´]")
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"\w+", re.UNICODE)
_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})


def fold(text: str) -> str:
    """Lower the case, drop diacritics and apostrophes, and write ё as е (FTS5's tokenizer does not)."""
    # compatibility forms hide apostrophes (a double prime is two primes), so they are dropped on both sides of it
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    decomposed = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", plain))
    kept: list[str] = []
    for char in decomposed:
        if unicodedata.combining(char):
            # й is и with a breve and a letter of its own; every other mark is dropped
            if char == "\u0306" and kept and kept[-1] == "и":
                kept[-1] = "й"
            continue
        kept.append(char)
    return "".join(kept)


def words(text: str) -> list[str]:
    """Return the folded words outside CJK runs, split where digits meet letters ("change6" is "change", "6")."""
    found: list[str] = []
    for word in _WORD.findall(_CJK.sub(" ", fold(text))):
        found.extend(part for part in re.findall(r"\d+|[^\W\d_]+", word))
    return found


def cjk_grams(run: str) -> list[str]:
    """Return the overlapping pairs of a CJK run and its single characters."""
    return [run[i : i + 2] for i in range(len(run) - 1)] + list(run)


def cjk_runs(text: str) -> list[str]:
    """Return the runs of CJK characters in the text."""
    return _CJK.findall(unicodedata.normalize("NFKC", text))


def index_words(text: str) -> str:
    """Return the text of the `words` column of the search table."""
    return " ".join(words(text))


def index_cjk(text: str) -> str:
    """Return the text of the `cjk` column of the search table."""
    return " ".join(gram for run in cjk_runs(text) for gram in cjk_grams(run))


def query_words(text: str) -> list[str]:
    """Return the words a query asks for: bare upper-case search operators are dropped, nothing else is."""
    return words(_without_operators(text))


def query_cjk(text: str) -> list[list[str]]:
    """Return, for each CJK run of a query, the grams that must all be found."""
    return [[run] if len(run) == 1 else cjk_grams(run)[: len(run) - 1] for run in cjk_runs(text)]


def starts(text: str) -> set[str]:
    """Return the one and two letters that the words of a text begin with, and its single CJK characters."""
    found = {word[:length] for word in words(text) for length in (1, 2)}
    return found.union(*cjk_runs(text))


def query_start(text: str) -> str | None:
    """Return the query as one of `starts`, None where it asks for more than the beginning of one word."""
    asked = [*query_words(text), *cjk_runs(text)]
    if len(asked) == 1 and len(asked[0]) <= (1 if _CJK.match(asked[0]) else 2):
        return asked[0]
    return None


def exact_key(text: str) -> str:
    """Return the whole text as folded words and CJK runs in their order: equal keys mean the same name."""
    folded = fold(unicodedata.normalize("NFKC", text))
    return " ".join(re.findall(f"{_CJK.pattern}|\\d+|[^\\W\\d_]+", _spaced(folded)))


def _spaced(text: str) -> str:
    """Set CJK runs apart from letters beside them."""
    return _CJK.sub(lambda match: f" {match.group()} ", text)


def query_key(text: str) -> str:
    """Return the exact key of a query, without bare upper-case search operators."""
    return exact_key(_without_operators(text))


def _without_operators(text: str) -> str:
    return " ".join(token for token in text.split() if token.strip("()\"'") not in _OPERATORS)
