"""Asking for addresses: against a server of this machine that answers in every bad way, with nothing
that looks at a clock; and nothing else asks a network at all.
"""

import ast
import hashlib
import http.server
import socket
import threading
from contextlib import contextmanager
from functools import partial

import pytest

from reported.build import online
from reported.cli import main
from reported.dossier.claim import Source

from ..conftest import RELIEF, ROOT
from ..dossier.test_copies import sources

BODY = b"What was read." * 100
DIGEST = hashlib.sha256(BODY).hexdigest()
QUICK = online.Limits(pause=0, silent=60, whole=120, largest=100_000)


class Server(http.server.ThreadingHTTPServer):
    """Answers by the path: ``/404`` with that status, ``/301/there`` with that status and where to go on."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen, self.open = [], threading.Event()
        self.at = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """A connection that the other side cuts is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(head=True)

    def do_GET(self):
        self.answer(head=False)

    def answer(self, head):
        self.server.seen.append((self.command, self.path, self.headers))
        what, _, rest = self.path.strip("/").partition("/")
        odd = getattr(self, f"as_{what.replace('-', '_')}", None)
        if odd:
            return odd(head, rest)
        status = int(what) if what.isdecimal() else 200
        if status in online.SENT_ON and rest:
            to = rest.replace("HOST", self.server.at).replace("~", "/")
            return self.say(status, location=to if "://" in to or ":" in to else f"/{to}")
        self.say(status, b"" if head else BODY)

    def say(self, status, body=b"", length=None, location=None):
        self.send_response(status)
        if location is not None:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(BODY) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def as_circle(self, head, rest):
        self.say(302, location="/circle/2" if rest == "1" else "/circle/1")

    def as_bracket(self, head, rest):
        self.say(302, location="http://[/")

    def as_endless(self, head, rest):
        self.say(302, location=f"/endless/{int(rest) + 1}")

    def as_no_head(self, head, rest):
        self.say(int(rest) if head else 200, b"" if head else BODY)

    def as_silent(self, head, rest):
        self.server.open.wait(30)

    def as_slowly(self, head, rest):
        """A byte now and then, so that no single wait is long."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not self.server.open.wait(0.05):
            self.wfile.write(b"x")

    def as_huge(self, head, rest):
        self.say(200, b"" if head else BODY * 100, length=len(BODY) * 10**9)

    def as_broken(self, head, rest):
        self.say(200, b"" if head else BODY, length=len(BODY) + 1)

    def as_nonsense(self, head, rest):
        self.wfile.write(b"\x00\x01 no protocol of the web\r\n\r\n")

    def as_hangs_up(self, head, rest):
        self.close_connection = True


@pytest.fixture
def server():
    with Server() as made:
        threading.Thread(target=made.serve_forever, args=[0.01], daemon=True).start()
        yield made
        made.open.set()
        made.shutdown()


def document(url, name="one", sha256=""):
    """A document at an address."""
    cells = dict.fromkeys(Source._fields, "")
    return Source(**{**cells, "source_id": name, "url": url, "sha256": sha256})


def asked(*given, limits=QUICK, may=lambda address: True):
    """What became of documents."""
    return online.ask(given, lambda line: None, "", limits, may)


def state(url, sha256="", **how):
    """The state of one address, and what is said of it."""
    (found,) = asked(document(url, sha256=sha256), **how)
    return found.state, found.what


@pytest.mark.parametrize(
    ("path", "becomes", "says"),
    [
        ("/200/page", online.THERE, ""),
        ("/404", online.DEAD, "404 not found"),
        ("/410", online.DEAD, "410 gone"),
        ("/403", online.REFUSED, "lets no program in (403)"),
        ("/429", online.REFUSED, "(429)"),
        ("/451", online.REFUSED, "(451)"),
        ("/500", online.UNCLEAR, "answers 500"),
        ("/503", online.UNCLEAR, "answers 503"),
        ("/301/200~new", online.MOVED, "for good to HOST/200/new"),
        ("/308/200~new", online.MOVED, "for good to HOST/200/new"),
        ("/302/200~new", online.THERE, "by way of HOST/200/new"),
        ("/301/302~200~new", online.MOVED, "for good to HOST/302/200/new"),
        ("/302/301~200~new", online.THERE, "by way of HOST/200/new"),
        ("/301/404", online.DEAD, "404 not found (by way of HOST/404)"),
        ("/301/", online.UNCLEAR, "does not say where to"),
        ("/302/HOST~", online.MOVED, "to a front page"),
        ("/302/ftp:~~example.org~x", online.UNCLEAR, "no page of the web ('ftp://example.org/x')"),
        ("/302/file:~~~etc~passwd", online.UNCLEAR, "no page of the web"),
        ("/302/javascript:alert(1)", online.UNCLEAR, "no page of the web"),
        ("/302/http:~~name:word@example.org~", online.UNCLEAR, "no page of the web"),
        ("/bracket", online.UNCLEAR, "no page of the web"),
        ("/circle/1", online.UNCLEAR, "leads round in a circle"),
        ("/302/200~new#place", online.THERE, "by way of HOST/200/new"),
        ("/endless/1", online.UNCLEAR, "sends on more than 5 times"),
        ("/no-head/405", online.THERE, ""),
        ("/no-head/500", online.THERE, ""),
        ("/no-head/404", online.THERE, ""),
        ("/huge", online.THERE, ""),
        ("/broken", online.THERE, ""),
        ("/nonsense", online.UNCLEAR, "answers in no way that can be read"),
        ("/hangs-up", online.UNCLEAR, ""),
        ("/200/ö?x=ü y", online.THERE, ""),
    ],
)  # fmt: skip
def test_what_becomes_of_an_address(path, becomes, says, server):
    found, what = state(server.at + path)
    assert (found, says.replace("HOST", server.at) in what) == (becomes, True), what


def test_a_page_is_held_to_its_digest(server):
    assert state(f"{server.at}/200/x", DIGEST) == state(f"{server.at}/200/x", DIGEST.upper()) == ("there", "")
    changed, what = state(f"{server.at}/200/x", "0" * 64)
    assert changed == online.CHANGED and DIGEST in what
    for path, says in (("huge", "larger than the 0.1 MB"), ("broken", "breaks off")):
        assert state(f"{server.at}/{path}", DIGEST)[0] == online.UNCLEAR
        assert says in state(f"{server.at}/{path}", DIGEST)[1]


@pytest.mark.parametrize("path", ["silent", "slowly"])
def test_what_does_not_answer_is_left(path, server):
    limits = online.Limits(pause=0, silent=0.5, whole=1)
    assert state(f"{server.at}/{path}", limits=limits) == (online.SLOW, "did not answer in time")


def test_what_cannot_be_connected_to():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]  # nobody listens there
        assert state(f"http://127.0.0.1:{port}/") == (online.UNCLEAR, "takes no connection")


def test_a_connection_that_is_not_secure_is_none(server):
    found, what = state(server.at.replace("http:", "https:") + "/200/x")
    assert found == online.UNCLEAR and "no secure connection" in what and not server.seen


def test_a_host_that_nobody_knows(server, monkeypatch):
    known = socket.getaddrinfo

    def look_up(host, *more, **others):
        if host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        return known(host, *more, **others)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    gone, there = asked(document("http://gone.invalid/x", "a"), document(f"{server.at}/200/x", "b"))
    assert (gone.state, there.state) == (online.DEAD, online.THERE)
    (alone,) = asked(document("http://gone.invalid/x"))
    assert alone.state == online.UNCLEAR and "is this machine on the network?" in alone.what


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::1", "2002:a00:1::",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_the_network_at_home_is_not_public(address):
    assert not online.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]
)
def test_the_network_of_all_is(address):
    assert online.is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_nobody_is_asked_at_home(host, server):
    url = server.at.replace("127.0.0.1", host) + "/200/x"
    found, what = state(url, may=online.is_public)
    assert found in (online.NOT_ASKED, online.UNCLEAR) and not server.seen, what


def test_nobody_is_sent_home(server, monkeypatch):
    """Only the first host may be asked: what it sends on to is looked up and refused like any other."""
    home = server.at.replace("127.0.0.1", "localhost")
    asking = iter([True, False, False])
    found, what = state(f"{server.at}/302/{home.replace('/', '~')}~200~x", may=lambda address: next(asking))
    assert found == online.NOT_ASKED and "private network" in what and len(server.seen) == 1


def test_a_host_that_wants_to_be_left_alone_is(server):
    given = [document(f"{server.at}/{path}", path) for path in ("200", "429", "404", "410")]
    assert [one.state for one in asked(*given)] == ["there", "refused", "not asked", "not asked"]
    assert [path for _, path, _ in server.seen] == ["/200", "/429"]


def test_hosts_are_told_who_asks(server):
    asked(document(f"{server.at}/200/x"))
    name = server.seen[0][2]["User-Agent"]
    assert name.startswith("reported/") and "run by hand" in name
    assert online.user_agent("me@example.org").endswith("; me@example.org)")


def test_a_host_is_asked_once_in_a_while_whoever_asks():
    waited, now = [], [100.0]
    turns = online.Turns(1.0, waited.append, lambda: now[0])
    for host in ("a", "a", "b", "a"):
        turns.take(host)
    assert waited == [1.0, 2.0]
    now[0] = 110.0
    turns.take("a")
    assert waited == [1.0, 2.0]


def test_every_request_waits_for_its_turn(server, monkeypatch):
    turns = []
    monkeypatch.setattr(online.Turns, "take", lambda self, host: turns.append(host))
    asked(document(f"{server.at}/302/no-head~500"), document(f"{server.at}/200/x", "two", "0" * 64))
    assert len(turns) == len(server.seen) == 3 + 2


def test_so_many_at_once_and_one_of_a_host(server, monkeypatch):
    """Each request waits for the others of its time, as many as may run at once; no host is there twice."""
    at_once, most, lock = [], [], threading.Lock()
    meeting = threading.Barrier(3)

    def request(self, method, url, end, whole=False):
        with lock:
            at_once.append(url)
            most.append(list(at_once))
        meeting.wait(20)
        with lock:
            at_once.remove(url)
        return online.Answer(200)

    monkeypatch.setattr(online.Visitor, "_request", request)
    given = [document(f"http://{host}.example/{n}", f"{host}{n}") for host in "abc" for n in (1, 2)]
    found = asked(*given, limits=online.Limits(hosts=3, pause=0))
    assert [one.source_id for one in found] == [one.source_id for one in given]
    assert max(map(len, most)) == 3
    assert all(len({url.split("/")[2] for url in urls}) == len(urls) for urls in most)


def test_who_stops_it_is_obeyed(server, monkeypatch):
    class Stop(Exception):
        pass

    def stop(line):
        raise Stop

    monkeypatch.setattr(online, "EVERY", 1)
    given = [document(f"{server.at}/200/{n}", str(n)) for n in range(3)]
    with pytest.raises(Stop):
        online.ask([document("http://localhost:1/", "x"), *given], stop, "", QUICK, lambda address: True)


# ── the command ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def here(server, monkeypatch):
    """Lets the command ask this machine."""
    ask = partial(online.ask, limits=QUICK, may=lambda address: True)
    monkeypatch.setattr(online, "ask", ask)
    return server


def test_the_command_tells_what_is_dead_and_writes_nothing(here, copy_of, capsys):
    folder = copy_of(RELIEF)
    kept = {"archive_url": "https://perma.cc/A-1", "archived_on": "2032"}
    for row, cells in ((2, {"url": f"{here.at}/404", **kept}), (3, {"url": f"{here.at}/200/x"})):
        sources(folder, row, **cells)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    status = main(["sources", str(folder), "--online", "--limit", "2", "--contact", "me@example.org"])
    said = capsys.readouterr()
    assert status == 1 and "me@example.org" in here.seen[0][2]["User-Agent"]
    assert "dead (the page or its host is no more):\n  radio: 404 not found\n" in said.out
    assert "    archived copy: https://perma.cc/A-1\n" in said.out
    assert (
        said.out.endswith("2 addresses: 1 dead, 1 there.\n")
        and "Asking for 2 addresses of 1 host," in said.err
    )
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    sources(folder, 2, url=f"{here.at}/200/y")
    assert main(["sources", str(folder), "--online", "--limit", "2"]) == 0


def test_what_goes_with_online_only_says_so(capsys):
    assert main(["sources", str(RELIEF), "--limit", "2"]) == 1
    assert "--limit: goes with --online only" in capsys.readouterr().err
    assert main(["sources", str(RELIEF), "--online", "--contact", "a\r\nB: c"]) == 1


def test_a_table_and_a_list(copy_of, capsys):
    folder = copy_of(RELIEF)
    sources(folder, 2, archive_url="https://perma.cc/A-1", archived_on="2032")
    assert main(["sources", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["kind", "of", "publisher", "documents", "address", "archived", "sha256"]
    assert lines[-1].split()[0] == "all" and lines[-1].split()[3:] == ["1", "0"]
    main(["sources", str(folder), "--urls"])
    listed = capsys.readouterr().out.splitlines()
    main(["sources", str(folder), "--urls", "--missing"])
    missing = capsys.readouterr().out.splitlines()
    assert listed == [*missing, "https://example.org/radio"] and missing == sorted(set(missing)) and missing


# ── no other command asks a network ─────────────────────────────────────────────────────────────────────────

ASKING = {"ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3"}


def imported(path):
    """The modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_one_module_can_ask_the_network():
    found = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "reported").rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in ASKING or name.startswith("urllib.request")
        if not name.startswith("http.server")  # answers, and to this machine alone (build/serving.py)
    }
    assert found == {"reported/build/online.py"}


