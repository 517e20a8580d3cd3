"""Refuses every connection that leaves this machine, in this process and, on PYTHONPATH, in every Python below it."""

import sys

_LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")


class NetworkClosed(RuntimeError):
    """Something tried to reach another machine during a test."""


def _at_home(host: object) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    return name is None or (isinstance(name, str) and (name == "" or name.lower().startswith(_LOOPBACK)))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    match event, arguments:
        case (("socket.connect" | "socket.sendto"), (_, (host, *_))) if not _at_home(host):
            raise NetworkClosed(f"A test may not connect to {host!r}.")
        case "socket.getaddrinfo", (host, *_) if not _at_home(host):
            raise NetworkClosed(f"A test may not look up {host!r}.")


sys.addaudithook(_refuse)
