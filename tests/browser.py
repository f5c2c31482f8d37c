"""The browser of the tests: the one that is installed, else one that is installed now.

`launch` is what a fixture needs. Where no browser is to be had the tests fail; they never skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright

# The shell is the same engine without windows: it opens a page in half the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MACOS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")
# The browser makes no request of its own: one to another host would then be the site's.
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nor does any page reach another host, whatever it asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class NoBrowser(Exception):
    """There is no browser, and none can be installed."""


def launch(playwright: Playwright) -> Browser:
    """Return a running browser without a window; raise NoBrowser if there is none to be had."""
    return playwright.chromium.launch(executable_path=find_browser(), args=arguments())


def arguments() -> list[str]:
    """Return the browser's arguments; as root it does not start inside its sandbox."""
    return [*QUIET, "--no-sandbox"] if is_root() else list(QUIET)


def find_browser() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None for Playwright's own.

    In this order: one that is installed; Debian's, installed now by root; Playwright's download.
    Raises NoBrowser after all three.
    """
    found = installed() or installed_by_apt()
    if found or downloaded_by_playwright():
        return found
    raise NoBrowser(
        "The tests need Chromium or Chrome: none is installed, and neither apt-get (as root) nor "
        "Playwright could install one. Install a Chromium, then repeat the tests."
    )


def installed() -> str | None:
    """Return the first installed browser that starts."""
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    """Yield where a browser may lie: the PATH, then the usual places of macOS and Windows."""
    yield from filter(None, map(shutil.which, NAMES))
    programs = [
        os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    ]
    places = [Path("/Applications", name) for name in MACOS]
    places += [Path(folder, name) for folder in programs if folder for name in WINDOWS]
    yield from (str(place) for place in places if place.exists())


def starts(browser: str) -> bool:
    """Tell whether a program is more than a stand-in that asks for another package (Ubuntu's)."""
    # On Windows the question for the version would open a window.
    return os.name == "nt" or succeeds(browser, "--version")


def installed_by_apt() -> str | None:
    """Install Debian's shell of Chromium, if this is root and has apt-get, and return its path."""
    if not is_root() or shutil.which("apt-get") is None:
        return None
    import fcntl

    # Only one of pytest's processes may install; the others then find what it has installed.
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return installed() or (apt_get() and installed()) or None


def apt_get() -> bool:
    """Install Debian's shell of Chromium, else the whole of it; tell whether that went well."""
    install = ("apt-get", "install", "--yes", "--no-install-recommends")
    return succeeds("apt-get", "update") and (
        succeeds(*install, "chromium-headless-shell") or succeeds(*install, "chromium")
    )


def downloaded_by_playwright() -> bool:
    """Let Playwright download its own browser, unless it has it; tell whether that went well."""
    return succeeds(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")


def is_root() -> bool:
    """Tell whether this process may install packages of the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def succeeds(*command: str) -> bool:
    """Run a command and tell whether it succeeded; what a failed one said is printed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        print("$", " ".join(command), "\n", done.stdout, done.stderr)
    return done.returncode == 0
