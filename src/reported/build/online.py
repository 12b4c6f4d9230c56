"""Online: whether the addresses of documents still lead to them. The one part of the project that asks the
network, and only when it is told to.

It asks as a reader would who opens each page once more, but slower: a host once a second, a few hosts at
once, HEAD first and a few bytes where that says nothing. It writes nothing, follows no redirect into the
network of the machine it runs on, and ends whatever the other side does. The standard library does it: there
one can look up a name, look at its address, and connect to just that.
"""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import reported
from reported.dossier.claim import Source
from reported.dossier.copies import same_page
from reported.dossier.forms import LONGEST_ADDRESS

STATES = {  # what became of an address, the one that asks most of a reader first, each with what it means
    "dead": "the page or its host is no more",
    "changed": "not the file that was read",
    "moved": "the page stands elsewhere now",
    "unclear": "look at it with a browser",
    "slow": "look at it later, or with a browser",
    "refused": "the host lets no program in, which says nothing of the page: use a browser",
    "not asked": "the program did not ask",
    "there": "the address leads to a page",
}
DEAD, CHANGED, MOVED, UNCLEAR, SLOW, REFUSED, NOT_ASKED, THERE = STATES
NO_NAME = "its name could not be looked up"
GONE = {404: "not found", 410: "gone"}
# What a host answers that lets no program in, or wants to be asked less: the page may well be there.
NO_PROGRAMS = (401, 402, 403, 405, 406, 407, 418, 429, 451, 999)
TOO_OFTEN = 429
EVERY = 25  # addresses after which it is told how far one is
FOR_GOOD, SENT_ON = (301, 308), (301, 302, 303, 307, 308)
NO_HOST, STOPPED = "no host of that name is known", "stopped before that"
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # addresses that hold one of the older kind


@dataclass(frozen=True)
class Limits:
    """How much is asked: hosts at once, seconds between two requests to one, seconds that a connection may be
    silent, seconds for an address with all it leads to, redirects, bytes looked at, and bytes read at most
    where a digest is compared."""

    hosts: int = 6
    pause: float = 1.0
    silent: float = 15.0
    whole: float = 60.0
    redirects: int = 5
    first: int = 1024
    largest: int = 20_000_000


@dataclass(frozen=True)
class Found:
    """What became of the address of a document: one of the states above, and in words what was met."""

    source_id: str
    url: str
    state: str
    what: str = ""


@dataclass(frozen=True)
class Answer:
    """What a host answered: the status, where it sends on to, the digest of the whole (empty: not asked for,
    or larger than is read) and whether the body ended before its announced length."""

    status: int
    location: str = ""
    digest: str = ""
    broken: bool = False


class Ended(Exception):
    """A visit that came to no answer: the state, and why."""

    def __init__(self, state: str, what: str):
        self.state, self.what = state, what
        super().__init__(what)


class Turns:
    """Each host is asked once in a while, whoever asks. ``wait`` is given seconds, and may end early when all
    is to stop."""

    def __init__(
        self, pause: float, wait: Callable[[float], object], clock: Callable[[], float] = time.monotonic
    ):
        self.pause, self.wait, self.clock = pause, wait, clock
        self.lock = threading.Lock()
        self.due: dict[str, float] = {}

    def take(self, host: str) -> None:
        """Wait for the next turn of a host."""
        with self.lock:
            now = self.clock()
            turn = max(now, self.due.get(host, now))
            self.due[host] = turn + self.pause
        if turn > now:
            self.wait(turn - now)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network, and not of this machine, of the network it stands
    in or of none: a dossier of somebody else must not make anybody's machine ask at home."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def ask(
    documents: Iterable[Source],
    show: Callable[[str], None],
    contact: str = "",
    limits: Limits = Limits(),
    may: Callable[[str], bool] = is_public,
) -> list[Found]:
    """Ask for the address of each document, and tell what became of it, in the order of the documents.
    ``may`` says which IP addresses are connected to; ``contact`` is told to the hosts."""
    documents = [source for source in documents if source.url]
    by_host: dict[str, list[Source]] = defaultdict(list)
    for source in documents:
        by_host[urlsplit(source.url).hostname or ""].append(source)
    stop = threading.Event()
    visitor = Visitor(limits, may, Turns(limits.pause, stop.wait), stop, user_agent(contact))
    made: dict[str, Found] = {}
    pool = ThreadPoolExecutor(limits.hosts)
    try:
        # The hosts with most documents take longest: first, so that they are not waited for last.
        queues = sorted(by_host.values(), key=len, reverse=True)
        for job in as_completed([pool.submit(visitor.each, queue) for queue in queues]):
            before = len(made)
            made |= {found.source_id: found for found in job.result()}
            if len(made) // EVERY > before // EVERY and len(made) < len(documents):
                show(f"{len(made):,} of {len(documents):,} addresses asked …")
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)
    return list(_off_the_network([made[source.source_id] for source in documents]))


