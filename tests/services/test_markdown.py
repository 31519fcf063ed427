import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.services.markdown import MAX_SHOWN, is_safe_url, to_safe_html

ALLOWED_TAGS = {
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "s", "code", "pre", "blockquote",
    "ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {"href", "title", "start", "class", "style"}


class Reader(HTMLParser):
    """Notes every tag and every attribute of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_decl(self, decl):
        self.tags.add("!" + decl)

    def handle_pi(self, data):
        self.tags.add("?" + data)

    def handle_comment(self, data):
        self.tags.add("comment")


def assert_harmless(html: str) -> None:
    reader = Reader()
    reader.feed(html)
    assert reader.tags <= ALLOWED_TAGS
    for name, value in reader.attributes:
        assert name in ALLOWED_ATTRIBUTES
        if name == "href":
            assert re.match(r"(https?|atlas)://", value or ""), value
        if name == "style":
            assert re.fullmatch(r"text-align:(left|right|center)", value or "")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='file:///etc/passwd'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>@import 'http://evil.example/x.css'</style>",
    "<!-- --><iframe src='http://evil.example'></iframe>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "![remote](http://evil.example/pixel.png)",
    "![local](file:///etc/passwd)",
    "![data](data:image/png;base64,AAAA)",
    "![qrc](qrc:/x.png)",
    "![a ![b](http://evil.example/b.png)](http://evil.example/a.png)",
    '![x"><script>](http://evil.example "t\'><script>")',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](file:///etc/passwd)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](/etc/passwd)",
    "[x](../x)",
    "[x](http:///x)",
    "[x](mailto:a@b.example)",
    "[x](atlas://mission/../../x)",
    "[x][ref]\n\n[ref]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<file:///etc/passwd>",
    "[[javascript:x]] [[../../etc/passwd]] [[a\"onclick='x']]",
    "[[change-7|<script>alert(1)</script>]]",
    "```<script>\n</pre><script>alert(1)</script>\n```",
    '``` x"onclick=alert(1) \n x\n```',
    '[x](http://a.example "onclick=\\"alert(1)")',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_notes_do_nothing(text):
    assert_harmless(to_safe_html(text))
    assert_harmless(to_safe_html(text, lambda slug: f"<b>{slug}</b>"))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*HOSTILE, "[", "]", "(", ")", "<", ">", '"', "`", "*", "_", "|", "\n", "- ", "> "])
        | st.text(max_size=10),
        max_size=12,
    ).map("".join)
)
def test_no_mixture_of_them_does_anything(text):
    assert_harmless(to_safe_html(text))


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "> " * 5_000 + "x", "*" * 20_000, "- " * 5_000, "`" * 20_001, "[[" * 20_000, "![" * 10_000,
     "<" * 20_000, "[a](" * 5_000, "|" * 5_000 + "\n" + "-|" * 5_000, "((" * 10_000, "_a" * 10_000],
)  # fmt: skip
def test_deep_nesting_takes_no_time(text):
    began = time.perf_counter()
    html = to_safe_html(text)
    assert time.perf_counter() - began < 5
    assert_harmless(html)


def test_raw_html_is_shown_as_typed():
    assert to_safe_html("a <b>x</b>") == "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n"


def test_ordinary_markdown():
    html = to_safe_html("# Water\n\n*cold* **traps**\n- one\n- ~~two~~\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n")
    for piece in ("<h1>Water</h1>", "<em>cold</em>", "<strong>traps</strong>", "<s>two</s>", "<td>1</td>"):
        assert piece in html


def test_safe_links_stay_links():
    html = to_safe_html("[a](https://a.example/x?y=1&z=2) <http://b.example> [c](atlas://place/iau-1234)")
    assert html.count("<a href=") == 3
    assert to_safe_html("[x](javascript:alert(1))") == "<p>[x](javascript:alert(1))</p>\n"


def test_wiki_links_show_the_name_of_the_entry():
    titles = {"change-7": "Chang'e 7"}
    html = to_safe_html("[[change-7]]", titles.get)
    assert html == '<p><a href="atlas://entry/change-7">Chang\'e 7</a></p>\n'
    assert ">the hopper</a>" in to_safe_html("[[change-7|the hopper]]", titles.get)
    assert to_safe_html("[[unknown]]", titles.get) == "<p>[[unknown]]</p>\n"
    assert ">unknown</a>" in to_safe_html("[[unknown]]")
    assert "<a" not in to_safe_html("`[[change-7]]`", titles.get)


def test_links_never_stand_in_links():
    assert to_safe_html("[a [[change-7]] b](https://a.example)").count("<a ") == 1


def test_an_endless_note_is_shown_plain():
    html = to_safe_html("<script>" + "x" * MAX_SHOWN)
    assert html.startswith("<pre>&lt;script&gt;")


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example", "atlas://entry/x", "atlas://map"])
def test_urls_that_may_be_followed(url):
    assert is_safe_url(url)


@pytest.mark.parametrize("url", ["", "x", "https:", "https://", "file:///x", "http://[", "atlas://x"])
def test_urls_that_may_not(url):
    assert not is_safe_url(url)
