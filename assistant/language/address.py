"""How somebody is addressed: the name with its capitals, the title, the family name with its particles."""

import re

_PARTICLES = frozenset("van von de der den del della da dos el al le la ten ter ní 't zu".split())
_TITLES = {"dr": "Dr", "doctor": "Dr", "prof": "Professor", "professor": "Professor"}


def with_initials(name: str) -> str:
    """A name typed without capitals with them; any other as it was typed."""
    return name.title() if name.islower() else name


def greeted(name: str, title: str = "", tone: str = "") -> str:
    """How a reader is greeted: title and family name when there is a title, else the name as given.

    Without a title a warm greeting takes the first name alone.
    """
    name = " ".join(
        part
        if part[:1].isupper() or part.lower() in {*_PARTICLES, "y", "bin", "ibn"}
        else "-".join(map(str.capitalize, part.split("-")))
        for part in name.split()
    )
    if not name:
        return ""
    if not title:
        return name.split()[0] if tone == "warm" else name
    name = re.sub(r"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )+", "", name)
    first = re.split(r"[. ]+", title)[0]
    title = _TITLES.get(first.lower(), first)
    return f"{title[:1].upper()}{title[1:]} {_family_name(name)}"


def _family_name(name: str) -> str:
    """The part by which somebody with a title is addressed: with its particles, hyphens and double names."""
    parts = name.split()
    if len(parts) >= 4 and parts[-2].lower() == "y":
        return " ".join(parts[-3:])
    start = len(parts) - 1
    while start > 1 and (
        parts[start - 1].lower() in _PARTICLES or parts[start - 1].lower().endswith(("-van", "-von", "-de"))
    ):
        start -= 1
    return " ".join(parts[start:])
