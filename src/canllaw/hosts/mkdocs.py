"""canllaw inside MkDocs: a thin plugin, and the two calls that run MkDocs."""

import datetime
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from canllaw.build import Guide, prepare
from canllaw.checks import check_built_site, made_html
from canllaw.hosts import words
from canllaw.hosts.theme import name_sections, named_by_content, theme_globals
from canllaw.hosts.told import finished_site, page_told, sides_of
from canllaw.languages import Language, Words, language_of_computer, same
from canllaw.model import Page, PageKey
from canllaw.outputs import site_files
from canllaw.outputs.heading_links import with_heading_links
from canllaw.outputs.redirects import with_old_ids
from canllaw.outputs.surroundings import surroundings
from canllaw.outputs.tables import with_columns_named
from canllaw.problems import CanllawError, Problem, Severity, SiteRefusedError
from canllaw.render.compiled import COMPILED
from canllaw.reports import as_text

log = get_plugin_logger(__name__)


class CanllawConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What mkdocs.yml may say below `canllaw:`."""

    # YAML makes a date of 2027-09-01, wherever it comes from.
    as_of = c.Optional(c.Type((str, datetime.date)))


class CanllawPlugin(BasePlugin[CanllawConfig]):  # type: ignore[no-untyped-call]  # as above
    """Renders pages before MkDocs sees them, gives them their addresses, checks what comes out.

    mkdocs-static-i18n builds the second language inside `on_post_build` of the first, so every
    hook here runs once a language.
    """

    guide: Guide | None = None
    handed: Guide | None = None  # a guide that was prepared before MkDocs started
    on_page: Callable[[int, int], None] | None = None
    language: Language = "en"  # the one it speaks to whoever builds
    _counted: int = 0
    _finished: dict[PageKey, str]  # the content of each page that is finished
    _at_the_foot: list[Page]  # the pages that every page names
    _assets: dict[str, str]  # where each file of the theme is, by its plain name

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and render everything, once for both languages."""
        if not self.handed:
            self.language = language_of_computer(os.environ)
        if not self._inside_other_language(config):
            self.guide = self.handed or self._prepare(config)
            self._counted, self._finished = 0, {}
            self._at_the_foot = [page for page in self.guide.pages.values() if page.meta.foot]
        return config

    @event_priority(-200)  # after mkdocs-static-i18n has made its own files
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put every page, and every counterpart it names, at its address."""
        for file in files.documentation_pages():
            for alternate in file.alternates.values():  # type: ignore[attr-defined]  # added by static-i18n
                self._move(alternate, config)
        self._assets = named_by_content(files, config)
        return files

    @event_priority(-200)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Name pages and sections after the titles of the pages themselves."""
        for page in nav.pages:
            page.title = escape(self._page(page.file).title)
        name_sections(nav.items)
        return nav

    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Hand over the prose of the page, with a mark for each block of a macro."""
        ours = self._page(page.file)
        page.meta["canllaw"] = f"{ours.language}:{ours.path}"
        # The day of the build would make every compressed sitemap another file.
        page.update_date = self._guide.content.library.newest_check().isoformat()
        return self._guide.rendered[ours.key].markdown

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the blocks of macros in place, and say what the marks beside headings are."""
        ours = self._page(page.file)
        guide, wording = self._guide, self._guide.content.wording
        self._stop_on(tuple(made_html(html, ours.file, guide.content.rules)), words.NOT_PUBLISHED)
        label = escape(wording["site.permalink"].in_(ours.language))
        whole = guide.rendered[ours.key].with_blocks(with_columns_named(html))
        sides = sides_of(guide, ours)
        self._finished[ours.key] = with_heading_links(whole, ours.language, sides, label)
        return with_old_ids(self._finished[ours.key], ours, guide.addresses, wording)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme its labels, its files, and what a browser may do."""
        wording = self._guide.content.wording
        env.bytecode_cache = COMPILED
        env.globals.update(theme_globals(wording, self._assets, lambda to: self._page(to.file)))
        return env

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme about the page, its counterpart, and how far its facts can be trusted."""
        ours = self._page(page.file)
        told = page_told(self._guide, ours, config.site_url or "")
        told["around"] = surroundings(
            self._guide.pages,
            self._at_the_foot,
            ours,
            page.content or "",
            self._pages(page.parent.children if page.parent else ()),
            self._pages([page.previous_page]),
            self._pages([page.next_page]),
        )
        context["canllaw"] = told  # type: ignore[typeddict-unknown-key]  # the theme's own name
        return context

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count finished pages for whoever watches."""
        self._counted += 1
        if self.on_page:
            self.on_page(self._counted, len(self._guide.pages))
        return output

    @event_priority(-200)  # after mkdocs-static-i18n has built the other language
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all that is not a page, and hold the finished site against what it must be."""
        if self._inside_other_language(config):
            return
        site, address = Path(config.site_dir), config.site_url or ""
        whole = finished_site(self._guide, self._finished, self._assets, address)
        made: list[str] = []
        for path, content in site_files(whole):
            file = site / path
            made.append(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        found = check_built_site(
            site, address, self._guide.expected(), made, self._guide.addresses.must_open
        )
        self._stop_on(found, words.NOT_PUBLISHED)

    def _refusal(self, said: Words) -> PluginError:
        return PluginError(said.in_(self.language))

    def _stop_on(self, problems: Sequence[Problem], advice: Words) -> None:
        if problems:
            text = as_text(problems, self.language)
            raise PluginError(f"{text}\n{advice.in_(self.language)}")

    @property
    def _guide(self) -> Guide:
        if self.guide is None:
            raise self._refusal(words.NOTHING_READ)
        return self.guide

    def _inside_other_language(self, config: MkDocsConfig) -> bool:
        i18n = config.plugins.get("i18n")
        if i18n is None:
            raise self._refusal(words.NO_PAIRING)
        return bool(cast("Any", i18n).building)

    def _prepare(self, config: MkDocsConfig) -> Guide:
        root = Path(config.config_file_path).parent
        try:
            guide = prepare(root, self._day())
        except CanllawError as error:
            raise self._refusal(error.words) from None
        for warning in guide.problems:
            if warning.severity is Severity.WARNING:
                log.info("%s", as_text([warning], self.language))
        self._stop_on(guide.errors, words.MEND_FIRST)
        return guide

    def _day(self) -> datetime.date:
        if not self.config.as_of:
            return datetime.date.today()
        try:
            return datetime.date.fromisoformat(str(self.config.as_of))
        except ValueError:
            raise self._refusal(words.no_day(self.config.as_of)) from None

    def _page(self, file: File) -> Page:
        language, _, path = file.src_uri.partition("/")
        page = self._guide.pages.get((cast("Language", language), path))
        if page is None:
            raise self._refusal(words.no_page(file.src_uri))
        return page

    def _pages(self, items: Iterable[object]) -> list[Page]:
        """Return the pages among the items of a menu."""
        return [self._page(item.file) for item in items if isinstance(item, MkDocsPage)]

    def _move(self, file: File, config: MkDocsConfig) -> None:
        address = self._page(file).address
        file.dest_uri = f"{address}index.html"
        file.url = address
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)


