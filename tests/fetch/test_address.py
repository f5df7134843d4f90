"""Which addresses may be visited at all."""

from __future__ import annotations

import socket

import pytest

from checker.errors import FetchError
from checker.fetch import address
from checker.fetch.address import is_public, parse_target, resolve


@pytest.mark.parametrize(
    "private",
    [
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fc00::1",
        "fe80::1",
        "ff02::1",
    ],
)
def test_private_addresses(private):
    assert not is_public(private)


@pytest.mark.parametrize("public", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(public):
    assert is_public(public)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "is no address of the form https://…"),
        ("ftp://herald.example/a", "is no address of the form https://…"),
        ("herald.example", "is no address of the form https://…"),
        ("https://", "is no address of the form https://…"),
        ("https://jo:secret@herald.example/", "carries a name or a password; leave them out"),
        ("https://herald.example:99999/", "is no address (Port out of range 0-65535)"),
        ("https://" + "a" * 64 + ".example/", "names a host that cannot be"),
    ],
)
def test_addresses_that_are_refused(url, reason):
    with pytest.raises(FetchError) as caught:
        parse_target(url)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://Herald.Example", ("https://herald.example/", "herald.example", 443, "/")),
        (
            "http://zürich.example:8080/ä b?q=ö#part",
            (
                "http://xn--zrich-kva.example:8080/%C3%A4%20b?q=%C3%B6",
                "xn--zrich-kva.example",
                8080,
                "/%C3%A4%20b?q=%C3%B6",
            ),
        ),
        (
            "https://herald.example/a\r\nHost: evil",
            ("https://herald.example/aHost:%20evil", "herald.example", 443, "/aHost:%20evil"),
        ),
        ("https://[2606:4700::1111]/", ("https://[2606:4700::1111]/", "2606:4700::1111", 443, "/")),
    ],
)
def test_addresses_in_their_parts(url, parts):
    target = parse_target(url)
    assert (target.url, target.host, target.port, target.path) == parts
    assert target.url == target.site + target.path


def answers(*addresses):
    return lambda *_, **__: [(2, 1, 6, "", (each, 80)) for each in addresses]


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", answers("8.8.8.8", "127.0.0.1"))
    with pytest.raises(FetchError, match=r"is at 127\.0\.0\.1, which is not on the public network"):
        resolve(parse_target("https://herald.example/"))


def test_numbers_that_stand_for_addresses_are_looked_at_too():
    # getaddrinfo reads "2130706433" and "0x7f.1" as 127.0.0.1, where the system does.
    for host in ("2130706433", "0x7f.1", "localhost"):
        with pytest.raises(FetchError):
            resolve(parse_target(f"http://{host}/"))


def test_a_name_without_addresses(monkeypatch):
    monkeypatch.setattr(address.socket, "getaddrinfo", answers())
    with pytest.raises(FetchError, match="no address"):
        resolve(parse_target("https://herald.example/"))
