"""A page from the web, fetched only where settings allow it: named hosts, public addresses, a few checked redirects.

The name is resolved here and the connection goes to the address that was checked, so a name that changes its address
between the check and the connection gains nothing.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from knowledge.reading.model import Limits, Unreadable
from knowledge.sources import Source, Sources

if TYPE_CHECKING:
    from httpcore import NetworkBackend, NetworkStream, Response

MOST_REDIRECTS = 5
_SAFE = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in an address; letters of other scripts are written in percent signs."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones, inside networks too."""
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class WebRules:
    """What may be fetched. With no hosts, nothing."""

    hosts: tuple[str, ...] = ()
    """Host names that may be asked: `example.org` itself, or `*.example.org` for all below it."""
    public: Callable[[str], bool] = lambda address: is_public(address)
    """Whether an IP address may be connected to."""
    look_up: Callable[[str, int], list[str]] = lambda host, port: _looked_up(host, port)
    """The IP addresses of a host, for a port."""
    certificates: ssl.SSLContext | None = None

    def allows(self, host: str) -> bool:
        return any(
            host == allowed or (allowed.startswith("*.") and host.endswith(allowed[1:])) for allowed in self.hosts
        )


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, reserved or multicast."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not ip.is_multicast and ip not in _TRANSLATED


def web_sources(addresses: Sequence[str], rules: WebRules, limits: Limits) -> Sources:
    """Pages to add; each is fetched when it is read."""

    def source(address: str) -> Source:
        return Source(address, "", lambda: fetch(address, rules, limits))

    return Sources(tuple(source(address) for address in addresses))


def fetch(address: str, rules: WebRules, limits: Limits) -> bytes:
    """What stands at an address, redirects followed.

    Raises:
        Unreadable: not allowed, not public, too large, too slow, or no answer; the sentence says which and what to do.
    """
    import httpcore

    here = address
    with httpcore.ConnectionPool(
        ssl_context=rules.certificates, network_backend=_checked_backend(rules), max_connections=1
    ) as pool:
        for _ in range(MOST_REDIRECTS + 1):
            _check(here, rules)
            try:
                with pool.stream(
                    "GET",
                    quote(here, safe=_SAFE),
                    headers={"User-Agent": "mentor-coach", "Accept": "*/*"},
                    extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), float(limits.seconds))},
                ) as answer:
                    if answer.status not in _MOVED:
                        return _body(answer, limits)
                    here = urljoin(here, _header(answer, b"location"))
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError) as exc:
                raise Unreadable(f"{here} does not answer ({type(exc).__name__}). Check the address.") from exc
    raise Unreadable(f"It redirects more than {MOST_REDIRECTS} times. Give the address that it leads to.")


def _check(address: str, rules: WebRules) -> None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower().rstrip(".")
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError:
        raise Unreadable(f"{address!r} is no address of a page. Give one like https://example.org/handbook.") from None
    if parts.username or parts.password:
        raise Unreadable("An address with a name or a password in it is not fetched. Save the page as a file.")
    if parts.scheme not in ("http", "https") or not host:
        raise Unreadable(f"{address!r} is no address of a page. Give one like https://example.org/handbook.")
    if not rules.hosts:
        raise Unreadable(
            "Adding pages from the web is switched off. Name the hosts that are allowed in MENTOR_URL_HOSTS."
        )
    if not rules.allows(host):
        raise Unreadable(f"{host} is not among the hosts that are allowed. Add it to MENTOR_URL_HOSTS.")


def _body(answer: "Response", limits: Limits) -> bytes:
    if answer.status != 200:
        raise Unreadable(
            f"The server answers with status {answer.status}. Check the address, or save the page as a file."
        )
    data = bytearray()
    for chunk in answer.iter_stream():
        data += chunk
        if len(data) > limits.file_bytes:
            raise Unreadable(limits.too_large(len(data)))
    return bytes(data)


def _header(answer: "Response", name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in answer.headers if key.lower() == name), "")


def _checked_backend(rules: WebRules) -> "NetworkBackend":
    """Connects to addresses that were looked up and checked here, at the moment of connecting."""
    import httpcore

    class Checked(httpcore.NetworkBackend):
        def __init__(self) -> None:
            self._inner = httpcore.SyncBackend()

        def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,
            local_address: str | None = None,
            socket_options: "Iterable[httpcore.SOCKET_OPTION] | None" = None,
        ) -> "NetworkStream":
            *others, last = _checked_addresses(host, port, rules)
            for address in others:
                try:
                    return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
                except httpcore.ConnectError:
                    continue
            return self._inner.connect_tcp(last, port, timeout, local_address, socket_options)

    return Checked()


def _checked_addresses(host: str, port: int, rules: WebRules) -> list[str]:
    try:
        found = rules.look_up(host, port)
    except OSError as exc:
        raise Unreadable(f"{host} cannot be found. Check the address.") from exc
    if not found or not all(rules.public(address) for address in found):
        raise Unreadable(f"{host} leads to an address inside a private network, which is not fetched.")
    return found


def _looked_up(host: str, port: int) -> list[str]:
    return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
