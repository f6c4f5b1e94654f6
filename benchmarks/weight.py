"""What a first visit to a page costs: every request of a real browser, compressed.

    python benchmarks/weight.py                     the three heaviest pages, and one in the middle
    python benchmarks/weight.py --site folder       of a site that is built already
    python benchmarks/weight.py --pairs 500         of a generated site of 1,000 pages

Each page is opened in a fresh Chromium that has kept nothing, from a server that compresses with
gzip -9. The icon, which Chromium does not fetch without a window, is added. Prints bytes of the
bodies by request. Needs the development environment and Debian's `chromium`.
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from compressed import compressed
from speed import generate

REPOSITORY = Path(__file__).parent.parent
AIM = 80_000


def built(root: Path, folder: Path) -> Path:
    """Build the project in `root` and return the finished site."""
    tool = Path(sys.executable).parent / "canllaw"
    command = [str(tool), "build", "--root", str(root), "--site", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def guidance_pages(site: Path) -> list[Path]:
    """Return the three heaviest pages that readers have, and the one in the middle."""
    pages = [page for side in ("cy", "en") for page in site.glob(f"{side}/*/**/index.html")]
    by_weight = sorted(pages, key=lambda page: (len(gzip.compress(page.read_bytes())), page))
    return [*by_weight[:-4:-1], by_weight[len(by_weight) // 2]]


def requests(browser: Browser, address: str) -> dict[str, int]:
    """Return the compressed bytes of every file that a first visit asks for."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    found: dict[str, int] = {}
    page.on(
        "requestfinished",
        lambda request: found.__setitem__(request.url, request.sizes()["responseBodySize"]),
    )
    page.goto(address, wait_until="networkidle")
    icons = page.evaluate("[...document.querySelectorAll('link[rel=icon]')].map((l) => l.href)")
    for icon in icons:
        answer = context.request.get(icon, headers={"Accept-Encoding": "gzip"})
        found[icon] = int(answer.headers["content-length"])
    context.close()
    return found


def measure(site: Path) -> int:
    """Print what a first visit to each page costs; return the dearest."""
    dearest = 0
    with compressed(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for page in guidance_pages(site):
            name = f"{page.parent.relative_to(site).as_posix()}/"
            found = requests(browser, address + name)
            print(f"{sum(found.values()):8,}  {name}")
            for url, size in sorted(found.items(), key=lambda item: -item[1]):
                plain = re.sub(r"\.[0-9a-f]{10}\.", ".", url.removeprefix(address))
                print(f"{size:16,}  {plain}")
            dearest = max(dearest, sum(found.values()))
        browser.close()
    return dearest


def main() -> int:
    """Measure the site that was asked for; fail where a visit costs more than was promised."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, help="a finished site, instead of building one")
    parser.add_argument("--pairs", type=int, help="generate a site of so many page pairs")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = REPOSITORY
        if chosen.pairs:
            root = Path(folder) / "project"
            generate(root, chosen.pairs)
        site = chosen.site or built(root, Path(folder) / "site")
        return int(measure(site) > AIM)


if __name__ == "__main__":
    sys.exit(main())
