"""Facts for an agenda in a message as people type it."""

import re

from assistant.language.people import NAME, people_in
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.language.times import minutes_in, when_in
from assistant.model import Facts

_TITLE = r"(?:(?i:dr|prof|professor|mr|mrs|ms|mx|father|frau(?: doktor)?|herr)\.? )?"


_MENTEE = (
    re.compile(
        rf"\b(?i:my (?:new )?mentee|mentee(?: is|['’]s)?|(?:me|myself) and(?: my mentee)?|i(?:['’]m| am) "
        rf"mentoring|i mentor|(?:i(?:['’]m| am) (?:his|her|their) mentor)|new mentee)(?:[,:]? (?:is "
        rf"|called |named )?|, (?:a|an) [\w -]{{3,30}} (?:named|called) |[ ](?:a|an) [\w -]{{3,30}}? "
        rf"(?:named|called) ){_TITLE}(?P<name>{NAME})"
    ),
    re.compile(rf"\b(?i:meeting|see|seeing|meet)(?: with)? (?:my new mentee, a [\w ]+ named )?(?P<name>{NAME})"),
)


_MENTOR = (
    re.compile(
        rf"\b(?i:my (?:new )?mentor|mentor(?: is|['’]s)?|mentored by)(?:[,:]? (?:is |called |named "
        rf")?){_TITLE}(?P<name>{NAME})"
    ),
)


_ME = re.compile(rf"\b(?i:mentor|mentee)[:,]? (?i:me|myself|is me),? (?P<name>{NAME})")


_I_MENTOR = re.compile(
    r"\b(?:my (?:\w+ )?mentee|i mentor\b|i(?:['’]m| am) (?:his|her|their|the|a) mentor|i(?:['’]m| am) "
    r"mentoring|mentor: me|lecture (?:him|her|them)|(?:he|she)['’]?s my mentee)\b",
    re.IGNORECASE,
)


_I_MENTEE = re.compile(
    r"\b(?:my (?:\w+ )?mentor|i(?:['’]m| am) (?:the|a|his|her|their) mentee|mentee: me|my (?:thesis"
    r"|chapter|supervisor))\b",
    re.IGNORECASE,
)


_FIRST = re.compile(
    r"\b(?:first|1st|initial|kick-?off|kickoff|introductory) (?:\w+ ){0,2}(?:meeting|session|time|talk"
    r"|sit[- ]?down|conversation|one|chat|call|mentoring)|\bfor the first time|\bkick-?off\b|\bnew "
    r"(?:mentee|mentor|pair)\b|\bfirst (?:meet|sit)\b|\bnever met\b|\bfirst one\b",
    re.IGNORECASE,
)


_CLOSING = re.compile(
    r"\b(?:last (?:meeting (?:with|together|ever|before we)|session together)|(?:our|the|my) (?:last"
    r"|final) (?:meeting|session|one|talk|time)\b(?! (?:we|she|he|they|went|was|i)\b)|final (?:meeting"
    r"|session|talk)|closing (?:meeting|session|talk)|say(?:ing)? goodbye|wrap(?:ping)?[- ]?up"
    r"|(?:programme|program|mentoring|it|year|we) (?:is |are )?(?:ends|ending|coming to an end"
    r"|finishes|finishing)|end of (?:the|our) (?:programme|program|mentoring|year)|close (?:things|it"
    r"|the (?:relationship|mentoring))|part(?:ing)? ways|months are over)\b",
    re.IGNORECASE,
)


_RECURRING = re.compile(
    r"\b(?:again|last time|previous|(?:second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|4th|5th"
    r"|6th|7th) (?:time|meeting|session|one|talk)|monthly|weekly|fortnightly|regular|recurring"
    r"|usual(?:ly)?|catch[- ]?up|next (?:meeting|session|check-?in)|check-?in|every (?:two|other"
    r"|second|month|week)|(?:agreed|promised|was going|said (?:he|she|they)(?:['’]d| would)) (?:to"
    r"|ask)|in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) i promised|since we (?:last )?met)\b",
    re.IGNORECASE,
)


_PURPOSE = (
    re.compile(
        r"\b(?:my aim is to|the (?:aim|goal|purpose) is to|i(?:['’]d| would)? (?:want|like|love|hope"
        r"|need) (?:us |it |this time )?to (?:use it to )?|this time i want to|i want to use it to|so "
        r"that we(?: can)?|we want to|the point is to|purpose: ?|goal: ?|aim: ?) ?(?P<keep>(?:leave|get"
        r"|find|decide|agree|hear|settle|choose|work out|plan|figure|finish|understand|make|pick|set|walk "
        r"out|end up|talk through|sort out|know|define|clarify|prepare|close|review|draft|solve|discuss "
        r"how)\b)",
        re.IGNORECASE,
    ),
)


_TOPICS = (
    re.compile(
        r"\b(?:topics?(?: are| is|:)?|things to (?:get through|cover|discuss|talk about)(?: are)?:?"
        r"|(?:i(?:['’]d| would)? (?:want|like|need|love) to|we (?:need|want|have|should) to|want to|to"
        r"|let['’]?s) (?:talk about|discuss|cover|go through|go over|speak about|work on|bring up|look at)"
        r"|what else(?: is)?:|also on the list:?|points?:|on my list:?|we(?:['’]ll| will) (?:talk about"
        r"|discuss|cover)|agenda items?:|about:)\s*(?P<list>[^.!?;\n]+)",
        re.IGNORECASE,
    ),
)


