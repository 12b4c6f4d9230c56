"""Serving: one page, to this machine alone, and a stream of events that tells what became of it.

Nobody else is served: only the loopback address is listened to, and a request must name it, so that a page
from elsewhere cannot ask under a name of its own.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from reported.errors import Problem, Refused

HOST = "127.0.0.1"
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy"[^>]*?)script-src ([^;]*);')
HERE = Path(__file__).parent
STYLE = "preview-style"  # the element of the served page that holds its style sheet
ALIVE = 15.0  # seconds after which a stream says that it is still there
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'none'",
}


@dataclass(frozen=True)
class State:
    """What the open page is told: which page and style sheet are the newest (digests), what is wrong, in
    lines, what is being done, and what of the page is still as it was before (its places, each with the word
    for what is there).
    """

    page: str = ""
    style: str = ""
    wrong: str = ""
    doing: str = ""
    late: Mapping[str, str] = field(default_factory=dict)


class Served:
    """The page as it was last made, and what is said beside it. One program changes it, many threads read."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._state, self._ended = State(), False
        self._page, self._style = "", ""

    def show(self, page: str, style: str, late: Mapping[str, str] = {}) -> None:
        """A page that was made, which holds this style sheet, and in which some places are ``late``; whatever
        was wrong is mended.
        """
        before, there, after = page.partition(style or "\0")
        if there:
            page = f'{before}</style>\n<style id="{STYLE}">\n{style}{after}'
        with self._lock:
            self._page, self._style = page, style
        self._tell(page=digest(before + after), style=digest(style), wrong="", late=late)

    def restyle(self, style: str) -> None:
        """The same page under another style sheet."""
        with self._lock:
            self._page = self._page.replace(self._style, style, 1)
            self._style = style
        self._tell(style=digest(style), wrong="")

    def say(self, wrong: str | None = None, doing: str | None = None) -> None:
        """Say beside the page what is wrong with what it is made from, and what is being done."""
        said = {"wrong": wrong, "doing": doing}
        self._tell(**{name: text for name, text in said.items() if text is not None})

    def end(self) -> None:
        """Let those go who wait."""
        with self._lock:
            self._ended = True
            self._lock.notify_all()

    def _tell(self, **changed: Any) -> None:
        with self._lock:
            self._state = replace(self._state, **changed)
            self._lock.notify_all()

    def copy(self) -> bytes:
        """The page as it is served: with the script that keeps it new, which may run and hear from here."""
        with self._lock:
            page, state = self._page or _asset("preview.html"), self._state
        script = _asset("preview.js")
        page = _allowing(page, script)
        # The last end of a body: a text may say another, escaped or not.
        begin, _, end = page.rpartition("</body>")
        marks = f'data-page="{state.page}" data-style="{state.style}"'
        return f"{begin}<script {marks}>{script}</script>\n</body>{end}".encode()

    def events(self, style: str) -> Iterator[bytes]:
        """What became of the page, as events, from now to the end; ``style`` is what its reader has."""
        told: State | None = None
        while True:
            with self._lock:
                if self._state == told and not self._ended:
                    self._lock.wait(ALIVE)
                if self._ended:
                    return
                state, sheet = self._state, self._style
            if state == told:
                yield b": still here\n\n"
                continue
            told, data = state, asdict(state)
            if state.style != style:
                style, data["sheet"] = state.style, sheet
            yield f"data: {json.dumps(data)}\n\n".encode()


def digest(text: str) -> str:
    """A short name for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _allowing(page: str, script: str) -> str:
    """A page whose policy lets one script more run, and lets it hear from where the page came from."""
    from reported.document.rendering import hashed

    def allowed(policy: re.Match[str]) -> str:
        may_run = policy[2].replace("'none'", "").strip()
        return f"{policy[1]}script-src 'sha256-{hashed(script)}' {may_run}; connect-src 'self';"

    return POLICY.sub(allowed, page, count=1)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True  # the same address again after the program has started anew

    def __init__(self, port: int, served: Served) -> None:
        super().__init__((HOST, port), _Answer)
        self.served = served
        self.names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}

    def handle_error(self, request: object, client_address: object) -> None:
        """That somebody went away is no news."""


class _Answer(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if self.headers.get("Host", "") not in self.server.names:
            self._send(421, "text/plain", b"This address serves one page, to this machine.\n")
        elif path == "/":
            self._send(200, "text/html; charset=utf-8", self.server.served.copy())
        elif path == "/events":
            self._begin(200, "text/event-stream")
            for event in self.server.served.events(parse_qs(query).get("style", [""])[0]):
                self.wfile.write(event)
                self.wfile.flush()
        else:
            self._send(404, "text/plain", b"There is one page here, at /.\n")

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self._begin(status, kind, len(content))
        self.wfile.write(content)

    def _begin(self, status: int, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        sized = {} if length is None else {"Content-Length": str(length)}
        for name, value in {"Content-Type": kind, **sized, **HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what becomes of the page."""


@contextmanager
def serving(served: Served, port: int) -> Iterator[str]:
    """Serve a page at a port (0: a free one) as long as the block lasts; tells its address. Raises Refused
    where the port is taken.
    """
    try:
        server = _Server(port, served)
    except (OSError, OverflowError) as error:
        what = f"cannot be listened to ({getattr(error, 'strerror', None) or error})."
        raise Refused([Problem(f"--port {port}", what, "Name another, or none for a free one.")]) from None
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        served.end()
        server.shutdown()
        server.server_close()
