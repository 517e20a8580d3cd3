"""Durations and dates as people type them."""

import re

from assistant.language.facts import number

_NUMBER = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45,
    "fifty": 50, "sixty": 60, "seventy-five": 75, "ninety": 90,
}  # fmt: skip
_WORDS = "|".join(sorted(_NUMBER, key=len, reverse=True))
_MINUTES = re.compile(rf"\b(?P<n>\d{{1,3}}|{_WORDS})[\s-]*(?:min(?:ute)?s?\b|mins?\b|['’](?!\w))", re.IGNORECASE)
_SPANS = (
    (re.compile(r"\b(?:a |one )?quarter of an hour\b|\bquarter[- ]hour\b", re.IGNORECASE), 15),
    (re.compile(r"\bhalf an hour\b|\bhalf[- ]hour\b|\bhalf an? hr\b", re.IGNORECASE), 30),
    (re.compile(r"\bthree quarters of an hour\b|\b3/4 (?:of an )?hour\b", re.IGNORECASE), 45),
    (
        re.compile(
            r"\b(?:an|one|1)(?: and a half| ½) hours?\b|\b1[.,]5 ?h(?:ours?|rs?)?\b|\bhour and a half\b|\b1h30\b",
            re.IGNORECASE,
        ),
        90,
    ),
    (re.compile(r"\b(?:our|the|my|a) (?:last|final) hour\b|\bfinal hour\b", re.IGNORECASE), 60),
    (re.compile(r"\b(?:an|one|1|full|whole)[ -]?(?:hour|hr|h)\b(?! ago| later| before| late)", re.IGNORECASE), 60),
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues?\b|weds?\b|thurs?\b|fri\b|mon\b|sat\b|sun\b"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_CLOCK = (
    r"(?:at |from |around |about )?(?:\d{1,2}(?:[:.]\d{2})? ?(?:a\.?m\.?|p\.?m\.?|h\b|o['’]clock)"
    r"|\d{1,2}:\d{2}|noon|midday"
    r"|half past \w+|quarter (?:past|to) \w+|(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve) o['’]clock|at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! "
    r"(?:min|people|of)))"
)
_PART = r"(?:morning|afternoon|evening|night|lunch ?time|lunch|dinner break)"
_DATE = (
    rf"(?:(?:this |next |the coming |coming |last )?(?:{_WEEKDAY})(?:,? (?:the )?\d{{1,2}}(?![:.]?\d| ?[ap]\.?m| "
    rf"?h\b|['’]| min| o['’])(?:st"
    rf"|nd|rd|th)?(?: of)?(?: {_MONTH})?| {_MONTH} \d{{1,2}})?(?:,? {_PART})?"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?: \d{{4}})?|{_MONTH}\.? \d{{1,2}}(?:st"
    rf"|nd|rd|th)?\b(?:,? \d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:the )?day after tomorrow|tomorrow {_PART}|today|tomorrow|tmrw|tmr|tmw|2morrow|tonight|this {_PART}"
    rf"|in (?:a|one|two|three) (?:days?|weeks?)(?:,? on the (?:{_WEEKDAY}))?|(?:on )?the \d{{1,2}}(?:st|nd|rd"
    rf"|th)(?! (?:time|meeting"
    rf"|session|one|birthday|\w+day))|(?:next|this) (?:week|month))"
)
WHEN = re.compile(
    rf"\b(?:(?:on |for |this coming )?(?P<when>{_DATE}(?:,? ?{_CLOCK})?(?:,? after the [a-z]+ shift|,? "
    rf"before [a-z]+ [a-z]+| after lunch| before lunch)?(?:,? at \d{{1,2}}(?:[:.]\d\d)?)?)"
    rf"|(?P<clock>{_CLOCK},? (?:on )?{_DATE}))(?![\w])",
    re.IGNORECASE,
)
_SEASON = (
    rf"(?:spring|summer|autumn|fall|winter|new year|next (?:two|three|few|couple of) weeks|{_MONTH}|late {_MONTH}"
    rf"|early {_MONTH})"
)
_EVENT = (
    rf"(?:easter|christmas|ramadan|eid|diwali|thanksgiving|new year|summer|half[- ]term|(?:[a-z]+ )?(?:fair"
    rf"|festival|harvest"
    rf"|shutdown|break|season|deadline)|holidays?|term|exams?|conference|church|work|lunch|school|class|my shift"
    rf"|{_MONTH}"
    rf"|\d{{1,2}} {_MONTH}|\d{{1,2}}(?:st|nd|rd|th))"
)
TIMING = re.compile(
    rf"\b(?P<timing>(?:any|some|one) (?:{_PART}|day|time|evening|weekday|{_WEEKDAY})s?(?: (?:in|before|after|next|this"
    rf"|during|from|on|the) [^.,;?!\n]{{2,40}})?|any day this or next week"
    rf"|(?:some ?time |any ?time )?(?:in (?:the )?(?:(?:first|second) half of |(?:last|first|second|third) week of "
    rf"|beginning of |middle of |end of )?(?:the )?{_SEASON}|(?:before|after) (?:the )?{_EVENT}\b"
    rf"(?: on (?:{_WEEKDAY}))?)|(?:before|once|until|when) (?:i|she|he|they) (?:start|leave|finish|move|come|am"
    rf"|['’]m|is"
    rf"|are|['’]s)\b(?! (?:old|older))(?: next)?[^.,;?!\n]{{3,50}}"
    rf"|(?:next|this) (?:week|month)(?: or the (?:week|one) after| or next)?|(?:early|late|mid) (?:next )?(?:week"
    rf"|month|{_MONTH})"
    rf"|(?:{_WEEKDAY})(?: {_PART}s?)?(?:,? (?:or|and) (?:{_WEEKDAY})(?: {_PART}s?)?)+|(?:{_PART}s)(?: (?:or"
    rf"|and) {_PART}s)?(?: (?:next|this) week)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b(?: {_PART}s?)?"
    rf"|on (?:a )?(?:{_WEEKDAY})(?: {_PART}s?)?|whenever [^.,;?!\n]{{3,40}})",
    re.IGNORECASE,
)


