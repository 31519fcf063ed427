"""The one kind of SVG that drawings are written in, and everything else that is refused."""

import pytest

from atlas.domain.line_drawing import MOST_BYTES, read_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 4018 3018" data-width-m="4" data-height-m="3">'
BODY = '<path class="body" d="M0 0l4000 0 0 3000z"/><path class="outline" d="M0 0l4000 0 0 3000z"/>'


def svg(inner: str, head: str = HEAD) -> bytes:
    return f"{head}{inner}</svg>".encode()


def test_a_drawing_is_read_in_metres() -> None:
    found = read_drawing(
        svg(f"<title>A &amp; B</title><desc>how</desc>{BODY}<path class='fine' d='M10 20l5-5M1 1l2 2'/>")
    )
    assert (found.width_m, found.height_m, found.title, found.about) == (4.0, 3.0, "A & B", "how")
    assert found.layers["body"][0].closed
    assert found.layers["body"][0].points == ((0.0, 0.0), (4.0, 0.0), (4.0, 3.0))
    fine = found.layers["fine"]
    assert len(fine) == 2
    assert fine[0].points[1] == pytest.approx((0.015, 0.015))
    assert not fine[0].closed


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (svg(f"{BODY}<script>alert(1)</script>"), "script"),
        (svg(f"{BODY}<image href='http://example.org/x.png'/>"), "image"),
        (svg(f"{BODY}<use href='#a'/>"), "use"),
        (svg(f"{BODY}<style>@import url(x)</style>"), "style"),
        (svg(f"{BODY}<foreignObject/>"), "foreignObject"),
        (svg(f"{BODY}<a xmlns='http://www.w3.org/1999/xhtml'/>"), "found <"),
        (svg(BODY.replace("<path", "<path onload='x()'", 1)), "onload"),
        (svg(BODY.replace("<path", "<path style='fill:url(http://x)'", 1)), "style"),
        (svg(BODY.replace("<path", "<path fill='url(http://example.org)'", 1)), "a colour, a word or a number"),
        (svg(BODY.replace("<path", "<path xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='x'", 1)), "attribute"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(f"<title>&a;</title>{BODY}"), "entity"),
        (svg(f"<title>&#65;</title>{BODY}"), "entity"),
        (svg(f"<!-- c -->{BODY}"), "comment"),
        (b'<?xml-stylesheet href="x"?>' + svg(BODY), "instruction"),
        (svg(f"{BODY}<g>words</g>"), "no text"),
        (svg(BODY)[:-3], "XML"),
        (b"\xff\xfe" + svg(BODY), "UTF-8"),
        (svg(BODY.replace("outline", "edge")), "body and outline"),
        (svg(BODY + BODY), "one path of each class"),
        (svg(BODY.replace("M0 0l4000 0", "M0 0c4000 0")), "plain numbers"),
        (svg(BODY.replace("4000 0 0 3000", "4000 0 0")), "pairs of numbers"),
        (svg(BODY.replace("4000", "9000")), "within 4.0 m by 3.0 m"),
        (svg(BODY.replace("4000", "1e9")), "plain numbers"),
        (svg(BODY, HEAD.replace("4018", "9018")), "viewBox"),
        (svg(BODY, HEAD.replace('"-9 -9 4018 3018"', '"a b c d"')), "viewBox"),
        (svg(BODY, HEAD.replace('data-width-m="4"', 'data-width-m="nan"')), "data-width-m in metres"),
        (svg(BODY, HEAD.replace(' data-height-m="3"', "")), "data-height-m in metres"),
        (b"<html/>", "svg element"),
    ],
)
def test_what_does_not_belong_into_a_drawing_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why.replace("(", r"\(")):
        read_drawing(data)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="at most 150000 bytes"):
        read_drawing(svg(BODY) + b" " * MOST_BYTES)
