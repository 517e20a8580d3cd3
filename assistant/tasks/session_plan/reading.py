"""Facts for a training session in a message as people type it."""

import re

from assistant.language.spans import correct_case, first_clause, tidy
from assistant.language.times import clock_in, hours_in, minutes_in, when_in
from assistant.model import Facts
from assistant.tasks.session_plan.reading_room import COUNT, KIN, PEOPLE, SET, VENUE, crowd, needs, place

_DAYS = re.compile(r"\b(?:two|2)[ -](?:full |whole )?days?\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bfrom (?P<h1>\d{1,2})(?:[:.](?P<m1>\d{2}))? ?(?:to|till|until|-|–) ?(?P<h2>\d{1,2})(?:[:.](?P<m2>\d{2}))?\b"
    r"|\b(?P<h3>\d{1,2})(?:[:.](?P<m3>\d{2}))? ?(?:to|till|until|-|–) ?(?P<h4>\d{1,2})[:.](?P<m4>\d{2})\b",
    re.IGNORECASE,
)
_TO_WHOM = rf"(?:to|for|with) (?=(?:{SET}|\d{{1,2}}|{COUNT}) (?!hours?\b|days?\b|weeks?\b|months?\b|years?\b|min))"
_TAUGHT = re.compile(
    rf"\b(?:teach|teaching|explain|explaining|demonstrate|demonstrating) (?!(?:[\w'’-]+ ){{0,3}}(?:{PEOPLE}|{KIN})\b)"
    r"(?P<topic>(?!(?:people|everyone|everybody|anyone|how|that|it|this|what|me|us|him|her|them|to|with|in|at|on|for|my"
    r"|our|and|an? (?:class|session|course|workshop))\b)"
    rf"[^.,;:!?\n]{{3,60}}?) {_TO_WHOM}",
    re.IGNORECASE,
)
"""What is taught before to whom ("teach … to five …")."""
_RUN = re.compile(
    r"\b(?:run|ran|running|deliver|delivered|delivering|lead|led|leading) (?P<topic>(?!(?:the|an?|my|our|this|that|it"
    r"|two|three|one|his|her|their|some|another|errands|away|late|everything|in|on|at|into|out|for|by|to|from|off|up"
    r"|down|around|over)\b)"
    rf"[^.,;:!?\n]{{3,40}}?) {_TO_WHOM}(?=(?:[\w'’-]+ ){{1,3}}?(?:{KIN}|{PEOPLE})\b)",
    re.IGNORECASE,
)
_TO_ALL = re.compile(
    r"\bteach(?:ing)? (?:everybody|everyone|people|them(?: all)?|all of (?:us|them)) "
    r"(?P<topic>(?!(?:the (?:ropes|way|same|other|next)|an? (?:lesson|thing|bit|lot)|on|in|at|over|for|next|this|by"
    r"|before|after|with|during|when|while|about|to|how|that|what|who|where|why|if|and|or|is|as|again|more|better"
    r"|something|anything|everything|properly|well)\b)"
    r"[^.,;:!?\n]{3,80}?)"
    r"(?=[.,;:!?\n]|$| (?:over|in|during|on|at|for|before|by|within|next|this|tomorrow|and|so)\b)",
    re.IGNORECASE,
)
_TOPIC = (
    re.compile(r"\b(?:topic|subject|theme)(?: is|:| will be) (?P<keep>\w)", re.IGNORECASE),
    re.compile(
        r"\b(?:session|workshop|training|course|seminar|class|day|afternoon|morning|evening|module|hours?|minutes)"
        r"\)?(?: (?:for|with) [^.,;!?\n]{2,60}?)?(?: (?:is|will be))?"
        rf" (?:on|about|in(?! (?:the|our|my) (?:[\w'’-]+ ){{0,2}}?(?:{VENUE}|(?:first|second|third|fourth|last) \w+)\b)"
        r"(?:(?<=training in)|(?<=course in)|(?<=class in)|(?! (?-i:[A-ZÀ-Þ])[a-zà-ÿ]))|around|to practi[sc]e"
        r"|where they practi[sc]e)"
        r" (?P<keep>(?!the \d|a \w+day|\w+day\b|\d|january|february|march|april|may|june|july|august|september|october"
        r"|november|december|spring|summer|autumn|winter|room|zoom|teams|person\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:teach|train|show|get|help|make)(?:ing)? (?:my |our |the |new |these |some |\d+ |them\b|[a-z]+ )*?"
        rf"(?:them|{PEOPLE})(?: (?:how )?to| on| about) (?P<keep>\w)",
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
_FOUND_HARD = re.compile(
    r"\b(?:they|people|most(?: of them)?|everyone|everybody) (?:all |often |mostly )?find "
    r"(?P<keep>(?!it\b)[^.,;!?\n]{3,60}?) (?:so |very |really |quite |too )?(?:hard|difficult)(?:est)?\b",
    re.IGNORECASE,
)
_THEY = r"(?:they|people|most(?: of them)?|half of them|everyone|everybody|we|the (?:\w+ )?(?:team|crew|staff|group))"
_STUCK = (
    r"(?:gets? (?:stuck|lost|it wrong|confused|nervous)|struggles?|trips? up|fails?|freezes?|panics?|gives? up"
    r"|goes? wrong|go quiet|falls? down|loses? (?:it|heart|the thread))"
)
_NOT_STICKING = re.compile(
    r"\bwhat (?:really |just |always |never |still )*"
    r"(?:(?:does(?:n['’]?t| not)|never|won['’]?t) (?:really )?(?:sticks?|sinks? in|works?|lands?|go(?:es)? in)"
    r"|goes wrong|(?:trips (?:them|people|everyone) up|scares (?:them|people|everyone))"
    rf"|{_THEY} (?:\w+ )?(?:struggle with|get wrong|dread|fear|forget|can['’]?t do))(?: most)?(?: is|:) "
    r"(?P<keep>(?!(?:that|why|what|not)\b)\w)",
    re.IGNORECASE,
)
"""What they find hard after "What doesn't stick is …"."""
_WHERE_STUCK = re.compile(
    r"(?:^|[.!?;\n] ?|\b(?:but|and) )(?P<keep>(?!(?:this|that|it|there|here|what|which)\b)[^.,;!?\n]{4,80}?)"
    rf"(?: is|['’]s) (?:usually |always |really )?(?:where|when) {_THEY} (?:all |always |usually |mostly |really )*"
    rf"{_STUCK}\b",
    re.IGNORECASE,
)
"""What they find hard before a "… is where they get stuck"."""
_WEEK = re.compile(
    r"\b(?:in |during |over |on )?the (?:first|second|third|fourth|last) (?:week|half|weekend|\w+day) (?:of|in) "
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:the |this |next )?(?:term|month|year))\b",
    re.IGNORECASE,
)
_AROUND_WORK = re.compile(
    r"\b(?:min(?:ute)?s?|hours?|hrs?|half an hour|session|workshop|training) (?:right |just |straight )?"
    r"(?P<keep>(?:before|after) (?:opening|closing|work|school|hours|we (?:open|close)"
    r"|(?:(?:the|our|my|their) )?(?:[\w-]+ )?shift)(?: time)?)\b",
    re.IGNORECASE,
)
LONGEST = 480


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if topic := _topic(message):
        facts["topic"] = correct_case(_until_frame(topic))
    if minutes := _length(message):
        facts["minutes"] = minutes
    if _DAYS.search(message):
        facts["days"] = 2
    facts |= crowd(message)
    stuck = _WHERE_STUCK.search(message) or _FOUND_HARD.search(message)
    if hard := tidy(stuck["keep"]) if stuck else first_clause(message, (_NOT_STICKING, *_HARD), 120):
        facts["hard"] = correct_case(hard)
    if when := when_in(message):
        clock = clock_in(message)
        facts["when"] = when
        if clock is not None and clock_in(when) is None:
            facts["when"] = f"{when} at {clock // 60}:{clock % 60:02d}"
    elif match := _WEEK.search(message):
        facts["when"] = match[0]
    elif match := _AROUND_WORK.search(message):
        facts["when"] = match["keep"]
    facts |= {"place": place(message), "needs": needs(message)}
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _topic(message: str) -> str:
    """What they shall do better: a named topic first, then what is taught to somebody."""
    if topic := first_clause(message, _TOPIC[:2], 100):
        return topic
    taught = _TAUGHT.search(message) or _TO_ALL.search(message) or _RUN.search(message)
    return tidy(taught["topic"]) if taught else first_clause(message, _TOPIC[2:], 100)


def _until_frame(topic: str) -> str:
    """A topic without the frame that follows it ("… for 12 mentors", "… on Friday", "… in two hours")."""
    frame = re.search(
        rf" (?:for (?:\w+ )?(?:\w+ ){{0,3}}?{PEOPLE}\b|(?<!ing )for {SET} (?:[\w'’-]+ ){{0,2}}?{KIN}\b"
        r"|with (?:\d+|a group)|on (?:the )?\w*day|next \w+|this \w+day|tomorrow"
        r"|in (?:\d+|an?|two|three|half) (?:hours?|minutes|mins?|h)|\d+ ?(?:min|hour|h\b)|at (?:our|the) )|, \d",
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