def minutes_in(text: str) -> int | None:
    """The first stretch of time in minutes ("20 min", "half an hour", "an hour"), or None."""
    found: list[tuple[int, int]] = [
        (match.start(), _NUMBER.get(match["n"].lower()) or int(match["n"])) for match in _MINUTES.finditer(text)
    ]
    for pattern, value in _SPANS:
        found += [(match.start(), value) for match in pattern.finditer(text)]
    if not found:
        return None
    return min(found, key=lambda pair: (pair[0], -pair[1]))[1]


_HOURS = re.compile(r"\b(?P<n>\d{1,2}(?:[.,]5)?|[a-z]+)(?P<half> and a half)?[ -]?(?:hours?|hrs?|h)\b", re.IGNORECASE)


def hours_in(text: str) -> int | None:
    """The first whole or half hours of a text in minutes ("three hours", "2.5 h"), or None."""
    for match in _HOURS.finditer(text):
        hours = number(match["n"])
        if hours is not None and hours >= 1:
            return int(hours * 60) + 30 * bool(match["half"])
    return None


def when_in(text: str) -> str | None:
    """The first point in time of a text, in the words of the text; a named day goes before a week or a month."""
    found = [match for match in WHEN.finditer(text) if not re.match(r"last ", match[0], re.IGNORECASE)]
    best = max(found, key=lambda m: (not _VAGUE.search(m[0]), bool(_DAY.search(m[0])), -m.start()), default=None)
    return (best["when"] or best["clock"]).strip(" ,") if best else None


_AT = re.compile(
    r"\b(?:at|from|start(?:s|ing)?(?: at)?|begin(?:s"
    r"|ning)?(?: at)?)? ?(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))? ?(?P<half>a\.?m|p\.?m)?",
    re.IGNORECASE,
)


def clock_in(text: str) -> int | None:
    """The first time of day in a text, in minutes after midnight; a bare hour counts after "at" only."""
    for match in _AT.finditer(text):
        led = not match[0][0].isdigit() and match[0].strip() and not match[0].strip()[0].isdigit()
        if not (match["m"] or match["half"] or led) or int(match["h"]) > 24 or int(match["m"] or 0) > 59:
            continue
        if re.match(r" ?(?:min|people|of|years|hours?|days?|weeks?|%|\d)", text[match.end() :], re.IGNORECASE):
            continue
        late = (match["half"] or "").lower().startswith("p") and int(match["h"]) < 12
        return (int(match["h"]) + 12 * late) * 60 + int(match["m"] or 0)
    return None


_VAGUE = re.compile(r"^(?:(?:next|this) (?:week|month)|today|in a (?:day|week))$", re.IGNORECASE)
_DAY = re.compile(rf"\d|{_WEEKDAY}|tomorrow|tmr|{_PART}", re.IGNORECASE)
