"""The people of a message beside who writes it: to whom it goes, or whom it is about."""

import re
from typing import Any

from assistant.language.people import Person, people_in
from assistant.language.senders import own_name, pronoun_in

_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|around|across|(?:came|come|coming|moved?|moving|went|go|going|travel\w*"
    r"|(?<!write )(?<!get )(?<!reply )(?<!wrote )back|return\w*|flew"
    r"|flying|transferr?\w*) to"
    r"|(?:rural|northern|southern|eastern|western|central|greater) )\s*$",
    re.IGNORECASE,
)


def others_in(message: str, sender: str = "") -> list[Person]:
    """Everybody named but the writer, the likeliest first; a name after a word of place is a place."""
    found = [p for p in people_in(message) if p.name not in sender and (not sender or sender not in p.name)]
    return [p for p in found if p.title or not _PLACE_BEFORE.search(message[: p.start])]


def people_facts(message: str, name: str, title: str = "") -> dict[str, Any]:
    """The writer's name, the other's name for the field `name` and title for `title`, and the pronoun used."""
    facts: dict[str, Any] = {}
    sender = own_name(message)
    if sender:
        facts["sender_name"] = sender if sender[:1].isupper() else sender.title()
    if others := others_in(message, sender):
        facts[name] = others[0].name
        if title and others[0].title:
            facts[title] = others[0].title
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    return facts
