"""One request to one vetted address, within its time and its size."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer

from checker.errors import FetchError
from checker.fetch.address import Target, resolve

CHUNK = 65_536
ACCEPTED = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.8,*/*;q=0.5"
GZIP = frozenset({"gzip", "x-gzip"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered: status, content type, where it sends on, and the bytes."""

    status: int
    content_type: str
    location: str
    body: bytes


def request(target: Target, user_agent: str, max_bytes: int, until: float) -> Answer:
    """Ask for an address; `until` is when it must have come, by the monotonic clock.

    Raises FetchError.
    """
    left = until - time.monotonic()
    if left <= 0:
        raise FetchError(target.url, "took too long")
    address = resolve(target)
    lines: list[socket.socket] = []
    # A site that sends a byte now and then would never run into the timeout of a socket.
    alarm = Timer(left, _hang_up, [lines])
    alarm.daemon = True
    alarm.start()
    try:
        connection = _connect(target, address, left, lines)
        answer = _ask(connection, target, user_agent, max_bytes)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= until or isinstance(error, TimeoutError)
        told = " ".join(str(error).split())[:120] or type(error).__name__
        reason = "took too long" if late else f"could not be fetched ({told})"
        raise FetchError(target.url, reason) from error
    finally:
        alarm.cancel()
        for line in lines:
            line.close()
    # A line that was hung up looks like the end of a page without a length.
    if time.monotonic() >= until:
        raise FetchError(target.url, "took too long")
    return answer


def _connect(
    target: Target, address: str, left: float, lines: list[socket.socket]
) -> http.client.HTTPConnection:
    """A connection to the address that was looked at, under the name that was asked for.

    Its lines are noted before anything is said on them: a connection lets go of its own
    before an answer is read, and a greeting may drip as well as an answer.
    """
    line = socket.create_connection((address, target.port), timeout=left)
    lines.append(line)
    if target.scheme == "https":
        context = ssl.create_default_context()
        secured = context.wrap_socket(
            line, server_hostname=target.host, do_handshake_on_connect=False
        )
        lines.append(secured)
        secured.do_handshake()
    connection = http.client.HTTPConnection(target.host, target.port, timeout=left)
    connection.sock = lines[-1]
    return connection


def _hang_up(lines: list[socket.socket]) -> None:
    for line in lines:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def _ask(
    connection: http.client.HTTPConnection, target: Target, user_agent: str, max_bytes: int
) -> Answer:
    port = "" if target.port in (80, 443) else f":{target.port}"
    host = f"[{target.host}]" if ":" in target.host else target.host
    headers = {
        "Host": f"{host}{port}",
        "User-Agent": user_agent,
        "Accept": ACCEPTED,
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("GET", target.path, headers=headers)
    answer = connection.getresponse()
    body = b""
    while part := answer.read1(CHUNK):
        body += part
        if len(body) > max_bytes:
            raise FetchError(target.url, f"is larger than {max_bytes:,} bytes")
    body = _unpacked(target, body, answer.headers.get("Content-Encoding", ""), max_bytes)
    return Answer(
        answer.status,
        answer.headers.get("Content-Type", ""),
        answer.headers.get("Location", ""),
        body,
    )


def _unpacked(target: Target, body: bytes, packing: str, max_bytes: int) -> bytes:
    """The bytes themselves; we ask for no packing, but some sites pack all the same."""
    packing = packing.strip().lower()
    if packing in ("", "identity"):
        return body
    if packing not in GZIP:
        raise FetchError(target.url, f"comes packed as {packing[:20]}, which is not read")
    try:
        plain = zlib.decompressobj(31).decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise FetchError(target.url, "comes damaged") from error
    if len(plain) > max_bytes:
        raise FetchError(target.url, f"is larger than {max_bytes:,} bytes")
    return plain
