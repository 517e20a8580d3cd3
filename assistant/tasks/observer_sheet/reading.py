"""Facts for an observer's sheet in a message as people type it."""

import re

from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import minutes_in
from assistant.model import Facts

_GIVING = (
    r"(?P<keep>(?:listening|giving|asking|saying|telling|setting|opening|receiving|ending|praising|coaching"
    r"|feedback|questions)\b)"
)
_TOPIC = (
    re.compile(
        rf"\b(?:on|for|of|about|practi[sc]e[sd]?|practi[sc]ing|train(?:ing)?|rehearse) {_GIVING}", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:practi[sc]\w+|training|workshop|session|round|role[- ]?plays?|exercises?|trios?|triads?|fishbowl|drill)"
        r"(?: [a-z]+){0,2}? (?:on|about|of|for|in|to) (?:how to )?(?P<keep>(?!(?:a|the|my|our|mentors?|mentees?"
        r"|four|three"
        r"|two|five|rounds?|which|where|whom?)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:when|while|as|where|how) (?:they|people|mentors|two|one|the \w+|somebody|someone) (?:practi[sc]es?"
        r"|tr(?:y|ies)"
        r"|plays?|rehearses?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>listening|feedback|questions?)(?= (?:exercise|practice|round|trio|triad|role[- ]?play"
        r"|training|drill"
        r"|workshop)s?\b)",
        re.IGNORECASE,
    ),
)
_ENDS = re.compile(
    r",|\bin (?:rounds|groups|pairs|threes)\b|\brounds of\b|\bwith rounds\b|\bthe (?:third|observer)\b", re.IGNORECASE
)
_WATCH = re.compile(
    r"\b(?:watch(?:es|ed)?|look(?:s|ed)? (?:at|out for)|note(?:s|d)?(?: down)?|see|count(?:s|ed)?"
    r"|tick) (?P<keep>(?:if|whether|how often|how many|when) [^.;!?\n]{6,90})",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    facts: Facts = {}
    if topic := _topic(message):
        facts["topic"] = topic
    if minutes := minutes_in(message):
        facts["minutes"] = minutes
    if watched := [correct_case(tidy(match["keep"])) for match in _WATCH.finditer(message)]:
        facts["watch"] = watched[:3]
    return facts


def _topic(message: str) -> str:
    for cue in _TOPIC:
        if match := cue.search(message):
            said = match["keep"] if cue is _TOPIC[-1] else clause_after(message, match.start("keep"), 90)
            if topic := tidy(_ENDS.split(said)[0]):
                return correct_case(topic)
    return ""
