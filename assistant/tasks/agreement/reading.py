"""Facts for a mentoring agreement in a message as people type it: each clause goes to the point that it speaks of."""

import re

from assistant.language.phrases import phrases
from assistant.language.spans import correct_case, tidy
from assistant.model import Facts
from assistant.tasks.agreement.reading_people import cast_of, side_of, voices

_CLAUSES = re.compile(
    r"\n+|[;:]\s+|(?<=[a-z0-9)])[.!?]\s+|\s[–—-]\s|,? (?:and|but) (?=(?:i|we|she|he|they|it|you|either|both|the \w+"
    r"|[A-Z]\w+"
    r"|nothing|nobody|no)\b (?:\w+ )?)|, (?=(?:i|we|she|he|they|it|either|both|the (?:mentor|mentee)|nothing"
    r"|nobody|everything|anything|all|who|phones|no|what|how|if|each"
    r"|every|answers?|replies|meetings?|calls?|messages?|ends?|until|review|feedback|once|weekly|monthly"
    r"|by (?:e-?mail|phone|text|whatsapp)|(?:on|over|via|per|through) (?:the )?\w+(?=[,.;!?\n]|$| and)|in person"
    r"|(?:good|great|happy|worth it) (?:if|when)|agenda|notes?)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|(?<=[.;,!?\n]))\s*(?P<head>[^.;:=,!?\n]{2,60}?)\s*(?::(?!\d)|=|\s[–—-])\s+", re.MULTILINE)