def _off_the_network(found: list[Found]) -> Iterator[Found]:
    """The same; where no name at all is known, the fault is more likely this machine's."""
    off = all(one.what == NO_HOST for one in found if one.state != NOT_ASKED)
    for one in found:
        what = f"{NO_HOST}, nor of any other: is this machine on the network?"
        yield replace(one, state=UNCLEAR, what=what) if off and one.what == NO_HOST else one


def user_agent(contact: str = "") -> str:
    """What asks, as hosts are told."""
    whose = f"; {contact}" if contact else ""
    return f"reported/{reported.__version__} (looks whether cited pages are still there; run by hand{whose})"


@dataclass(frozen=True)
class Visitor:
    """Asks hosts, in turns and within limits."""

    limits: Limits
    may: Callable[[str], bool]
    turns: Turns
    stop: threading.Event
    name: str

    def each(self, documents: Iterable[Source]) -> list[Found]:
        """What became of the addresses of one host; one that wants to be left alone is."""
        made, alone = [], False
        for source in documents:
            if alone or self.stop.is_set():
                state, what = NOT_ASKED, "its host wants to be asked less" if alone else STOPPED
            else:
                try:
                    state, what, alone = self.visit(source)
                except Ended as end:
                    state, what = end.state, end.what
            made.append(Found(source.source_id, source.url, state, what))
        return made

    def visit(self, source: Source) -> tuple[str, str, bool]:
        """What became of one address: the state, in words, and whether its host wants to be left alone.
        Raises Ended."""
        end = time.monotonic() + self.limits.whole
        url, for_good = urldefrag(source.url).url, True
        moved, seen = url, list[str]()
        while len(seen) <= self.limits.redirects:
            seen.append(url)
            answer = self._answer(url, end)
            if answer.status not in SENT_ON:
                return self._told(source, url, moved, answer, end)
            url = _next(url, answer.location)
            if url in seen:
                raise Ended(UNCLEAR, f"leads round in a circle, back to {url}")
            for_good = for_good and answer.status in FOR_GOOD
            moved = url if for_good else moved
        raise Ended(UNCLEAR, f"sends on more than {self.limits.redirects} times")

    def _told(
        self, source: Source, url: str, moved: str, answer: Answer, end: float
    ) -> tuple[str, str, bool]:
        """What the last answer says of an address that led to ``url``, and for good to ``moved``."""
        by_way = f" (by way of {url})" if url != source.url else ""
        status = answer.status
        if status in GONE:
            return DEAD, f"{status} {GONE[status]}{by_way}", False
        if status in NO_PROGRAMS:
            return REFUSED, f"lets no program in ({status}){by_way}", status == TOO_OFTEN
        if not 200 <= status < 300:
            return UNCLEAR, f"answers {status}{by_way}", False
        if source.sha256 and (changed := self._changed(source, url, end)):
            return *changed, False
        if urlsplit(source.url).path.strip("/") and not urlsplit(url).path.strip("/"):
            return MOVED, f"to a front page ({url}): the document may be gone", False
        if not same_page(source.url, moved):
            return MOVED, f"for good to {moved}", False
        return THERE, by_way.strip(" ()"), False

    def _changed(self, source: Source, url: str, end: float) -> tuple[str, str] | None:
        """What is told of a page that is not what was read, or cannot be compared."""
        answer = self._request("GET", url, end, whole=True)
        if answer.broken:
            return UNCLEAR, "its answer breaks off, so it could not be compared"
        if not answer.digest:
            size = self.limits.largest / 1e6
            return UNCLEAR, f"is larger than the {size:g} MB that are read, so it could not be compared"
        if answer.digest != source.sha256.casefold():
            return CHANGED, f"is not the file that was read: sha256 {answer.digest}"
        return None

    def _answer(self, url: str, end: float) -> Answer:
        """How a host answers for an address. Raises Ended."""
        try:
            answer = self._request("HEAD", url, end)
            if 200 <= answer.status < 300 or answer.status in (*SENT_ON, TOO_OFTEN):
                return answer
        except Ended as ended:
            if ended.state in (DEAD, NOT_ASKED) or time.monotonic() >= end:
                raise
        return self._request("GET", url, end)  # many hosts answer HEAD with anything

    def _request(self, method: str, url: str, end: float, whole: bool = False) -> Answer:
        """One request, answered before ``end``. Raises Ended."""
        parts = urlsplit(url)
        host = _host(parts.hostname or "")
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        self.turns.take(host)
        addresses = self._addresses(host, port)
        if self.stop.is_set():
            raise Ended(NOT_ASKED, STOPPED)
        with _told_as_ended(), self._connected(addresses, port, host if secure else "", end) as connected:
            connection = http.client.HTTPConnection(host, port)
            connection.sock = connected
            named = f"[{host}]" if ":" in host else host
            path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
                f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else ""
            )
            connection.request(method, path, headers={
                "Host": f"{named}:{parts.port}" if parts.port else named,
                "User-Agent": self.name, "Accept": "*/*", "Accept-Encoding": "identity",
                "Connection": "close",
            })  # fmt: skip
            with closing(connection.getresponse()) as response:
                digest, broken = self._read(response, whole) if method == "GET" else ("", False)
                return Answer(response.status, response.headers.get("Location", ""), digest, broken)

    def _read(self, response: http.client.HTTPResponse, whole: bool) -> tuple[str, bool]:
        """The digest of a body, and whether it broke off; of what is not compared a few bytes are read."""
        if not whole:
            response.read(self.limits.first)
            return "", False
        digest, size = hashlib.sha256(), 0
        while part := response.read(65536):
            digest.update(part)
            size += len(part)
            if size > self.limits.largest:
                return "", False
        return digest.hexdigest(), bool(response.length)

    def _addresses(self, host: str, port: int) -> list[str]:
        """The IP addresses of a host. Raises Ended where there are none, or one that is not to be asked."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
                raise Ended(DEAD, NO_HOST) from None
            raise Ended(UNCLEAR, NO_NAME) from None
        except (OSError, UnicodeError):
            raise Ended(UNCLEAR, NO_NAME) from None
        addresses = [str(place[0]) for *_, place in found]
        if not all(map(self.may, addresses)):
            raise Ended(NOT_ASKED, f"{host} is a machine of a private network, or this one")
        return list(dict.fromkeys(addresses))

    @contextmanager
    def _connected(
        self, addresses: list[str], port: int, secure_as: str, end: float
    ) -> Iterator[socket.socket]:
        """A connection to the first address that takes one, by TLS where a name is given for it. It is cut at
        ``end``, however often the other side sends a byte. Raises Ended, OSError."""
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        for address in addresses:
            try:
                line = socket.create_connection((address, port), min(self.limits.silent, left))
                break
            except OSError as error:
                failed = error
        else:
            raise failed
        if secure_as:
            context = ssl.create_default_context()
            line = context.wrap_socket(line, server_hostname=secure_as, do_handshake_on_connect=False)
        cut = threading.Event()

        def shut() -> None:
            cut.set()
            with suppress(OSError):  # it is closed already
                socket.socket.shutdown(line, socket.SHUT_RDWR)

        watch = threading.Timer(left, shut)
        watch.start()
        try:
            if isinstance(line, ssl.SSLSocket):
                line.do_handshake()
            yield line
        except (OSError, http.client.HTTPException):
            if not cut.is_set():
                raise
        finally:
            watch.cancel()
            line.close()
        if cut.is_set():
            raise TimeoutError


@contextmanager
def _told_as_ended() -> Iterator[None]:
    """What a connection can end with, as people say it."""
    try:
        yield
    except TimeoutError:
        raise Ended(SLOW, "did not answer in time") from None
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or "TLS"
        raise Ended(UNCLEAR, f"no secure connection could be made ({why})") from None
    except ConnectionRefusedError:
        raise Ended(UNCLEAR, "takes no connection") from None
    except OSError as error:
        raise Ended(UNCLEAR, f"the connection failed ({error.strerror or error})") from None
    except (http.client.HTTPException, ValueError) as error:
        raise Ended(UNCLEAR, f"answers in no way that can be read ({type(error).__name__})") from None


def _host(name: str) -> str:
    """The name of a host as the network knows it. Raises Ended."""
    try:
        return name if ":" in name else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise Ended(UNCLEAR, f"{name[:60]} is no name of a host") from None


def _next(url: str, location: str) -> str:
    """The address that a host sends on to. Raises Ended."""
    if not location:
        raise Ended(UNCLEAR, "sends on, and does not say where to")
    try:
        to = urldefrag(urljoin(url, location)).url
        parts = urlsplit(to)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        known = False
    if not known or len(to) > LONGEST_ADDRESS or not to.isprintable() or "@" in parts.netloc:
        raise Ended(UNCLEAR, f"sends on to what is no page of the web ({location[:60]!r})")
    return to
