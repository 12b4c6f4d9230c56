"""What can be wrong with a page: each look gives a list of complaints, and an empty list is good news.

A look at an opened page runs in a world of its own beside the page, so the page's content security policy
stays in force and the page notices nothing. What is asked there is JavaScript, since only the browser knows
what it drew.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".venv" / "browser"
MODULES = TOOLS / "node_modules"
WIDTHS = (360, 1280)  # CSS pixels: a small telephone, a laptop
SCHEMES = ("light", "dark")
# CSS pixels: A4 across, and between its margins; rules ask for the former, text has the latter.
PAPER, PRINTED = 794, 643
MOST_BYTES = 2_750_000  # Korean letters alone are half a million of them
MOST_MS = 1000
LEAST = 12  # CSS pixels: the smallest letters on a screen
READ_AT = (390, 700, 1440)  # CSS pixels: a telephone, a tablet, a desk
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
STATES = [
    {"width": width, "scheme": scheme, "opened": opened}
    for opened in (False, True)
    for width in WIDTHS
    for scheme in SCHEMES
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Shared by the questions below. `shown` is a text node's place on the screen, empty where nothing is drawn.
WORDS = """
const shown = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
};
const texts = (root) => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim() &&
    !walk.currentNode.parentElement.closest("script, style, title, desc"))
    found.push(walk.currentNode);
  return found;
};
const drawn = (element) => element.checkVisibility({ visibilityProperty: true });
const controls = () => [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])")].filter((element) =>
  drawn(element) && !element.disabled && element.tabIndex >= 0 &&
    (element.type !== "radio" || element.checked ||
    !document.querySelector(`input[type=radio][name="${element.name}"]:checked`)));
