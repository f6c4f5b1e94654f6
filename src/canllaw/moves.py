"""What must change in the files of a project when something in it gets another name.

Files are text by their path from the root; line ends and all else stay as they are.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from canllaw.languages import LANGUAGES, Words
from canllaw.model import Library, Page, PageKey, Question
from canllaw.problems import CanllawError

Files = dict[str, str]

_LINK: Final = re.compile(r"(\]\(|^\[[^\]\n]+\]:[ \t]+)([^)\s]+)", re.M)
_CALL: Final = re.compile(r"\{\{.*?\}\}", re.S)
_BEFORE: Final = r"(?<![\w/.-])"
_BEHIND: Final = r"(?![\w-]|\.\w)"


def move_fact(files: Mapping[str, str], library: Library, old: str, new: str) -> Files:
    """Give a fact another id, wherever it is named, and keep the old one in its `was`."""
    named = re.compile(_BEFORE.replace("/", "") + re.escape(old) + _BEHIND)
    made = {path: named.sub(new, text) for path, text in files.items()}
    file, tree = library.files[old], library.trees[old]
    was = library.entries[old].was
    if new in was:  # it is called again what it was called before
        line = tree.spot_of(("was", was.index(new)))[0]
        made[file] = _on_line(made[file], line, new, old)
        return made
    lines = made[file].splitlines(keepends=True)
    line, _column = tree.spot_of(("id",))
    if was:
        _add_to_list(lines, tree.spot_of(("was",), key=True)[0], old)
    else:
        found = re.match(r"(\s*(?:- +)?)id:", lines[line - 1])
        if not found:
            raise CanllawError(_NOT_IN_LINES)
        _insert(lines, line, " " * len(found[1]) + f"was: [{old}]")
    made[file] = "".join(lines)
    return made


def move_section(
    files: Mapping[str, str],
    library: Library,
    pages: Mapping[PageKey, Page],
    old: str,
    new: str,
    path: str,
) -> Files:
    """Give a section of a page pair another id, wherever it is named, and say that it moved."""

    def target(page: Page, to: str, name: str) -> tuple[str, str]:
        return to, new if (to, name) == (path, old) else name

    made = _with_links(files, pages, target)
    whole = re.compile(f"{_BEFORE}{re.escape(path)}#{re.escape(old)}{_BEHIND}")
    made = {name: whole.sub(f"{path}#{new}", text) for name, text in made.items()}
    for entry in library.entries.values():
        if isinstance(entry, Question) and (entry.page, entry.section) == (path, old):
            place = library.place(entry.id, "section")
            made[place.path] = _on_line(made[place.path], place.line, old, new)
    for language in LANGUAGES:
        page = pages[language, path]
        heading = next(each for each in page.headings if each.id == old)
        text = _on_line(made[page.file], heading.line, f"#{old}", f"#{new}")
        for moved, to in page.meta.moved.items():
            if to == old and moved != new:
                text = _led_to(text, page.place_in_front("moved", moved).line, moved, old, new)
        if page.meta.moved.get(new) == old:  # it is called again what it was called before
            line = page.place_in_front("moved", new).line
            made[page.file] = _on_line(text, line, f"{new}: {old}", f"{old}: {new}")
        else:
            made[page.file] = _with_front(text, page, "moved", f"{old}: {new}")
    return made


def move_page(files: Mapping[str, str], pages: Mapping[PageKey, Page], old: str, new: str) -> Files:
    """Give a page pair another path, wherever it is named; an address that changes leads on."""

    def target(page: Page, to: str, name: str) -> tuple[str, str]:
        return new if to == old else to, name

    made = _with_links(files, pages, target, {old: new})
    named = re.compile(rf"(?:(?<=docs/cy/)|(?<=docs/en/)|{_BEFORE}){re.escape(old)}(?![\w.-])")
    in_call = re.compile(rf"""(?<=["']){re.escape(old)}(?=["'#])""")
    bodies = {page.file: page.body for page in pages.values()}
    for name, text in made.items():
        # Links are done; what is left of a page is its front matter, and what its macros are given.
        front = text.index("---", 3) if name in bodies and "---" in text[3:] else len(text)
        body = _CALL.sub(lambda call: in_call.sub(new, call[0]), text[front:])
        made[name] = named.sub(new, text[:front]) + body
    for language in LANGUAGES:
        page = pages[language, old]
        text = made.pop(page.file)
        if not page.meta.slug:
            after = replace(page, path=new)
            text = _with_old_address(text, page, _below(page), _below(after))
        made[f"docs/{language}/{new}"] = text
    return made


def move_address(files: Mapping[str, str], page: Page, new: str) -> Files:
    """Give one side of a page pair another address, and keep the old one in its `was`."""
    old = _below(page)
    text = files[page.file]
    if page.meta.slug:
        text = _on_line(text, page.place_in_front("slug").line, old, new)
    else:
        text = _with_front(text, page, "slug", new)
    return {**files, page.file: _with_old_address(text, page, old, new)}


def _below(page: Page) -> str:
    """Return the address of a page below /cy/ or /en/."""
    return page.address.strip("/").partition("/")[2]


def _with_old_address(text: str, page: Page, old: str, new: str) -> str:
    if new in page.meta.was:  # it stands again where it stood before
        line = page.place_in_front("was", page.meta.was.index(new)).line
        return _on_line(text, line, new, old)
    return _with_front(text, page, "was", old)


def _with_links(
    files: Mapping[str, str],
    pages: Mapping[PageKey, Page],
    target: Callable[[Page, str, str], tuple[str, str]],
    moved: Mapping[str, str] = {},
) -> Files:
    """Return the files with every link of a page led to what `target` makes of it."""
    made = dict(files)
    for page in pages.values():

        def link(found: re.Match[str], page: Page = page) -> str:
            to, mark, name = found[2].partition("#")
            if ":" in to or to.startswith("/"):
                return found[0]
            folder = posixpath.dirname(page.path)
            resolved = posixpath.normpath(posixpath.join(folder, to)) if to else page.path
            end, section = target(page, resolved, name)
            here = posixpath.dirname(moved.get(page.path, page.path))
            if (end, section) == (resolved, name) and here == folder:
                return found[0]
            way = posixpath.relpath(end, here or ".") if to else ""
            return f"{found[1]}{way}{mark}{section}"

        made[page.file] = _LINK.sub(link, made[page.file])
    return made


def _on_line(text: str, number: int, old: str, new: str) -> str:
    """Replace the last `old` on a line, where it stands alone."""
    lines = text.splitlines(keepends=True)
    found = list(re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lines[number - 1]))
    if not found:
        raise CanllawError(_NOT_IN_LINES)
    line, (start, end) = lines[number - 1], found[-1].span()
    lines[number - 1] = line[:start] + new + line[end:]
    return "".join(lines)


def _led_to(text: str, number: int, moved: str, old: str, new: str) -> str:
    """Let an old section lead to `new` on a line that may hold other sections too."""
    lines = text.splitlines(keepends=True)
    entry = rf"((?<![\w.-]){re.escape(moved)}[\"']?:\s+[\"']?){re.escape(old)}(?![\w.#/-])"
    lines[number - 1], found = re.subn(entry, rf"\g<1>{new}", lines[number - 1], count=1)
    if not found:
        raise CanllawError(_NOT_IN_LINES)
    return "".join(lines)


def _with_front(text: str, page: Page, key: str, item: str) -> str:
    """Add an item to a list, a line to a group, or a field to the front matter of a page."""
    lines = text.splitlines(keepends=True)
    given = getattr(page.meta, key)
    if given and page.front and key != "slug":
        _add_to_list(lines, page.front.spot_of((key,), key=True)[0], item)
    else:
        closing = next(i for i in range(1, len(lines)) if lines[i].strip() == "---")
        shown = {"was": f"[{item}]", "moved": f"{{{item}}}"}.get(key, item)
        _insert(lines, closing, f"{key}: {shown}")
    return "".join(lines)


def _add_to_list(lines: list[str], number: int, item: str) -> None:
    """Put an item first in the list or the group whose name stands on a line."""
    line = lines[number - 1]
    inside = re.search(r":\s*[\[{]", line)
    if inside:
        lines[number - 1] = f"{line[: inside.end()]}{item}, {line[inside.end() :]}"
        return
    first = re.match(r"(\s*(?:- )?)", lines[number])
    _insert(lines, number, f"{first[1] if first else '  '}{item}")


def _insert(lines: list[str], number: int, line: str) -> None:
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    lines.insert(number, f"{line}{end}")


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    """Return what differs: the new text of a file, or nothing where it is taken away."""
    names: Iterable[str] = sorted({*before, *after})
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}


_NOT_IN_LINES: Final = Words(
    cy="nid yw’r enw ar ei linell ei hun yn y ffeil, felly ni ellir ei newid yn ddiogel. Rhowch "
    "bob maes ar ei linell ei hun, a rhowch gynnig arall arni.",
    en="the name does not stand on a line of its own in the file, so it cannot be changed safely. "
    "Put each field on its own line, and try again.",
)
