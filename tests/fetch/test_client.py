"""Fetching from a server of our own: redirects, robots.txt, limits, a name that changes."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from checker.errors import FetchError
from checker.fetch import address
from checker.fetch.client import Client
from checker.fetch.options import FetchOptions

PAGE = b"<!DOCTYPE html><p>The bridge reopened."


class Site(BaseHTTPRequestHandler):
    """Answers by path; what it was asked is kept by the server."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        status, headers, body = self.server.pages.get(self.path, (404, {}, b""))  # type: ignore[attr-defined]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for part in [body] if isinstance(body, bytes) else body:
            try:
                self.wfile.write(part)
                self.wfile.flush()
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch) -> Iterator[ThreadingHTTPServer]:
    """A server on this machine, which alone counts as public for the test."""
    monkeypatch.setattr(address, "is_public", lambda found: found == "127.0.0.1")
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    site.daemon_threads = True
    site.asked, site.pages = [], {"/a": (200, {"Content-Type": "text/html"}, PAGE)}
    thread = threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield site
    site.shutdown()
    site.server_close()


def at(site: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{site.server_port}{path}"


def refusal(site: ThreadingHTTPServer, path: str, **options: float) -> str:
    with pytest.raises(FetchError) as caught:
        Client(FetchOptions(**options)).fetch(at(site, path))
    return caught.value.reason


def test_a_page(server):
    page = Client(FetchOptions()).fetch(at(server, "/a#part"))
    assert (page.url, page.content_type, page.body) == (at(server, "/a"), "text/html", PAGE)
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]
    assert server.asked[1][1] == f"127.0.0.1:{server.server_port}"


def test_robots_txt_is_asked_once_and_obeyed(server):
    rules = b"User-agent: *\nDisallow: /private*\n\nUser-agent: claim-crosscheck\nDisallow: /b\n"
    server.pages["/robots.txt"] = (200, {}, rules)
    client = Client(FetchOptions())
    assert client.fetch(at(server, "/a")).body == PAGE
    with pytest.raises(FetchError, match=r"robots\.txt forbids it"):
        client.fetch(at(server, "/b/c"))
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


def test_robots_txt_of_the_page_that_one_is_sent_on_to(server):
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /b")
    server.pages["/go"] = (302, {"Location": "/b"}, b"")
    assert refusal(server, "/go") == "its site's robots.txt forbids it"
    assert "/b" not in [path for path, _ in server.asked]


def test_a_site_in_trouble_is_left_alone(server):
    server.pages["/robots.txt"] = (503, {}, b"")
    assert "does not give out its robots.txt" in refusal(server, "/a")


def test_a_page_that_is_not_there(server):
    assert refusal(server, "/none") == "the site answered 404"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://192.168.1.1:80/",
    ],
)
def test_being_sent_on_to_a_private_address(elsewhere, server):
    server.pages["/go"] = (301, {"Location": elsewhere}, b"")
    assert "not on the public network" in refusal(server, "/go")


def test_being_sent_on_to_a_file(server):
    server.pages["/go"] = (301, {"Location": "file:///etc/passwd"}, b"")
    assert refusal(server, "/go") == "is no address of the form https://…"


def test_being_sent_on_and_on(server):
    server.pages["/go"] = (302, {"Location": "/go"}, b"")
    assert refusal(server, "/go", max_redirects=3) == "sends on more than 3 times"


def test_a_name_that_changes_its_mind(server, monkeypatch):
    """The connection goes to the address that was looked at; nothing resolves the name again."""
    real, asked = socket.getaddrinfo, []

    def rebinding(host, *rest, **named):
        if host != "herald.example":
            return real(host, *rest, **named)
        asked.append(host)
        place = "127.0.0.1" if len(asked) % 2 else "10.0.0.1"
        return [(2, 1, 6, "", (place, rest[0]))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    url = f"http://herald.example:{server.server_port}/a"
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        Client(FetchOptions()).fetch(url)
    assert [host for _, host in server.asked] == [f"herald.example:{server.server_port}"]
    assert len(asked) == 2


def test_a_page_that_is_too_large(server):
    server.pages["/a"] = (200, {}, b"a" * 5_000)
    assert refusal(server, "/a", max_page_bytes=4_999) == "is larger than 4,999 bytes"


def test_a_packed_page_that_unpacks_to_too_much(server):
    server.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000))
    assert refusal(server, "/a", max_page_bytes=4_999) == "is larger than 4,999 bytes"
    assert len(Client(FetchOptions()).fetch(at(server, "/a")).body) == 5_000
    server.pages["/a"] = (200, {"Content-Encoding": "gzip"}, b"no gzip")
    assert refusal(server, "/a") == "comes damaged"
    server.pages["/a"] = (200, {"Content-Encoding": "br"}, b"")
    assert refusal(server, "/a") == "comes packed as br, which is not read"


def test_a_page_that_never_ends(server):
    stop = threading.Event()

    def drip() -> Iterator[bytes]:
        while not stop.wait(0.02):
            yield b"a"

    server.pages["/a"] = (200, {}, drip())
    assert refusal(server, "/a", max_seconds=0.3) == "took too long"
    stop.set()


def test_a_site_that_speaks_no_http(monkeypatch):
    monkeypatch.setattr(address, "is_public", lambda _: True)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            connection.sendall(b"220 mail.example\r\n\r\n")
            connection.close()

        threading.Thread(target=answer, daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(FetchError, match="could not be fetched"):
            Client(FetchOptions()).fetch(url)


def test_a_greeting_that_never_ends(monkeypatch):
    """A server of TLS that answers the first word, and then one byte at a time."""
    monkeypatch.setattr(address, "is_public", lambda _: True)
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            connection, _ = listener.accept()
            connection.sendall(b"\x16\x03\x03\x40\x00")
            with suppress(OSError):
                while not stop.wait(0.02):
                    connection.sendall(b"\x02")

        threading.Thread(target=drip, daemon=True).start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(FetchError):
            Client(FetchOptions(max_seconds=0.3)).fetch(url)
        stop.set()


def test_without_the_extra(monkeypatch):
    from checker.fetch import client

    monkeypatch.setattr(client, "find_spec", lambda _: None)
    with pytest.raises(FetchError, match=r"pip install 'claim-crosscheck\[fetch\]'"):
        Client(FetchOptions()).fetch("https://herald.example/")
