"""Which addresses may be visited: public hosts by HTTP and HTTPS, nothing on this network.

A name is resolved once, every address it has must be public, and the connection goes
to an address that was looked at: a name that changes its mind in between (DNS
rebinding) gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit, urlunsplit

from checker.errors import FetchError

PORTS = {"http": 80, "https": 443}
# Translators hand on to the IPv4 address in the last 32 bits.
NAT64 = IPv6Network("64:ff9b::/96")
Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts; `host` is what the certificate must be for."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: the reach of one robots.txt."""
        return self.url[: len(self.url) - len(self.path)]


def parse_target(url: str) -> Target:
    """The parts of an address. Raises FetchError for anything but a plain web address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(url, f"is no address ({error})") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise FetchError(url, "is no address of the form https://…")
    if parts.username or parts.password:
        raise FetchError(url, "carries a name or a password; leave them out")
    return _target(url, parts, port or PORTS[parts.scheme])


def _target(url: str, parts: SplitResult, port: int) -> Target:
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(url, "names a host that cannot be") from error
    shown = f"[{host}]" if ":" in host else host
    place = shown if port == PORTS[parts.scheme] else f"{shown}:{port}"
    path = urlunsplit(("", "", _quoted(parts.path) or "/", _quoted(parts.query), ""))
    return Target(f"{parts.scheme}://{place}{path}", parts.scheme, host, port, path)


def _quoted(part: str) -> str:
    """The part of an address in plain ASCII, without anything that would end a line."""
    return "".join(
        sign if "!" <= sign <= "~" else "".join(f"%{byte:02X}" for byte in sign.encode())
        for sign in part.encode("utf-8", "replace").decode()
    )


def resolve(target: Target) -> str:
    """A public address of the host. Raises FetchError where any of its addresses is not."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchError(target.url, f"its host is not known ({error.strerror})") from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for address in addresses:
        if not is_public(address):
            raise FetchError(
                target.url, f"its host is at {address}, which is not on the public network"
            )
    if not addresses:
        raise FetchError(target.url, "its host has no address")
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an address, and every address hidden in it, is on the public network."""
    return all(each.is_global and not each.is_multicast for each in _meant(ip_address(address)))


def _meant(address: Address) -> Iterator[Address]:
    yield address
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            yield address.ipv4_mapped
        if address.sixtofour is not None:
            yield address.sixtofour
        if address.teredo is not None:
            yield from address.teredo
        if address in NAT64:
            yield IPv4Address(int(address) & 0xFFFFFFFF)
