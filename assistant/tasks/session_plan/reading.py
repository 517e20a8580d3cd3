"""Facts for a training session in a message as people type it."""

import re

from assistant.language.facts import number
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.language.times import clock_in, hours_in, minutes_in, when_in
from assistant.model import Facts

_PEOPLE = (
    r"(?:people|persons|participants?|mentors?|mentees?|volunteers?|trainees?|nurses?|teachers?|managers?"
    r"|supervisors?|engineers?|apprentices?|students?|leads?|leaders?|foremen|seniors?|juniors?|staff|colleagues?"
    r"|buddies|tutors?|coaches|doctors?|midwives|officers?|cooks|chefs|drivers?|welders?|technicians?|researchers?"
    r"|employees|workers|members|librarians?|developers?|postdocs?|professors?|sergeants|of them|of us)"
)
_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|sixty|a dozen)"
)
_CROWD = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{_COUNT}) (?P<who>(?:[\w'’-]+ ){{0,3}}?{_PEOPLE}(?! {_PEOPLE})(?: (?:from|in|of|at"
    rf"|on) (?:the |our |my )?"
    r"[\w'’&-]+(?: [A-Z][\w'’-]+)*)?)",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"\b(?:for|with|train(?:ing)?|teach(?:ing)?|room of|group of|bunch of) (?:my |our |the |some |a (?:room|group"
    rf"|bunch)"
    rf" of )?(?P<who>(?!a |an )(?:[\w'’-]+ ){{0,2}}?{_PEOPLE})\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\b(?:two|2)[ -](?:full |whole )?days?\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bfrom (?P<h1>\d{1,2})(?:[:.](?P<m1>\d{2}))? ?(?:to|till|until|-|–) ?(?P<h2>\d{1,2})(?:[:.](?P<m2>\d{2}))?\b"
    r"|\b(?P<h3>\d{1,2})(?:[:.](?P<m3>\d{2}))? ?(?:to|till|until|-|–) ?(?P<h4>\d{1,2})[:.](?P<m4>\d{2})\b",
    re.IGNORECASE,
)
_TOPIC = (
    re.compile(r"\b(?:topic|subject|theme)(?: is|:| will be) (?P<keep>\w)", re.IGNORECASE),
    re.compile(
        r"\b(?:session|workshop|training|course|seminar|class|day|afternoon|morning|evening|module|hours?|minutes)"
        r"(?: (?:for|with) [^.,;!?\n]{2,60}?)?(?: (?:is|will be))? (?:on|about|in|around|to practi[sc]e"
        r"|where they practi[sc]e)"
        r" (?P<keep>(?!the \d|a \w+day|\w+day\b|\d|january|february|march|april|may|june|july|august|september|october"
        r"|november|december|spring|summer|autumn|winter|room|zoom|teams|person\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:teach|train|show|get|help|make)(?:ing)? (?:my |our |the |new |these |some |\d+ |them\b|[a-z]+ )*?"
        rf"(?:them|{_PEOPLE})(?: (?:how )?to| on| about) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:they|people|everyone|mentors|mentees|the room|the group) (?:should|must|need to|shall|have to|ought to)"
        r"(?: leave| learn(?: how)?| get| be| go home)?(?: (?:to|able to))? (?P<keep>(?!leave|know\b)\w+(?:ing)?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:listening|feedback|asking (?:better |open |good )?questions|questioning)(?= (?:session"
        r"|workshop|training|skills)))",
        re.IGNORECASE,
    ),
)
_HARD = (
    re.compile(
        r"\b(?:(?:the )?hard(?:est)?(?: (?:moment|part|bit|thing))?(?: for \w+)?(?: is|:)(?: when| that)?"
        r"|what (?:they|people) find"
        r" hard(?:est)?(?: is)?(?: when| that)?|they (?:find it hard|struggle|have trouble|get stuck|panic"
        r"|freeze)(?: is)? "
        r"(?:when|with|if)|(?:hardest|worst) (?:is|when)(?: when)?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:they|most(?: of them)?|people|half of them|mentors|everyone|everybody) (?:all |always "
        r"|tend to |keep |usually |often |just"
        r" |mostly |immediately )+(?:\w+))",
        re.IGNORECASE,
    ),
)
_NEEDS = re.compile(
    r"\b(?P<keep>(?:one|two|three|some(?:body|one)?|a few|a)\b[^.,;!?\n]{0,30}\b(?:wheelchair|lip-?reads?|deaf"
    r"|hard of hearing|blind|hearing aid"
    r"|signs|crutches|second language|interpreter|dyslexi\w+|pregnant|stairs|large print)\b[^.,;!?\n]{0,30})",
    re.IGNORECASE,
)
MOST_PEOPLE, LONGEST = 60, 480


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if topic := first_clause(message, _TOPIC, 100):
        facts["topic"] = correct_case(_until_frame(topic))
    if minutes := _length(message):
        facts["minutes"] = minutes
    if _DAYS.search(message):
        facts["days"] = 2
    facts |= _crowd(message)
    if hard := first_clause(message, _HARD, 120):
        facts["hard"] = correct_case(hard)
    if when := when_in(message):
        clock = clock_in(message)
        facts["when"] = when
        if clock is not None and clock_in(when) is None:
            facts["when"] = f"{when} at {clock // 60}:{clock % 60:02d}"
    if match := _NEEDS.search(message):
        facts["needs"] = tidy(match["keep"])
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _until_frame(topic: str) -> str:
    """A topic without the frame that follows it ("… for 12 mentors", "… on Friday", "… in two hours")."""
    frame = re.search(
        rf" (?:for (?:\w+ )?(?:\w+ ){{0,3}}?{_PEOPLE}\b|with (?:\d+|a group)|on (?:the )?\w*day|next \w+|this \w+day"
        rf"|tomorrow"
        r"|in (?:\d+|an?|two|three|half) (?:hours?|minutes|mins?|h)|\d+ ?(?:min|hour|h\b)|at (?:our|the) )",
        topic,
        re.IGNORECASE,
    )
    return tidy(topic[: frame.start()] if frame else topic)


def _length(message: str) -> int | None:
    if (hours := hours_in(message)) is not None and hours <= LONGEST:
        return hours
    if match := _FROM_TO.search(message):
        start = int(match["h1"] or match["h3"]) * 60 + int(match["m1"] or match["m3"] or 0)
        end = int(match["h2"] or match["h4"]) * 60 + int(match["m2"] or match["m4"] or 0)
        if 30 <= (end - start) % 720 <= LONGEST:
            return (end - start) % 720
    minutes = minutes_in(message)
    if minutes is not None and minutes >= 30:
        return minutes
    return None


def _crowd(message: str) -> Facts:
    for match in _CROWD.finditer(message):
        count = 12 if "dozen" in match["n"].lower() else number(match["n"])
        if count is not None and 2 <= count <= MOST_PEOPLE:
            who = tidy(re.sub(r" of (?:them|us)$", "", match["who"], flags=re.IGNORECASE))
            plain = who.lower() in ("people", "persons", "participants", "of them", "of us")
            return {"people": int(count)} if plain else {"people": int(count), "who": who}
    match = _WHO.search(message)
    return {"who": tidy(match["who"])} if match and match["who"].lower() not in ("people", "them") else {}
