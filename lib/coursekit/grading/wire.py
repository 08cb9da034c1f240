"""Frames over a socket: four bytes of length, then JSON. Nothing is ever unpickled."""

import json
import re
import socket
import struct
import threading
from typing import Any

HEAD = struct.Struct("!I")
LARGEST = 256 * 2**20  # bytes of one frame between processes that trust each other
HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)  # one of two that make a character
WHOLE = threading.RLock()  # frames of two threads must not run into each other


class Closed(ConnectionError):
    """The other end is gone."""


class TooLarge(ConnectionError):
    """The other end announces more than it may send."""


def send(end: socket.socket, frame: Any) -> None:
    """Send one frame; Closed if nobody listens any more."""
    body = json.dumps(frame, default=str).encode()
    try:
        with WHOLE:
            end.sendall(HEAD.pack(len(body)) + body)
    except OSError as error:
        raise Closed(str(error)) from error


def receive(end: socket.socket, largest: int = LARGEST) -> Any:
    """Receive one frame; Closed at the end, TooLarge before reading too much."""
    (length,) = HEAD.unpack(_exactly(end, HEAD.size))
    if length > largest:
        raise TooLarge(f"a frame of {length} bytes, at most {largest} may come")
    return json.loads(_exactly(end, length))


def plain(value: Any) -> Any:
    """Replace half characters, which no text in UTF-8 can hold."""
    if not HALF.search(json.dumps(value)):
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _exactly(end: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        try:
            part = end.recv(min(count - len(parts), 2**20))
        except OSError as error:
            raise Closed(str(error)) from error
        if not part:
            raise Closed("the other end is gone")
        parts += part
    return bytes(parts)
