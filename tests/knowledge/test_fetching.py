"""Pages from the web: only from named hosts, only from public addresses, checked again at every step."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from knowledge.fetching import WebRules, fetch, is_public, web_sources
from knowledge.reading.model import Limits, Unreadable
from tests.knowledge.shelves import small_library

LIMITS = Limits(file_mb=1, seconds=5)
PAGE = b"<html><head><title>Web handbook</title></head><body><h1>First</h1><p>A goal has a date.</p></body></html>"


class Site:
    """A web site on loopback with a page, redirects, and answers of other kinds."""

    def __init__(self) -> None:
        site = self
        self.asked: list[str] = []

        class Answer(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                site.asked.append(self.path)
                name, _, rest = self.path.lstrip("/").partition("?")
                status = {"page": 200, "huge": 200}.get(name, 302 if name in ("to", "loop") else 404)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/loop" if name == "loop" else rest)
                self.end_headers()
                body = PAGE if name == "page" else b"word " * 300_000 if name == "huge" else b""
                self.wfile.write(body)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://localhost:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


def rules(*hosts: str) -> WebRules:
    """Rules under which loopback counts as public: what is tested here is everything else."""
    return WebRules(hosts or ("localhost",), lambda address: address in ("127.0.0.1", "::1"))


def leading(host: str, address: str) -> WebRules:
    """The real rules, for a host that leads to this address."""
    return WebRules((host,), look_up=lambda name, port: [address])


def test_a_page_is_added_under_its_address_and_found(site: Site, tmp_path: Path) -> None:
    library = small_library(tmp_path)
    (result,) = library.add(web_sources([f"{site.address}/page"], rules(), LIMITS))
    assert (result.outcome, result.title) == ("added", "Web handbook")
    (hit,) = library.search("goal", collections=["documents"]).hits
    assert hit.passage.names == (f"{site.address}/page",)
    (again,) = library.add(web_sources([f"{site.address}/page"], rules(), LIMITS))
    assert again.outcome == "unchanged"


def test_a_redirect_on_the_same_allowed_host_is_followed(site: Site) -> None:
    assert fetch(f"{site.address}/to?/page", rules(), LIMITS) == PAGE


REFUSED = {
    "no host is allowed": ("http://example.org/", WebRules(), "switched off. Name the hosts"),
    "another host": ("http://example.org/", rules(), "example.org is not among the hosts"),
    "a host that only ends like an allowed one": ("http://notlocalhost/", rules(), "not among the hosts"),
    "a file": ("file:///etc/passwd", rules(), "no address of a page"),
    "another protocol": ("gopher://localhost/", rules(), "no address of a page"),
    "a password in it": ("http://me:secret@localhost/", rules(), "a name or a password in it"),
    "no host": ("http:///page", rules(), "no address of a page"),
    "an address that is private": ("http://localhost:9/", WebRules(("localhost",)), "inside a private network"),
    "the machine itself by number": ("http://127.0.0.1:9/", WebRules(("127.0.0.1",)), "inside a private network"),
    "a public name for a private address": ("http://a.example/", leading("a.example", "10.0.0.7"), "private network"),
    "a cloud's own service": ("http://b.example/", leading("b.example", "169.254.169.254"), "private network"),
    "nobody there": ("http://localhost:9/", rules(), "does not answer"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_must_not_be_fetched_is_refused_in_a_sentence(case: str) -> None:
    address, under, said = REFUSED[case]
    with pytest.raises(Unreadable) as refused:
        fetch(address, under, LIMITS)
    assert said in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_redirect_to_another_host_a_private_address_or_a_file_is_refused(site: Site) -> None:
    for target, said in (
        ("http://example.org/", "not among the hosts"),
        ("http://127.0.0.1:1/", "not among the hosts"),
        ("file:///etc/passwd", "no address of a page"),
    ):
        with pytest.raises(Unreadable) as refused:
            fetch(f"{site.address}/to?{target}", rules(), LIMITS)
        assert said in str(refused.value)


def test_endless_redirects_large_answers_and_errors_are_told(site: Site) -> None:
    for path, said in (("loop", "redirects more than 5 times"), ("huge", "files up to 1 MB"), ("gone", "status 404")):
        with pytest.raises(Unreadable) as refused:
            fetch(f"{site.address}/{path}", rules(), LIMITS)
        assert said in str(refused.value)


def test_a_name_that_turns_private_between_two_requests_is_refused_at_the_second(site: Site) -> None:
    turns = iter(["127.0.0.1", "127.0.0.2"])
    only_first = WebRules(("localhost",), lambda address: address == "127.0.0.1", lambda host, port: [next(turns)])
    with pytest.raises(Unreadable, match="inside a private network"):
        fetch(f"{site.address}/to?{site.address}/page", only_first, LIMITS)
    assert site.asked == [f"/to?{site.address}/page"]


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 "
    "::1 fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1:: ff02::1 fe80::1%eth0".split(),
)
def test_addresses_inside_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_hosts_below_a_star_are_allowed_and_the_star_alone_is_not_its_own_host() -> None:
    below = WebRules(("*.example.org",))
    assert below.allows("docs.example.org")
    assert not below.allows("example.org")
    assert not below.allows("evilexample.org")
