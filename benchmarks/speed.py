"""How long `canllaw check` and `canllaw build` take, beside MkDocs without canllaw.

    python benchmarks/speed.py                   the real site, and 100 generated page pairs
    python benchmarks/speed.py 100 400 1600      the sizes of generated sites, in page pairs
    python benchmarks/speed.py --facts 10000     `canllaw check` on so many facts

Each generated site is built four times over, each run in a process of its own:

    canllaw   facts and macro calls, with everything canllaw checks
    bare      the same pages already expanded: MkDocs, Material, mkdocs-static-i18n, no canllaw
    macros    the same calls through mkdocs-macros-plugin, whose macros write the same HTML

Prints seconds, milliseconds a page, peak memory in MB and the ratio to bare MkDocs. Needs the
development environment (`make test` makes it).
"""

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from canllaw.build import prepare

REPOSITORY = Path(__file__).parent.parent
DAY = datetime.date(2026, 11, 22)
FACTS_A_PAIR = 6
PAIRS_A_SECTION = 25
# A page, a part, and two sentences: the checks of language read them too.
_WORDS = {
    "cy": ("Tudalen", "Rhan", "Mae gennych hawl i wybod pam. Gofynnwch i’r cyngor edrych eto."),
    "en": ("Page", "Part", "You have a right to be told why. Ask the council to look again."),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    peak_megabytes: float


def run(command: list[str], folder: Path) -> Run:
    """Run `command` in `folder`; stop the benchmark where it fails."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{output.read().decode()[-3000:]}")
    return Run(time.perf_counter() - begin, usage.ru_maxrss / 1024)


def best_of(times: int, command: list[str], folder: Path) -> Run:
    """Return the quickest of several runs: the others waited for something else."""
    return min((run(command, folder) for _ in range(times)), key=lambda found: found.seconds)


def tool(name: str) -> str:
    """Return the path of a command of this environment."""
    return str(Path(sys.executable).parent / name)


def generate(root: Path, pairs: int) -> None:
    """Write a project of `pairs` page pairs with facts in proportion into `root`."""
    template = (REPOSITORY / "tests/tiny/content/facts.yml").read_text(encoding="utf-8")
    (root / "content").mkdir(parents=True)
    shutil.copy(REPOSITORY / "content/interface.yml", root / "content")
    shutil.copy(REPOSITORY / "tests/tiny/content/site.yml", root / "content")
    for name in ("macros", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    (root / "content/facts.yml").write_text(_of_any_site(template), encoding="utf-8")
    deadline = _entry(template, "deadline.appeal")
    term = _entry(template, "term.aln")
    for first in range(0, pairs, 100):
        numbers = range(first, min(first + 100, pairs))
        text = "".join(
            deadline.replace("deadline.appeal", f"deadline.n{number}-{fact}")
            + term.replace("term.aln", f"term.n{number}-{fact}")
            for number in numbers
            for fact in range(FACTS_A_PAIR // 2)
        )
        (root / f"content/generated-{first}.yml").write_text(text, encoding="utf-8")
    for language in ("cy", "en"):
        for number in range(pairs):
            _write_page(root, language, number)
        home = root / "docs" / language / "index.md"
        home.write_text(
            f'---\naudience: everyone\ndescription: "{_WORDS[language][2]}"\n---\n\n'
            f"# {_WORDS[language][0]}\n\n{_WORDS[language][2]}\n",
            encoding="utf-8",
        )
        shutil.copy(REPOSITORY / "docs" / language / "search.md", root / "docs" / language)
    (root / "mkdocs.yml").write_text(_settings(pairs), encoding="utf-8")


def _of_any_site(template: str) -> str:
    """Leave out the entries that name pages or tests of the tiny project."""
    entries = re.split(r"(?m)^(?=- kind:)", template)
    return "".join(
        entry
        for entry in entries
        if not re.match(r"- kind: (change|question|standard|waiver)\n", entry)
    )


def _entry(template: str, entry_id: str) -> str:
    entries = re.split(r"(?m)^(?=- kind:)", template)
    return next(entry for entry in entries if f"  id: {entry_id}\n" in entry)


def _write_page(root: Path, language: str, number: int) -> None:
    section = f"s{number // PAIRS_A_SECTION}"
    path = root / "docs" / language / section / f"p{number}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    slug = f"slug: {section}/tudalen-{number}\n" if language == "cy" else ""
    page, part, sentence = _WORDS[language]
    paragraph = f"{sentence} " * 6
    calls = "\n\n".join(
        f"## {part} {fact} {{#part-{fact}}}\n\n{paragraph}\n\n"
        f'{{{{ deadline("deadline.n{number}-{fact}") }}}}\n\n{paragraph}\n\n'
        f'{{{{ term("term.n{number}-{fact}") }}}}'
        for fact in range(FACTS_A_PAIR // 2)
    )
    path.write_text(
        f'---\naudience: parent\n{slug}description: "{sentence}"\n---\n\n'
        f"# {page} {number}\n\n{paragraph}\n\n{calls}\n",
        encoding="utf-8",
    )


def _settings(pairs: int) -> str:
    real = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    real = real.replace("watch: [content, macros, theme]", "watch: []")
    lines = [real, "nav:", "  - index.md"]
    for first in range(0, pairs, PAIRS_A_SECTION):
        lines.append(f"  - s{first // PAIRS_A_SECTION}:")
        for number in range(first, min(first + PAIRS_A_SECTION, pairs)):
            lines.append(f"      - s{first // PAIRS_A_SECTION}/p{number}.md")
    return "\n".join(lines) + "\n"


def expand(source: Path, target: Path) -> None:
    """Write `source` anew for bare MkDocs: the same pages with every macro already expanded."""
    guide = prepare(source, DAY)
    if guide.errors:
        sys.exit(f"the generated site has problems: {guide.errors[0]}")
    for key, page in guide.pages.items():
        file = target / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        done = guide.rendered[key]
        text = f"---\ndescription: x\n---\n{done.with_blocks(done.markdown)}"
        file.write_text(text, encoding="utf-8")
    (target / "mkdocs.yml").write_text(_without_canllaw(source), encoding="utf-8")


def _without_canllaw(source: Path, plugin: str = "") -> str:
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"  - canllaw:\n.*\n", f"  - search\n{plugin}", settings)
    settings = re.sub(r"  custom_dir: .*\n|  favicon: .*\n|  static_templates: .*\n", "", settings)
    return settings.replace("extra_css: [assets/canllaw.css]\n", "")


def with_macros_plugin(source: Path, target: Path) -> None:
    """Write `source` anew for mkdocs-macros-plugin, with macros that return the same HTML."""
    # The page of search results needs our theme.
    shutil.copytree(source / "docs", target / "docs", ignore=shutil.ignore_patterns("search.md"))
    settings = _without_canllaw(source, "  - macros:\n      j2_comment_start_string: '{//'\n")
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(source / "content", target / "content")
    shutil.copytree(source / "macros", target / "macros")
    (target / "main.py").write_text(_MACROS_MODULE, encoding="utf-8")


# The facts are read once and laid out by the same templates; the rest is the plugin's own work.
_MACROS_MODULE = """
import datetime
from pathlib import Path
from canllaw.load.content import load_content
from canllaw.load.pages import load_macros
from canllaw.render import Renderer


def define_env(env):
    content, _ = load_content(Path(env.project_dir))
    macros = load_macros(Path(env.project_dir))
    day = datetime.date(2026, 11, 22)
    renderer = Renderer(content.library, content.wording, macros, {}, day)

    def bind(name):
        def call(*arguments):
            renderer._desk.page.language = env.page.file.src_uri.partition("/")[0]
            return renderer.callable[name](*arguments)
        return call

    for name in ("deadline", "term"):
        env.macro(bind(name), name)
"""


def compare(pairs: int, times: int) -> None:
    """Measure a generated site of `pairs` page pairs in every way, and print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare, macros = (Path(folder) / name for name in ("canllaw", "bare", "macros"))
        generate(ours, pairs)
        expand(ours, bare)
        with_macros_plugin(ours, macros)
        pages = 2 * pairs + 2
        mkdocs = [tool("mkdocs"), "build", "--quiet"]
        base = best_of(times, mkdocs, bare)
        rows = [
            ("canllaw check", best_of(times, [tool("canllaw"), "check"], ours)),
            ("canllaw build", best_of(times, [tool("canllaw"), "build"], ours)),
            ("bare", base),
            ("macros", best_of(times, mkdocs, macros)),
        ]
        for name, found in rows:
            show(f"{pairs} pairs", name, found, pages, base)


def show(site: str, name: str, found: Run, pages: int, base: Run | None = None) -> None:
    """Print one row of the table."""
    ratio = f"{found.seconds / base.seconds:6.2f}" if base else "      "
    print(
        f"{site:<14}{name:<16}{found.seconds:8.2f} s {1000 * found.seconds / pages:8.1f} ms/page"
        f"{found.peak_megabytes:8.0f} MB  {ratio}",
        flush=True,
    )


def check_facts(count: int, times: int) -> None:
    """Measure `canllaw check` on `count` generated facts and a few pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "facts"
        generate(root, 10)
        template = (REPOSITORY / "tests/tiny/content/facts.yml").read_text(encoding="utf-8")
        deadline = _entry(template, "deadline.appeal")
        for first in range(0, count, 500):
            text = "".join(
                deadline.replace("deadline.appeal", f"deadline.many{number}")
                for number in range(first, min(first + 500, count))
            )
            (root / f"content/many-{first}.yml").write_text(text, encoding="utf-8")
        show(
            f"{count} facts", "canllaw check", best_of(times, [tool("canllaw"), "check"], root), 22
        )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("pairs", nargs="*", type=int, help="sizes of generated sites in page pairs")
    parser.add_argument("--facts", type=int, help="only `canllaw check`, on so many facts")
    parser.add_argument("--times", type=int, default=3, help="runs of each; the quickest counts")
    given = parser.parse_args()
    if given.facts:
        check_facts(given.facts, given.times)
        return
    if not given.pairs:
        pages = len(list((REPOSITORY / "docs").rglob("*.md")))
        for command in ("check", "build"):
            with tempfile.TemporaryDirectory() as folder:
                extra = ["--site", f"{folder}/site"] if command == "build" else []
                found = best_of(given.times, [tool("canllaw"), command, *extra], REPOSITORY)
                show("real site", f"canllaw {command}", found, pages)
    for pairs in given.pairs or [100]:
        compare(pairs, given.times)


if __name__ == "__main__":
    main()
