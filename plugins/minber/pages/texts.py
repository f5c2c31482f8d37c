"""The plain text files of a site that machines read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.minber.views import addresses
from plugins.minber.views.here import Site

ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"


def text_files(site: Site, security_contact: str) -> Mapping[str, str]:
    """Their texts by path; security.txt only where there is somebody to write to."""
    files = {ROBOTS: robots_text(site)}
    if security_contact:
        files[SECURITY] = security_text(site, security_contact)
    return files


def robots_text(site: Site) -> str:
    """RFC 9309: all is open to everybody, and where the sitemap is."""
    address = addresses.absolute(addresses.SITEMAP, site.url)
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {address}\n" if address else "")


def security_text(site: Site, contact: str) -> str:
    """RFC 9116: Contact and Expires are required."""
    lines = [
        f"Contact: {contact}",
        f"Expires: {expiry(site.library.today).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(each.code for each in site.library.languages)}",
    ]
    if site.url:
        lines.append(f"Canonical: {addresses.absolute(SECURITY, site.url)}")
    return "\n".join(lines) + "\n"


def expiry(today: date) -> date:
    """The first day of this month next year: under a year, and the same for a whole month."""
    return date(today.year + 1, today.month, 1)
