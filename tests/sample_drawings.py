"""Line drawings as small as can be, for tests."""


def drawing(wide: float = 4.0, tall: float = 3.0, code: str = "c0de", extra: str = "") -> bytes:
    """Return a box of so many metres with a line across it; `extra` is put in before the end."""
    w, h = round(wide * 1000), round(tall * 1000)
    box = f"M0 0l{w} 0 0 {h} -{w} 0z"
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 {w + 18} {h + 18}" data-code="{code}" '
        f'data-width-m="{wide:g}" data-height-m="{tall:g}">\n'
        "<title>A box</title>\n<desc>Drawn for tests</desc>\n"
        f'<path class="body" fill="#f3f1ea" fill-rule="evenodd" d="{box}"/>\n'
        '<g fill="none" stroke="#22272e" stroke-linecap="round" stroke-linejoin="round">\n'
        f'<path class="edge" stroke-width="2" d="M0 {h // 2}l{w} 0"/>\n'
        f'<path class="outline" stroke-width="4" d="{box}"/>\n'
        f"{extra}</g>\n</svg>\n"
    )
    return text.encode()


def record(entry: str, part: str = "", wide: float = 4.0, tall: float = 3.0, known: str = "2020-01-02") -> str:
    """Return the record of such a drawing as TOML."""
    name = f"{entry}--{part.replace(' ', '-')}" if part else entry
    which = f'part = "{part}"\n' if part else ""
    return (
        f'[[profile]]\nentry = "{entry}"\n{which}file = "plates/profiles/{name}.svg"\nwidth_m = {wide}\n'
        f'height_m = {tall}\nmade = "Original line drawing to scale, drawn for tests"\ncredit = "A. Drawer"\n'
        f'licence = "CC BY 4.0"\ndate = "2026-11-22"\nknown = "{known}"\ncode = "c0de"\nsources = []\n\n'
    )