const named = (element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
"""


@dataclass
class Seen:
    """An opened page with a place beside it to ask from; what it asked for and said since it was opened."""

    page: Page
    session: CDPSession
    world: int
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def ask(self, question: str, wait: bool = False) -> Any:
        """The answer to a JavaScript expression or, where it starts with ``{``, to a function body."""
        code = f"(() => {{{WORDS}{question[1:-1]}}})()" if question.startswith("{") else question
        answer = self.session.send(
            "Runtime.evaluate",
            {"expression": code, "contextId": self.world, "returnByValue": True, "awaitPromise": wait},
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def show(self, width: int = 1280, scheme: str = "light", opened: bool = False, height: int = 800) -> None:
        """Set the width in CSS pixels and the colour scheme, and open or close whatever opens in place."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme)
        self.ask(
            f"document.querySelectorAll('details').forEach((each) => {{ each.open = {json.dumps(opened)}; }})"
        )


@contextmanager
def seen(browser: Browser, path: Path, scripts: bool = True, watch: str = "") -> Iterator[Seen]:
    """Open a file with the network off, and close it again; ``watch`` is run in the page before anything of
    its own.
    """
    context = browser.new_context(
        offline=True, java_script_enabled=scripts, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    if watch:
        page.add_init_script(watch)
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    session = context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "looks"})[
        "executionContextId"
    ]
    try:
        yield Seen(page, session, world, asked, said)
    finally:
        context.close()


# A file


def markup(path: Path, warnings: bool = False) -> list[str]:
    """What the Nu HTML checker calls an error, and with ``warnings`` what it warns of."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--exit-zero-always", path], capture_output=True, check=True
    )
    kinds = ("error", "non-document-error", *(["warning"] if warnings else []))
    return [
        f"line {each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}"
        for each in json.loads(done.stderr)["messages"]
        if each.get("subType", each["type"]) in kinds or each["type"] in kinds
    ]


def weight(path: Path) -> list[str]:
    """A page that is too large to send by mail or to open on a telephone."""
    size = path.stat().st_size
    return [f"{size:,} bytes, more than {MOST_BYTES:,}"] if size > MOST_BYTES else []


def slowness(browser: Browser, path: Path) -> list[str]:
    """A page that takes a second to load; the median of three counts, since a busy machine makes one of them
    slow.
    """
    took = []
    for _ in range(3):
        with seen(browser, path) as page:
            took.append(page.ask("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    print(
        f"{path.parent.name}: opens in {statistics.median(took):.0f} ms (of "
        f"{', '.join(f'{ms:.0f}' for ms in took)})"
    )
    return [f"{statistics.median(took):.0f} ms"] if statistics.median(took) >= MOST_MS else []


# An opened page


def traffic(page: Seen) -> list[str]:
    """Whatever was asked for after the page itself, and whatever the browser said about it."""
    return [url for url in page.asked[1:] if not url.startswith("data:")] + page.said


def accessibility(page: Seen) -> list[str]:
    """Violations of WCAG 2.2 A and AA, and of good practice, that axe-core finds in the page as it stands."""
    if not page.ask("typeof axe === 'object'"):
        page.ask((MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    # the size of a target is a rule of WCAG 2.2 that axe leaves off unless it is asked for
    options = {"runOnly": RULES, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    found = page.ask(f"axe.run({json.dumps(options)}).then((found) => found.violations)", wait=True)
    return [
        f"{rule['id']} ({len(rule['nodes'])}): {rule['help']}: {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


def missing(page: Seen) -> list[str]:
    """Pictures that are not drawn, and typefaces of the page that the browser did not take up."""
    return page.ask(
        """{
      return document.fonts.ready.then((faces) => [
        ...[...document.images].filter((each) => !each.complete || !each.naturalWidth).map(named),
        ...["Spectral", "Fira Sans"].filter((name) => ![...faces].some((face) =>
          face.family.includes(name) && face.status === "loaded")).map((name) => `no letters of ${name}`),
      ]);
    }""",
        wait=True,
    )


def width(page: Seen) -> list[str]:
    """What makes the whole page scroll sideways."""
    return page.ask("""{
      const wide = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= wide) return [];
      const out = [...document.body.querySelectorAll("*")]
        .filter((each) => each.getBoundingClientRect().right > wide + 1);
      return [`${document.documentElement.scrollWidth} px on a page of ${wide}`, ...out.slice(-3).map(named)];
    }""")


def small(page: Seen) -> list[str]:
    """Letters that are smaller on the screen than they may be, those inside drawings too: there a letter has
    the size it was set in times the scale at which it is drawn.
    """
    return page.ask(
        """{
      const size = (element) => {
        const seen = element.closest("text")?.getScreenCTM();
        const scale = seen ? Math.sqrt(Math.abs(seen.a * seen.d - seen.b * seen.c)) : 1;
        return parseFloat(getComputedStyle(element).fontSize) * scale;
      };
      const found = texts(document.body).filter((text) => drawn(text.parentElement) &&
        shown(text).some((box) => box.width > 1 && box.height > 1) &&
        size(text.parentElement) < LEAST - 0.05);
      return [...new Set(found.map((text) =>
        `${size(text.parentElement).toFixed(1)} px: ${text.data.trim().slice(0, 60)}`))].slice(0, 20);
    }""".replace("LEAST", str(LEAST))
    )


def cut(page: Seen) -> list[str]:
    """Text of a printed page that is not drawn, or is cut off by the page or by what it stands in."""
    page.show(PAPER)
    page.page.emulate_media(media="print")
    page.ask(f"document.documentElement.style.width = '{PRINTED}px'")
    try:
        return page.ask("""{
          const clips = (element) =>
            ["hidden", "clip", "auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
            (element.scrollWidth > element.clientWidth + 1 ||
              element.scrollHeight > element.clientHeight + 1);
          const elements = [...document.querySelector("main").querySelectorAll("*")];
          const wide = document.documentElement.getBoundingClientRect().width;
          return [
            ...elements.filter((each) => drawn(each) && !each.closest("svg, details") &&
              clips(each)).map((each) => `cut: ${named(each)}`),
            ...texts(document.body).filter((text) => shown(text).some((box) => box.width > 1 &&
              (box.right > wide + 1 || box.left < -1)))
              .map((text) => `off the paper: ${text.data.trim().slice(0, 80)}`),
            ...[...document.querySelectorAll("h2, h3, figure")].filter((each) => !drawn(each) &&
              !each.closest("details:not(.record), nav, dialog"))
              .map((each) => `not printed: ${named(each)}`),
          ];
        }""")
    finally:
        page.ask("document.documentElement.removeAttribute('style')")
        page.page.emulate_media(media="screen")


def leads(page: Seen) -> list[str]:
    """Links into the page that lead nowhere, names that two places share, and places that cannot be brought
    to sight.
    """
    return page.ask("""{
      const ids = [...document.querySelectorAll("[id]")].map((each) => each.id), known = new Set(ids);
      const targets = [...new Set([...document.querySelectorAll("a[href^='#']")]
        .map((each) => decodeURIComponent(each.getAttribute("href").slice(1))))];
      document.querySelectorAll("details").forEach((each) => { each.open = true; });
      return [
        ...targets.filter((id) => !known.has(id)).map((id) => `#${id} is nowhere`),
        ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `#${id} is twice`),
        ...targets.filter((id) => known.has(id) && !drawn(document.getElementById(id)) &&
          !document.getElementById(id).closest(".moment"))
          .map((id) => `#${id} is never shown`),
      ];
    }""")


def unread(page: Seen) -> list[str]:
    """Text that a reader without JavaScript does not get, even where everything that opens is open; of a
    drawing for two widths the one for this width counts.
    """
    page.show(opened=True)
    return page.ask("""{
      const here = texts(document.body).filter((text) => !text.parentElement.closest("svg.slim"));
      return here.filter((text) => !shown(text).length || !drawn(text.parentElement))
        .map((text) => text.data.trim().slice(0, 80));
    }""")


# The keyboard


def tabbing(page: Seen) -> list[str]:
    """Walk the whole page with Tab: what is not reached, not in its order or not seen to be reached, and
    where one is caught.
    """
    page.page.mouse.click(0, 0)
    page.ask("""{
      document.activeElement.blur(); getSelection().removeAllRanges();
      globalThis.walked = [];
      globalThis.wanted = controls();
      const bare = new Map();
      const look = (style) => [style.outlineStyle, style.outlineWidth, style.outlineColor,
        style.backgroundColor, style.boxShadow].join();
      for (const each of wanted) bare.set(each, look(getComputedStyle(each)));
      globalThis.noted = (event) => walked.push([event.target,
        look(getComputedStyle(event.target)) !== (bare.get(event.target) ?? "") &&
          getComputedStyle(event.target).outlineStyle !== "none"]);
      document.addEventListener("focusin", noted);
    }""")
    for _ in range(page.ask("wanted.length") + 20):
        # not keyboard.press, which also waits for the key to come up: there are some two thousand of these
        page.session.send("Input.dispatchKeyEvent", TAB)
    return page.ask("""{
      document.removeEventListener("focusin", noted);
      const first = new Map();
      walked.forEach(([element], at) => { if (!first.has(element)) first.set(element, at); });
      const reached = wanted.filter((each) => first.has(each));
      const late = reached.filter((each, at) => at && first.get(each) < first.get(reached[at - 1]));
      const unseen = new Set(walked.filter(([, visible]) => !visible).map(([element]) => element));
      const caught = wanted.length && walked.length > wanted.length &&
        !walked.slice(1).some(([element]) => element === walked[0][0]);
      return [
        ...wanted.filter((each) => !first.has(each)).map((each) => `not reached: ${named(each)}`),
        ...late.map((each) => `out of order: ${named(each)}`),
        ...[...unseen].map((each) => `focus not seen: ${named(each)}`),
        ...(caught ? [`caught in ${named(walked.at(-1)[0])}`] : []),
      ].slice(0, 20);
    }""")


def opening(page: Seen) -> list[str]:
    """Whatever opens in place, that Enter does not open or Space does not close."""
    page.show()
    complaints = []
    for at in range(page.ask("document.querySelectorAll('summary').length")):
        asked = f"document.querySelectorAll('summary')[{at}]"
        if not page.ask(f"{{ return drawn({asked}); }}"):
            continue
        page.ask(f"{asked}.focus()")
        for key, wanted in (("Enter", True), ("Space", False)):
            page.page.keyboard.press(key)
            if page.ask(f"{asked}.parentElement.open === true") != wanted:
                complaints.append(
                    f"{key} leaves it {'closed' if wanted else 'open'}: "
                    f"{page.ask(f'{asked}.textContent.trim()')}"
                )
    return complaints


def skipping(page: Seen) -> list[str]:
    """The first stop of the keyboard must be a link past the head, in sight when reached, that the next stop
    follows.
    """
    page.show()
    page.page.mouse.click(0, 0)
    page.ask("document.activeElement.blur()")
    page.page.keyboard.press("Tab")
    first = page.ask("""{
      const box = document.activeElement.getBoundingClientRect();
      return { to: document.activeElement.getAttribute("href") || "", sight: box.left >= 0 &&
        box.top >= 0 && box.width > 0 };
    }""")
    if not re.fullmatch("#.+", first["to"]):
        return ["the first stop is no link into the page"]
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")
    inside = page.ask(
        f"document.querySelector({json.dumps(first['to'])})?.contains(document.activeElement) === true"
    )
    return ([] if first["sight"] else ["not in sight when reached"]) + (
        [] if inside else ["the next stop is not behind it"]
    )