def build_site(
    root: Path,
    target: Path,
    guide: Guide,
    on_page: Callable[[int, int], None] | None = None,
    language: Language = "en",
) -> None:
    """Build the site of `root` from `guide` into `target`, and say in `language` what is wrong.

    Raises `SiteRefusedError` where the finished site has problems, which are printed by then, and
    `CanllawError` where MkDocs cannot run at all.
    `on_page` is called after each finished page with the number done and the number in all.
    """
    try:
        with _mkdocs_says(logging.WARNING):
            config = _load(root, site_dir=str(target), strict=True)
            plugin = config.plugins.get("canllaw")
            if not isinstance(plugin, CanllawPlugin):
                raise CanllawError(words.NO_PLUGIN)
            plugin.handed, plugin.on_page, plugin.language = guide, on_page, language
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    except Abort:
        raise SiteRefusedError(words.REASON_ABOVE) from None
    except (ConfigurationError, PluginError) as error:
        raise CanllawError(same(str(error))) from None  # spoken already, or MkDocs' own words


def serve_site(
    root: Path, day: datetime.date | None, address: str, language: Language = "en"
) -> None:
    """Show the site at `address` (host:port) and build it again whenever a file changes."""
    os.environ["CANLLAW_LANG"] = language
    if day:
        # mkdocs.yml reads it: MkDocs loads its configuration anew at every change.
        os.environ["CANLLAW_AS_OF"] = day.isoformat()
    # Its notice of 2027 is for whoever takes the code over: decisions/0004 answers it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    options: dict[str, Any] = {"dev_addr": address}
    with _mkdocs_says(logging.INFO):
        serve(config_file=str(_config_file(root)), livereload=True, **options)


@contextmanager
def _mkdocs_says(level: int) -> Iterator[None]:
    """Print what MkDocs has to say; by itself it names a problem to nobody."""
    log_of_mkdocs, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    log_of_mkdocs.setLevel(level)
    log_of_mkdocs.addHandler(handler)
    try:
        yield
    finally:
        log_of_mkdocs.removeHandler(handler)


def _load(root: Path, **options: Any) -> MkDocsConfig:
    return load_config(str(_config_file(root)), **options)


def _config_file(root: Path) -> Path:
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise CanllawError(words.no_settings(root))
    return file
