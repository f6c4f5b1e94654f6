import re
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from canllaw.build import Guide
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES, Language
from conftest import REPOSITORY

SAID = {
    "cy": "Terfynau amser ar gyfer 2026-11-22\nYr ysgol yn penderfynu: 35 diwrnod ysgol\n"
    "  gwiriwyd ar 2026-01-10 a’r dystiolaeth yw secondary\nApelio: 8 wythnos\n"
    "  gwiriwyd ar 2026-01-15 a’r dystiolaeth yw primary\n",
    "en": "Time limits for 2026-11-22\nThe school decides: 35 school days\n"
    "  checked on 2026-01-10 and the evidence is secondary\nAppealing: 8 weeks\n"
    "  checked on 2026-01-15 and the evidence is primary\n",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Say nothing: the tests speak."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_on_the_page_runs(language: Language, tiny: Path, guide: Guide) -> None:
    """The example of the page about the data, run against a built site, prints its deadlines."""
    page = (REPOSITORY / "docs" / language / "about" / "data.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", page, re.S | re.M)
    build_site(tiny, tiny / "site", guide)
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Quiet, directory=str(tiny / "site"))
    ) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
        here = f"http://127.0.0.1:{server.server_port}/"
        done = subprocess.run(  # noqa: S603 - our own interpreter and page
            [sys.executable, "-X", "utf8", "-c", code.replace("https://canllaw.example/", here)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        server.shutdown()
    assert done.stderr == ""
    assert done.stdout.replace("\N{NO-BREAK SPACE}", " ") == SAID[language]
