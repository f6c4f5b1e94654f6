"""Draw the pictures that cannot be text: what networks and home screens show of the site.

    python images/draw.py         theme/assets/: share.cy.png, share.en.png, and the icons
    python images/draw.py site    images/site.png: two pages of the finished site in site/

The first are made from the drawing below, with the labels of content/interface.yml. Run it when
either changes, and commit what it writes. Needs the development environment and Debian's
`chromium`.
"""

import base64
import struct
import sys
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).parent.parent
ASSETS = REPOSITORY / "theme" / "assets"
STEPS = "M3 29h7v-6h7v-6h7v-6h5"
RAIL = "M3 19 20 4.5h5"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
SHOWN = ("cy/rhieni/anghytuno/ailystyried", "en")
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"


def handrail(stroke: float) -> str:
    """Return the sign of the site, in a square of 32."""
    common = f'fill="none" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{STEPS}" stroke="#fff" {common}/><path d="{RAIL}" stroke="#e0a92e" {common}/>'


def icon() -> str:
    """Return the icon of the site as SVG."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<rect width="32" height="32" rx="6" fill="#14532d"/>'
        f'<g transform="translate(3.2 3.2) scale(.8)">{handrail(3.4)}</g></svg>'
    )


def share(name: str, tagline: str) -> str:
    """Return the picture that goes with a link to the site, 1200 by 630."""
    title, _, rest = name.partition(": ")
    about = rest[:1].upper() + rest[1:]
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#14532d"/>
<g transform="translate(800 20) scale(10)">{handrail(2.4)}</g>
<text x="80" y="270" fill="#fff" font-size="130" font-weight="700">{title}</text>
<text x="80" y="410" fill="#fff" font-size="56" font-weight="600">{about}</text>
{_lines(tagline)}
</svg>"""


def _lines(text: str) -> str:
    first, _, second = text.partition(", ")
    lines = (f"{first}," if second else first, second)
    return "".join(
        f'<text x="80" y="{490 + 52 * row}" fill="#e8f1eb" font-size="36">{line}</text>'
        for row, line in enumerate(lines)
    )


def drawn(browser: Browser, svg: str, width: int, height: int) -> bytes:
    """Return `svg` as a PNG of that size in pixels."""
    page = browser.new_page(viewport={"width": width, "height": height})
    style = f"<style>body{{margin:0;font-family:{FONT}}}svg{{display:block}}</style>"
    page.set_content(f"{style}{svg}")
    made = page.screenshot(omit_background=True)
    page.close()
    return made


def ico(png: bytes, size: int) -> bytes:
    """Wrap a square PNG as an icon file, for browsers that do not read SVG."""
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), len(head) + 16)
    return head + entry + png


def phones(browser: Browser, site: Path) -> bytes:
    """Return two pages of the finished site as two phones show them, side by side."""
    shots: list[str] = []
    for name in SHOWN:
        page = browser.new_page(viewport={"width": 390, "height": 780})
        page.goto((site / name / "index.html").as_uri())
        shots.append(base64.b64encode(page.screenshot()).decode())
        page.close()
    frame = "border-radius:18px;box-shadow:0 2px 14px #0004;display:block"
    pictures = "".join(
        f'<img style="{frame}" src="data:image/png;base64,{shot}" width="390">' for shot in shots
    )
    page = browser.new_page(viewport={"width": 880, "height": 830})
    page.set_content(
        '<body style="margin:0;padding:24px;display:flex;gap:44px;background:#fff;'
        f'box-sizing:border-box">{pictures}</body>'
    )
    made = page.screenshot()
    page.close()
    return made


def main() -> None:
    """Write the pictures that were asked for."""
    if len(sys.argv) > 1:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            made = phones(browser, Path(sys.argv[1]).absolute())
            (REPOSITORY / "images/site.png").write_bytes(made)
            browser.close()
        return
    text = (REPOSITORY / "content/interface.yml").read_text(encoding="utf-8")
    labels: dict[str, Any] = yaml.safe_load(text)
    (ASSETS / "favicon.svg").write_text(icon() + "\n", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for language in ("cy", "en"):
            svg = share(labels["site.name"][language], labels["site.tagline"][language])
            (ASSETS / f"share.{language}.png").write_bytes(drawn(browser, svg, 1200, 630))
        (ASSETS / "apple-touch-icon.png").write_bytes(drawn(browser, icon(), 180, 180))
        (ASSETS / "favicon.ico").write_bytes(ico(drawn(browser, icon(), 32, 32), 32))
        browser.close()


if __name__ == "__main__":
    main()
