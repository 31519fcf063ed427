"""Notes as safe HTML: no raw HTML, no pictures, links only to the web and into the atlas."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from atlas.domain.links import SCHEME, entry_link, is_slug, parse_link
from atlas.domain.notes import WIKI_LINK

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

MAX_SHOWN: Final = 200_000
"""Longer notes are shown as plain text: laying them out would hold the window."""
_WEB: Final = frozenset({"http", "https"})
_TITLES: Final = "link_title"

LinkTitle = Callable[[str], str | None]


def to_safe_html(markdown: str, link_title: LinkTitle | None = None) -> str:
    """Return HTML for a QTextBrowser.

    `link_title` gives the name shown for a slug in `[[slug]]`, or None where there is no such entry; then
    the brackets stay as they were typed. Without it the slug itself is shown.
    """
    if len(markdown) > MAX_SHOWN:
        return f"<pre>{escape(markdown)}</pre>"
    env: MutableMapping[str, object] = {_TITLES: link_title}
    html: str = _parser().render(markdown, env)
    return html


def is_safe_url(url: str) -> bool:
    """Whether a link may be followed: http, https with a host, or a well-formed atlas:// link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    if parts.scheme in _WEB:
        return bool(parts.hostname)
    if parts.scheme != SCHEME:
        return False
    try:
        parse_link(url)
    except ValueError:
        return False
    return True


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 30})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.validateLink = is_safe_url  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.add_render_rule("image", _image)
    return parser


def _wiki_link(state: "StateInline", silent: bool) -> bool:
    found = WIKI_LINK.match(state.src, state.pos, state.posMax)
    if not found or not is_slug(found[1]) or state.linkLevel:
        return False
    title_of = state.env.get(_TITLES)
    title = title_of(found[1]) if title_of else found[1]
    if title is None:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": entry_link(found[1])}
        state.push("text", "", 0).content = found[2] or title
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _image(
    _renderer: "RendererProtocol",
    tokens: "Sequence[Token]",
    index: int,
    _options: "OptionsDict",
    _env: "EnvType",
) -> str:
    """Show the picture's words in its place: a note never loads a file or reaches for the network."""
    return f"[{escape(tokens[index].content)}]"
