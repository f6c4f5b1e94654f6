"""A column of boxes as an SVG picture that stays readable on a phone of 320 pixels.

Colours come from the classes of the theme, so that the picture follows light, dark and print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

WIDTH: Final = 320
GUTTER: Final = 54
PADDING: Final = 10
GAP: Final = 16
LINE: Final = 17
# An average letter is about this part of its height wide; bold is wider. Measured in Chromium on
# system-ui, Segoe UI and Noto Sans: no line of the site's pictures came out longer than reckoned.
LETTER: Final = 0.56
BOLD: Final = 0.62
SIZE: Final = 13


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a picture: a bold title, lines below it, a badge, and a mark in the gutter.

    An arrow leads to it from the box above where it `follows`.
    """

    title: str
    lines: tuple[str, ...] = ()
    badge: str = ""
    mark: str = ""
    look: str = "plain"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture, and the boxes it was drawn from, for the words beside it."""

    svg: Markup
    boxes: tuple[Box, ...]


def draw(boxes: Sequence[Box], title: str, name: str) -> Picture:
    """Draw `boxes` one below the other. `title` is read aloud; `name` makes its id unique."""
    left = GUTTER if any(box.mark for box in boxes) else 1
    shapes: list[Markup] = []
    top = 1
    for box in boxes:
        if box.follows:
            shapes.append(_arrow(left, top - GAP))
        height = _height(box, left)
        shapes.extend(_box(box, left, top, height))
        top += height + GAP
    head = Markup(
        '<svg class="picture-drawing" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title">'
        '<title id="{}-title">{}</title>'
    ).format(WIDTH, top - GAP + 1, name, name, title)
    return Picture(head + Markup("").join(shapes) + Markup("</svg>"), tuple(boxes))


def wrap(text: str, width: float, letter: float = LETTER) -> list[str]:
    """Break `text` into lines of at most `width` pixels, between words only."""
    room = max(int(width / (SIZE * letter)), 1)
    lines: list[str] = []
    # A number and its noun stay together: only ordinary spaces break.
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _words(box: Box, left: int) -> Iterator[tuple[str, str]]:
    """Yield every line of a box with the class it is drawn in."""
    width = WIDTH - left - 2 * PADDING - 2
    if box.badge:
        yield from (("badge", line) for line in wrap(box.badge, width, BOLD * 1.25))
    yield from (("title", line) for line in wrap(box.title, width, BOLD))
    for text in box.lines:
        yield from (("line", line) for line in wrap(text, width))


def _height(box: Box, left: int) -> int:
    badge = sum(5 for look, _ in _words(box, left) if look == "badge")
    return LINE * len(list(_words(box, left))) + badge + 2 * PADDING


def _box(box: Box, left: int, top: int, height: int) -> Iterator[Markup]:
    yield Markup('<rect class="box {}" x="{}" y="{}" width="{}" height="{}" rx="5"/>').format(
        box.look, left, top, WIDTH - left - 2, height
    )
    if box.mark:
        yield Markup('<text class="mark" x="{}" y="{}" text-anchor="end">{}</text>').format(
            left - 8, top + PADDING + SIZE, box.mark
        )
    y = top + PADDING - 4
    for look, line in _words(box, left):
        y += LINE + (5 if look == "badge" else 0)
        yield Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
            look, left + PADDING, y, escape(line)
        )


def _arrow(left: int, top: int) -> Markup:
    middle = left + (WIDTH - left) // 2
    return Markup('<path class="arrow" d="M{} {}v{}m-5 -5l5 5l5 -5"/>').format(
        middle, top + 2, GAP - 5
    )
