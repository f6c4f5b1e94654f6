"""QR codes of the addresses that pages show a code for, each with its address as people type it.

A page asks for a code by linking to it: `qr/cy/rhieni/apelio~right.appeal.svg` is the code of
`/cy/rhieni/apelio/#right.appeal`. Codes nobody asks for are not made.
"""

import re
import textwrap
from functools import cache
from typing import Final

import segno
from markupsafe import escape

from canllaw.addresses import SHORT
from canllaw.outputs.finished import FinishedSite

_ASKED: Final = re.compile(r'"(?:\.\./)*(qr/([^"~]+)(?:~([^"]+))?\.svg)"')
_LETTERS: Final = 26  # in a line below a code, of an address that has no words to say
_SIZE: Final = 100  # of a code in the units of the drawing
_TYPE: Final = 8.0  # of the letters below it, in the same units, where they have room
_WIDE: Final = 0.62  # how wide a letter of a typewriter is, beside its height


def qr_files(site: FinishedSite) -> dict[str, str]:
    """Return the drawing of each code that a page of the site links to or shows."""
    found = {asked for html in site.html.values() for asked in _ASKED.findall(html)}
    return {
        file: _drawing(f"{site.address}{page}/{f'#{anchor}' if anchor else ''}")
        for file, page, anchor in sorted(found)
    }


@cache  # the slowest part of a build, and a site that is served is built after every change
def _drawing(address: str) -> str:
    """Draw the code black on white whatever the colours around it, as cameras need it."""
    code = segno.make(address, error="m", micro=False)
    squares = code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    typed = address.removeprefix("https://").removesuffix("/")
    host, short, words = typed.partition(f"/{SHORT}")
    # Whoever types a word that is broken in the middle types something else.
    lines = [host, short + words] if short else textwrap.wrap(typed, _LETTERS)
    type_ = min(_TYPE, _SIZE / (_WIDE * max(map(len, lines))))
    letters = "".join(
        f'<text x="50" y="{_SIZE + 9 * number - 1}">{escape(line)}</text>'
        for number, line in enumerate(lines, start=1)
    )
    height = _SIZE + 4 + 9 * len(lines)
    placed = squares.replace("<svg ", f'<svg width="{_SIZE}" height="{_SIZE}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {height}">'
        f'<title>{escape(address)}</title><rect width="{_SIZE}" height="{height}" fill="#fff"/>'
        f'{placed}<g font-family="monospace" font-size="{type_:.1f}" text-anchor="middle">'
        f"{letters}</g></svg>\n"
    )
