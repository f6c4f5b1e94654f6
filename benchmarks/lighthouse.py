"""The four marks that Lighthouse gives on a phone: home, a page of guidance and the glossary.

    npm install --prefix .cache/lighthouse lighthouse
    python benchmarks/lighthouse.py site
    python benchmarks/lighthouse.py site --slowdown 2
    python benchmarks/lighthouse.py site --lighthouse path/to/lighthouse

The site is served from this computer with compression, in the settings Lighthouse has for a phone:
a slow network, and a processor a quarter as quick as this one. That is meant for a quick computer;
where Lighthouse's measure of it (the last line) is below 1500, its manual has half as quick
(https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#cpu-throttling).

No two runs are alike, so each page is opened five times. Prints the median of the marks for
performance, accessibility, best practice and search engines, with the worst for performance, and
what cost a point. Needs Node and Debian's `chromium`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from compressed import compressed

REPOSITORY = Path(__file__).parent.parent
TOOL = REPOSITORY / ".cache/lighthouse/node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = (
    "cy/",
    "en/",
    "cy/rhieni/anghytuno/ailystyried/",
    "en/parents/disagree/reconsideration/",
    "cy/cyfeirio/geirfa/",
    "en/reference/glossary/",
)


def report(tool: Path, url: str, slowdown: float) -> dict[str, Any]:
    """Return the report of Lighthouse on one page."""
    command = [
        str(tool),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--throttling.cpuSlowdownMultiplier={slowdown}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = {**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def marks(found: dict[str, Any]) -> list[int]:
    """Return the four marks, out of 100."""
    return [round(found["categories"][name]["score"] * 100) for name in CATEGORIES]


def losses(found: dict[str, Any]) -> list[str]:
    """Return what cost a point."""
    return [
        f"{audit['id']}: {audit['title']}"
        for name in CATEGORIES
        for reference in found["categories"][name]["auditRefs"]
        if reference["weight"]
        and (audit := found["audits"][reference["id"]])["score"] is not None
        and audit["score"] < 1
    ]


def main() -> int:
    """Print the marks of every page; fail where a median is below 100."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slowdown", type=float, default=4)
    parser.add_argument("--lighthouse", type=Path, default=TOOL)
    chosen = parser.parse_args()
    typical: list[float] = []
    speeds: list[float] = []
    with compressed(chosen.site) as address:
        for page in PAGES:
            url = address + page
            found = [report(chosen.lighthouse, url, chosen.slowdown) for _ in range(chosen.runs)]
            given = [marks(each) for each in found]
            medians = [statistics.median(each) for each in zip(*given, strict=True)]
            typical += medians
            speeds += [each["environment"]["benchmarkIndex"] for each in found]
            row = " ".join(f"{mark:5g}" for mark in medians)
            print(f"{row}  {page} (performance at worst {min(given)[0]})", flush=True)
            for loss in sorted({loss for each in found for loss in losses(each)}):
                print(f"      {loss}", flush=True)
    print(f"this computer: {min(speeds):g} to {max(speeds):g}")
    return int(min(typical) < 100)


if __name__ == "__main__":
    sys.exit(main())