"""Words before a colon, an equals sign or a dash; which point they head is told by the lists `<point>_head`."""
_SAID = re.compile(r"[^.;!?\n]+(?:[.](?=\d)[^.;!?\n]*)*")
_REQUEST = re.compile(
    r"\b(?:agreement|contract|compact|ground rules|write (?:it|this|that|us)|put (?:it|this|that) (?:down"
    r"|in writing)|draft"
    r"|help me|can you|could you|please)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
_ASKING = re.compile(
    r"^(?:\w+ )?(?:what(?! (?:we|is|you|i|she|he) (?:say|said|tell|told|discuss|talk))|how|who|whether|until when"
    r"|when we)\b|.*\b(?:in writing|black and white|i thought|she thought"
    r"|never said)\b",
    re.IGNORECASE,
)
"""A point that is named and not answered ("how often, what stays private"), or told of another time."""
_POINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("recording", ("recording_rule",)),
    ("private", ("private",)),
    ("conflict", ("conflict",)),
    ("review", ("review",)),
    ("end", ("end", "exit")),
    ("success", ("success",)),
    ("feedback", ("feedback",)),
    ("agenda", ("agenda",)),
    ("channel", ("answer_time",)),
    ("rhythm", ("often",)),
    ("boundaries", ("boundaries",)),
    ("roles", ("roles",)),
    ("purpose", ("purpose",)),
)
"""The points in the order in which a clause is held against them: the most exact words first."""
_LEAD = re.compile(
    r"^(?:(?:and|but|so|also|then|that|we(?:['’]ve| have)? (?:both )?(?:agreed|settled|decided|said)(?: that| on| to)?"
    r"|we agree(?: that)?|i(?:['’]d| would)? (?:like|want|prefer)(?: that)?(?= (?:we|it|her|him|them|no)\b))[,:]? )+",
    re.IGNORECASE,
)
_MEET = re.compile(
    r"^(?:(?:i|we)(?:['’]d| would) like to |i want to |we )(?:meet|see each other) (?=\w)", re.IGNORECASE
)
_WISH = re.compile(r"^(?:i|she|he|they)(?:['’]d| would)? (?:wants?|likes?|hopes?|wish(?:es)?) (?=to )", re.IGNORECASE)
_SHORTENED = {"rhythm": _MEET, "purpose": _WISH}
_OFTEN = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|half an?) (?:\w+ )?(?:morning|afternoon|evening|night|lunch|hour|day"
    r"|half-day"
    r"|lesson|call|talk|visit|shift|walk|coffee)s? (?:an?|per|each|every|in the|in a) (?:\w+ )?(?:week|fortnight|month"
    r"|term|quarter|season)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:it['’]s |it is |is )?over (?:when|once|as soon as) \w|^(?:(?:it|this|that|we|all this|the mentoring"
    r"|our mentoring|mentoring)(?: will| shall| all)* )?(?:ends?|stops?"
    r"|is over"
    r"|finish(?:es)?|go(?:es)? on|runs?|lasts?|continues?|carry on)(?: only)? (?:when|once|as soon as|until|till"
    r"|the day"
    r"|with (?:the|my|her|his|their|our)) \w",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"^(?:it(?:['’]s| is| was| will be)? |this (?:is|was|will be) |we(?:['’]re| are) |i(?:['’]m| am) )?(?:good|great"
    r"|a success|worth it|well done) (?:if|when|once) (?:\w+ ){1,3}(?:can|could|am|is|are|has|have|had|got|gets?|keeps?"
    r"|knows?|passed|pass(?:es)?|finish(?:es|ed)?|no longer)\b",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"^(?:no (?!(?:more|later|less|fewer|longer|idea|problem|need|matter|blame|hard|reasons?|answer|reply|one|doubt"
    r"|wonder"
    r"|clue|rush|hurry|pressure|worries|agreement|contract|rules|mentor|plan)\b)\w|never \w+ing\b|nothing about )",
    re.IGNORECASE,
)
_WE_MEET = re.compile(
    r"^(?:(?:we|they|i)(?:['’]d| would| will|['’]ll)? )?(?:like to )?(?:meet|see each other)\b", re.IGNORECASE
)
_HEADS = {
    "private": re.compile(r"(?:(?:stays?|strictly) )?(?:private|confidential|secret)", re.IGNORECASE),
    "boundaries": re.compile(
        r"(?:not|nothing|never) (?:about|allowed|for us|in it)|we leave out|left out", re.IGNORECASE
    ),
    "success": re.compile(r"(?:it )?(?:has |will have )?worked(?: if| when)?|done when", re.IGNORECASE),
}
"""Heads of a point beside those in the lists."""
_CONDITION = re.compile(r"^(?:and |but )?if [^,]+$", re.IGNORECASE)
_QUARREL = re.compile(
    r"^if (?:we|it|things?|something|there|one of us|either of us)\b[^.\n]{0,25}? (?:get on|get along|agree|fight"
    r"|argue|wrong"
    r"|trouble|fall out|clash|quarrel)\b",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"^(?:nothing|not a word|no word|none of (?:it|this|that)|what (?:she|he|i|we) says?)\b[^.\n]{0,40}? (?:goes|gets"
    r"|leaves"
    r"|reaches|is passed|stays) ",
    re.IGNORECASE,
)
_MET = frozenset({"rhythm", "agenda", "channel"})
"""Points that a clause with "no" speaks of by name only: "no calls on Sundays" is a boundary."""
_NOTHING = re.compile(
    r"^no (?:problems?|worries|rush|hurry|pressure|idea|clue)\b|\b(?:not?|nothing) (?:\w+ ){0,2}yet$", re.IGNORECASE
)
_ANSWER_TIME = re.compile(
    r"^(?:an |the |with (?:an )?)?(?:answers?|repl(?:y|ies)|response)(?: \w+){0,3}? (?:within|in|by|after|the same"
    r"|next) \w",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:(?:we|they) (?:meet|talk|speak|write|call|keep in touch) |(?:(?:our|the) )?(?:meetings|talks|sessions"
    r"|contact)"
    r" (?:are |is )?)?(?:(?:mostly|only|always|usually|just) )?(?:on|by|via|over|per|through"
    r"|in)(?: the)? (?P<thing>[\w -]+?)(?: only)?$"
    r"|^(?P<only>[\w -]+?) only$",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|by|via|over|through|in) (?:the )?(?P<thing>\w+(?: calls?)?)\b", re.IGNORECASE)
_CHANNELS = re.compile(
    r"(?:txt|wa|insta\w*|discord|facetime|skype|google meet|meet|video calls?|person)s?", re.IGNORECASE
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    side = side_of(message)
    facts = voices(message, side)
    rest = _labelled(message, facts)
    for clause in _clauses(rest):
        said = _LEAD.sub("", tidy(clause))
        if (
            len(said.split()) < _FEWEST_WORDS
            or _ASKING.match(said)
            or _NOTHING.search(said)
            or (_REQUEST.search(said) and len(said.split()) < 14)
        ):
            continue
        if point := _point(said, facts):
            facts[point] = correct_case(_SHORTENED[point].sub("", said) if point in _SHORTENED else said)
        elif also := _also(said, facts):
            facts[also] += f", {correct_case(said)}"
    if "channel" not in facts and (place := _channel_of(str(facts.get("rhythm", "")))):
        facts["channel"] = place
    facts |= cast_of(message, facts)
    other = facts.get({"mentor": "mentee_name", "mentee": "mentor_name"}.get(side, ""))
    return {name: _named(said, other) if name in _FIELDS else said for name, said in facts.items()}


_FIELDS = frozenset(field for field, _ in _POINTS)
_SHE = re.compile(r"^(?:she|he|they)\b(?!['’])", re.IGNORECASE)


def _named(said: str, other: str | None) -> str:
    """The words with the other's name for "she" or "he" at their start: on paper there is nobody to point at."""
    return _SHE.sub(other, said) if other else said


def _clauses(text: str) -> list[str]:
    """The text cut into clauses; what follows on "if …," stays with it, for the condition alone answers nothing."""
    found: list[str] = []
    start = 0
    for cut in _CLAUSES.finditer(text):
        if not (cut[0].startswith(", ") and _CONDITION.match(tidy(text[start : cut.start()]))):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [*found, text[start:]]


def _labelled(message: str, facts: Facts) -> str:
    """Takes over what stands behind the head of a point ("Purpose: …"), and gives back the message without it."""
    heads = [(match, point) for match in _LABEL.finditer(message) if (point := _headed(match["head"]))]
    kept, end = "", 0
    for place, (match, point) in enumerate(heads):
        following = heads[place + 1][0].start() if place + 1 < len(heads) else len(message)
        said = _SAID.match(message, match.end(), following)
        words = _LEAD.sub("", tidy(said[0])) if said else ""
        if said and point not in facts and words and not _unsaid(words):
            facts[point] = correct_case(words)
            kept += f"{message[end : match.start()]}\n"
            end = said.end()
    return kept + message[end:]


def _unsaid(words: str) -> bool:
    return bool(_NOTHING.search(words) or _ASKING.match(words) or phrases("agreement", "empty").fullmatch(words))


def _headed(head: str) -> str:
    """The point that these words are the head of, or ""."""
    words = tidy(head)
    return next(
        (
            field
            for field, _ in _POINTS
            if phrases("agreement", f"{field}_head").fullmatch(words)
            or (field in _HEADS and _HEADS[field].fullmatch(words))
        ),
        "",
    )


def _also(clause: str, facts: Facts) -> str:
    """The point that a clause says more of: another thing left out, or how soon an answer comes."""
    if "boundaries" in facts and _NONE_OF.match(clause):
        return "boundaries"
    return "channel" if "channel" in facts and _ANSWER_TIME.match(clause) else ""


def _point(clause: str, facts: Facts) -> str:
    """The first point that a clause answers and that no earlier one has answered."""
    for field, lists in _POINTS:
        if (field in _MET and _NONE_OF.match(clause)) or (field == "channel" and _WE_MEET.match(clause)):
            continue
        if field not in facts and any(phrases("agreement", name).search(clause) for name in lists):
            return field
    for field, pattern in (
        ("private", _SECRET),
        ("conflict", _QUARREL),
        ("end", _END),
        ("success", _WORKED),
        ("rhythm", _OFTEN),
        ("boundaries", _NONE_OF),
    ):
        if field not in facts and pattern.search(clause):
            return field
    return "channel" if "channel" not in facts and _is_channel(clause) else ""


def _channel_of(rhythm: str) -> str:
    """The channel that is said along with how often they meet."""
    for match in _ON.finditer(rhythm):
        if phrases("agreement", "channel").fullmatch(match["thing"]) or _CHANNELS.fullmatch(match["thing"]):
            return match[0]
    return ""


def _is_channel(clause: str) -> bool:
    """Whether a clause is nothing but a channel ("on Zoom", "by text only")."""
    match = _BY.match(clause)
    thing = match and (match["thing"] or match["only"])
    return bool(thing and (phrases("agreement", "channel").fullmatch(thing) or _CHANNELS.fullmatch(thing)))