@contextmanager
def cut_off(monkeypatch):
    """Nobody is looked up, nobody is connected to: whoever tries is written down."""
    tried = []

    def refuse(*args, **more):
        tried.append(args)
        raise OSError("no network")

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", refuse)
        patched.setattr(socket, "create_connection", refuse)
        patched.setattr(socket.socket, "connect", refuse)
        yield tried


@pytest.mark.parametrize(
    "command",
    ["check DIR", "sources DIR", "sources DIR --urls", "sources DIR --missing", "codebook DIR", "migrate DIR",
     "new NEW", "compare 2023-11-02 latest"],
)  # fmt: skip
def test_other_commands_ask_no_network(command, copy_of, tmp_path, monkeypatch, capsys):
    folder = copy_of(ROOT / "src" / "reported" / "dossier" / "example" / "data")
    places = {"DIR": str(folder), "NEW": str(tmp_path / "new")}
    monkeypatch.chdir(ROOT)
    with cut_off(monkeypatch) as tried:
        assert main([places.get(word, word) for word in command.split()]) in (0, 1)
    assert not tried and "fault" not in capsys.readouterr().err


def test_who_asks_is_seen(monkeypatch):
    with cut_off(monkeypatch) as tried:
        assert state("http://example.org/x")[0] == online.UNCLEAR
    assert tried