_ACTIONS = (
    re.compile(
        r"\b(?:last time|at (?:our|the) last (?:meeting|session)|in the last meeting|in \w+|previously"
        r"|last (?:week|month))?,? ?(?:she|he|they|we|i|[A-Z][\w'’-]+)(?:['’]d| had| was| were)? (?:agreed"
        r"|promised|said (?:he|she|they|i|we)(?:['’]d| would)|going|supposed|meant|asked (?:me|him|her"
        r"|them)|promised (?:her|him|them|me)|wanted|committed) (?:to )?(?P<list>[^.!?;\n]+)"
    ),
    re.compile(
        r"\b(?:last time|last month|actions?(?: from last time)?|homework)(?: was|:| we agreed(?: that)?| "
        r"i(?:['’]d| would)| (?:she|he|they) agreed)?,? (?:to )?(?P<list>(?:call|fix|send|write|read|talk"
        r"|ask|draft|book|find|finish|shadow|list|try|prepare|speak|reread|make|look)\b[^.!?;\n]+)",
        re.IGNORECASE,
    ),
)


_ACTION_END = re.compile(
    r",? (?:and|but) (?:i (?:did|have|haven)|he (?:did|has)|she (?:did|has)|they|it|nothing|we|now"
    r"|both)\b.*$|, (?:which|who|so|but)\b.*$|,? so i\b.*$| and i (?:did|have)\b.*$",
    re.IGNORECASE,
)


_PLACE = re.compile(
    r"\b(?:at|in|on|by) (?:my |the |our |her |his )(?P<place>(?:[\w'’-]+ ){0,2}(?:studio|office"
    r"|station|canteen|library|kitchen table|room|workshop|café|cafe|lab|kitchen|staff room))\b"
    r"|\b(?P<online>online|on zoom|on teams|by phone|over zoom|via zoom|over teams)\b",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    _names(message, facts)
    if meeting := _meeting(message):
        facts["meeting"] = meeting
    if (
        minutes := minutes_in(re.sub(r"\b\d+ minutes? (?:late|early|ago)\b", " ", message))
    ) is not None and 5 <= minutes <= 240:
        facts["minutes"] = minutes
    if when := when_in(message):
        facts["when"] = when
    if purpose := first_clause(message, _PURPOSE, 140):
        facts["purpose"] = correct_case(purpose)
    if actions := _list_of(message, _ACTIONS):
        facts["actions"] = actions
        facts.setdefault("meeting", "recurring")
    if topics := [topic for topic in _list_of(message, _TOPICS) if topic not in facts.get("purpose", "")]:
        facts["topics"] = topics
    if match := _PLACE.search(message):
        facts["place"] = match[0] if match["online"] else tidy(match[0])
    return facts


def _meeting(message: str) -> str:
    if _CLOSING.search(message):
        return "closing"
    if _FIRST.search(message):
        return "first"
    return "recurring" if _RECURRING.search(message) else ""


def _names(message: str, facts: Facts) -> None:
    people = [person.name for person in people_in(message)]
    own = _ME.search(message)
    mine = own["name"] if own else ""
    for field, patterns in (("mentor_name", _MENTOR), ("mentee_name", _MENTEE[:1])):
        for pattern in patterns:
            match = pattern.search(message)
            name = next(
                (n for n in people if match and (match["name"].startswith(n) or n.startswith(match["name"]))),
                match["name"] if match else "",
            )
            if name and name != mine:
                facts[field] = name
    if own:
        facts["mentor_name" if re.match(r"mentor", own[0], re.IGNORECASE) else "mentee_name"] = mine
    others = [
        person
        for person in people_in(message)
        if person.name not in (facts.get("mentor_name"), facts.get("mentee_name"), mine) and person.score > -1
    ]
    if not others:
        return
    if _I_MENTEE.search(message) and "mentor_name" not in facts and not _I_MENTOR.search(message):
        facts["mentor_name"] = others[0].name
    elif _I_MENTOR.search(message) and "mentee_name" not in facts:
        facts["mentee_name"] = others[0].name
    elif not {"mentor_name", "mentee_name"} & facts.keys():
        facts["mentor_name" if others[0].title else "mentee_name"] = others[0].name


def _list_of(message: str, patterns: tuple[re.Pattern[str], ...]) -> list[str]:
    """Every list after a cue, cut at commas and "and"; each thing in the message's words."""
    found: list[str] = []
    for pattern in patterns:
        for match in pattern.finditer(message):
            for piece in _split(_ACTION_END.sub("", match["list"])):
                thing = tidy(re.sub(r"^(?:to |and |also |then |maybe |is |are |about |how to (?=x))", "", piece))
                if (
                    2 < len(thing) <= 120
                    and not any(thing in other or other in thing for other in found)
                    and not re.match(r"(?:he|she|it|we|i|they|that|which)\b", thing, re.IGNORECASE)
                ):
                    found.append(correct_case(thing))
    return found[:6]


def _split(text: str) -> list[str]:
    text = re.split(r",? (?:because|since|as i|although|before (?:we|his|her)|even though)\b|\. ", text)[0]
    return [
        piece
        for piece in re.split(r",\s*(?:and |then )?(?=to |\w)| and (?:to |then )?(?=[\w'’]+ )| and (?=\w+$)| & ", text)
        if piece.strip()
    ]
