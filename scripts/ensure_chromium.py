"""Have Chromium for the browser tests: silent when it is there, installed from Debian where that is allowed."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of the browser that the tests drive, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    if find_chromium():
        return 0
    if (prefix := _as_root()) is not None and shutil.which("apt-get"):
        _install(prefix)
        if find_chromium():
            return 0
    print(
        "The browser tests need Chromium: install it (on Debian: apt-get install chromium), or put chromium, "
        "chromium-browser or google-chrome on the PATH.",
        file=sys.stderr,
    )
    return 1


def _as_root() -> list[str] | None:
    """What to put before a command that root must run; None when we may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _install(prefix: list[str]) -> None:
    """Debian's package; whether it worked shows in whether the browser is found afterwards."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([*apt, *command], capture_output=True, check=False)


if __name__ == "__main__":
    raise SystemExit(main())
