"""Facts for feedback in a message as people type it."""

import re
from collections.abc import Iterator

from assistant.language.people import NAME, Person, people_in
from assistant.language.spans import clause_after, correct_case, sentence_of, tidy
from assistant.language.text import split_sentences
from assistant.language.verbs import MENTAL, MENTAL_BASE, is_past
from assistant.model import Facts
from assistant.tasks.feedback import cues


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    name = _recipient(message)
    if name:
        facts["recipient_name"] = name
    act = _act(message, name)
    if act:
        facts["behaviour"], where, pronoun = act
        if pronoun:
            facts["pronoun"] = pronoun
        if situation := _situation(message, where):
            facts["situation"] = situation
    elif match := cues.SITUATION.search(message):
        facts["situation"] = tidy(match[0])
    if "pronoun" not in facts and (pronoun := _only_pronoun(message)):
        facts["pronoun"] = pronoun
    if impact := _impact(message, act[1] if act else None):
        facts["impact"] = impact
    if step := _next_step(message):
        facts["next_step"] = step
    for match in cues.SUPPORT[0].finditer(message):
        facts["support"] = clause_after(message, match.start("keep"), 110)
        break
    if kind := _kind(message, facts):
        facts["kind"] = kind
    if re.search(
        r"\b(?:e-?mail|write (?:it|this|to)|message|slack|letter|in writing|note to|written)\b", message, re.IGNORECASE
    ) and not re.search(r"\b(?:say|tell|talk|speak)\b", message, re.IGNORECASE):
        facts["channel"] = "written"
    return facts


def _recipient(message: str) -> str:
    people = people_in(message)
    named = {person.name: person for person in people}
    for pattern in cues.RECIPIENT[:3]:
        for match in pattern.finditer(message):
            found = next(
                (n for n in named if n == match["name"] or match["name"].startswith(n) or n.startswith(match["name"])),
                "",
            )
            if found and named[found].score > -3:
                return found
    if match := cues.RECIPIENT[3].search(message):
        return match["name"]
    titled = [person for person in people if person.title or _acts(message, person)]
    best = titled or [person for person in people if person.score >= 0]
    return best[0].name if best else _opening_name(message)


def _acts(message: str, person: Person) -> bool:
    after = message[person.end : person.end + 30]
    return bool(re.match(rf"(?:['’]s)?,? (?:who )?{cues.ADVERB}[a-z]+", after)) and any(
        is_past(word) for word in re.findall(r"[a-z]+", after)[:2]
    )


def _opening_name(message: str) -> str:
    match = re.search(r"(?:^|[.:,;] )(?P<name>[A-ZÀ-Þ][\w'’-]+)(?=,| (?P<verb>[a-z]+))", message)
    for match in re.finditer(
        r"(?:^|[.:;] )(?P<name>[A-ZÀ-Þ][\w'’-]+)(?:, (?:\w+day|yesterday|today)| (?P<verb>[a-z]+))", message
    ):
        if (match["verb"] is None or is_past(match["verb"])) and match["name"].lower() not in (
            "i",
            "she",
            "he",
            "they",
            "we",
            "it",
            "yesterday",
            "today",
            "this",
            "that",
            "report",
            "next",
            "last",
        ):
            return match["name"]
    return ""


Act = tuple[str, tuple[int, int], str]


def _act(message: str, name: str) -> Act | None:
    """The observable act that the feedback is for: its words, its place, and the pronoun it was told with."""
    acts = list(_told_acts(message, name))
    turn = re.search(r"(?:[.!?;] |, )(?:But|but|Only|only|However|however)\b", message)
    if acts and turn and acts[0][1][0] < turn.start() and cues.GOOD.search(sentence_of(message, acts[0][1][0])):
        later = [act for act in (*acts[1:], *_noun_acts(message[turn.start() :], name, turn.start())) if act[1][0] >= turn.start()]
        return later[0] if later else acts[0]
    nouns = _noun_acts(message, name, 0)
    if nouns and (not acts or nouns[0][1][0] < acts[0][1][0]):
        return nouns[0]
    return acts[0] if acts else _telegram(message, name) or _habit(message, name)


def _told_acts(message: str, name: str) -> Iterator[Act]:
    first = rf"|{re.escape(name)}|{re.escape(name.split()[0])}" if name else ""
    pattern = re.compile(
        rf"\b(?:and |but )?(?P<who>she|he|they|{cues.ROLES}{first})(?P<have>['’]s|['’]d| has| had| have)? "
        rf"{cues.ADVERB}{cues.ACT}\b",
        re.IGNORECASE,
    )
    for match in pattern.finditer(message):
        verb, rest = match["verb"].lower(), message[match.start("verb") :]
        plain = " " not in verb and "'" not in verb
        if (plain and (not is_past(verb) or verb in MENTAL)) or cues.NOT_TOLD.search(message[max(0, match.start() - 25) : match.start()]):
            continue
        if cues.BACKGROUND.match(rest):
            continue
        words = _act_words(message, match.start("verb"))
        who = match["who"].lower()
        end = match.start("verb") + len(words)
        yield correct_case(words), (match.start(), end), who if who in ("she", "he", "they") else ""


def _noun_acts(message: str, name: str, offset: int) -> list[Act]:
    """Acts told of the person's work ("his note left out the valve", "her questions were brilliant")."""
    pattern = re.compile(cues.THEIR_DEED.format(who=re.escape(name.split()[0]) if name else "Nobody"), re.IGNORECASE)
    found: list[Act] = []
    for match in pattern.finditer(message):
        if (match["verb"] and (not is_past(match["verb"].lower()) or match["verb"].lower() in MENTAL)) or not cues.SPOKEN_OF.search(
            message[: match.start()]
        ):
            continue
        words = _act_words(message, match.start("keep"))
        found.append((correct_case(words), (offset + match.start(), offset + match.start() + len(words)), ""))
    return found


def _habit(message: str, name: str) -> Act | None:
    """What the person does again and again, told in the present."""
    who = rf"{cues.ROLES}|{re.escape(name)}" if name else cues.ROLES
    pattern = re.compile(cues.HABIT.pattern.replace("{who}", who), re.IGNORECASE)
    for match in pattern.finditer(message):
        if not re.search(r"\b(?:if|when|because|as|how|what|who|while|asks?) $", message[: match.start()], re.IGNORECASE):
            words = _act_words(message, match.start("verb"))
            who = match["who"].lower()
            return words, (match.start(), match.start("verb") + len(words)), who if who in ("she", "he", "they") else ""
    return None


def _telegram(message: str, name: str) -> Act | None:
    """An act without a subject, as in a note: "Workshop, Thursday: left the bandsaw running"."""
    pattern = (
        re.compile(rf"(?:{re.escape(name)},? |[:;,–-] |[:.] )(?P<verb>[a-z]+)\b", re.IGNORECASE)
        if name
        else re.compile(r"[:;–-] (?P<verb>[a-z]+)\b")
    )
    for match in pattern.finditer(message):
        if is_past(match["verb"].lower()) and match["verb"].lower() not in MENTAL:
            words = _act_words(message, match.start("verb"))
            return words, (match.start(), match.start("verb") + len(words)), ""
    return None


def _act_words(message: str, start: int) -> str:
    stop = cues.ACT_END.search(message, start)
    return tidy(message[start : stop.start() if stop else len(message)])[:200]


def _situation(message: str, act: tuple[int, int]) -> str:
    sentence = sentence_of(message, act[0])
    whole = next((m for m in cues.SITUATION.finditer(sentence)), None)
    if whole:
        return tidy(whole[0])
    lead = re.match(
        rf"(?P<lead>(?:on|in|at|during|after|yesterday|today|this|last|before)\b[^.,;]{{3,70}}?),? "
        rf"(?=(?:she|he|they|(?-i:{NAME})) )",
        sentence,
        re.IGNORECASE,
    )
    if lead:
        return tidy(lead["lead"])
    found = [
        match
        for match in cues.LOOSE.finditer(sentence)
        if message.find(match[0]) < act[0] or message.find(match[0]) >= act[1] - len(match[0]) - 1
    ]
    if found:
        return tidy(found[0][0])
    anywhere = cues.SITUATION.search(message)
    return (
        tidy(anywhere[0])
        if anywhere
        else next(
            (
                tidy(m[0])
                for m in cues.LOOSE.finditer(message[: act[1] + 120])
                if re.search(r"day\b|week|night|morning|handover|meeting", m[0], re.IGNORECASE)
            ),
            "",
        )
    )


def _impact(message: str, act: tuple[int, int] | None) -> str:
    """What followed from the act: after "so", joined with "and", or in the next sentences."""
    if act is None:
        return ""
    rest = message[act[1] :]
    finders = (_joined, _marked, _following)
    return next((correct_case(found) for finder in finders if (found := finder(rest))), "")


def _is_outcome(words: str) -> bool:
    """Whether a clause tells something that happened."""
    low = words.lower()
    return not cues.WANT.search(words) and (any(is_past(w) for w in re.findall(r"[a-z]+", low)) or bool(cues.STATE.search(low)))


def _marked(rest: str) -> str:
    near = rest[:320]
    for match in cues.IMPACT_MARK.finditer(near):
        if not cues.SUPPORT[0].search(sentence_of(near, match.start("what"))):
            return clause_after(rest, match.start("what"), 140)
    return ""


def _joined(rest: str) -> str:
    match = cues.JOINED.match(rest)
    return _cut(match["what"]) if match and _is_outcome(match["what"]) else ""


def _following(rest: str) -> str:
    for sentence in split_sentences(rest)[:4]:
        text = sentence.text
        if sentence.start == 0 and not re.match(r"[.!?]", rest):
            continue
        if cues.OUTCOME_START.match(text) and _is_outcome(text):
            return _cut(text)[:160]
    return ""


def _cut(words: str) -> str:
    return tidy(cues.IMPACT_END.split(words)[0])


def _kind(message: str, facts: Facts) -> str:
    """Praise, a fault, or both: by the words of the act and its effect and by what the person wants to say."""
    core = f"{facts.get('behaviour', '')}. {facts.get('impact', '')}"
    praise = bool(cues.GOOD.search(message))
    wrong = bool(cues.BAD.search(core)) or ("behaviour" not in facts and bool(cues.BAD.search(message)))
    fault = wrong or bool(cues.BAD_INTENT.search(message))
    if praise and fault:
        if cues.GOOD_FIRST.search(message) and not cues.BOTH.search(message):
            return "appreciative"
        return "mixed" if cues.BOTH.search(message) and wrong else "critical" if wrong else "appreciative"
    if praise:
        return "appreciative"
    return "critical" if fault or "next_step" in facts or cues.ANY.search(message) else ""


def _next_step(message: str) -> str:
    """The first wish for another act; a wish for a state of mind is none."""
    for cue in cues.NEXT:
        for match in cue.finditer(message):
            step = re.sub(r"^(?:next time|from now on),? ", "", clause_after(message, match.start("keep"), 150), flags=re.IGNORECASE)
            first = re.match(r"[a-z]+", step.lower())
            if len(step.split()) >= 2 and first and first[0] not in MENTAL_BASE | {"learn", "also", "belong", "see", "notice"}:
                return correct_case(step)
    return ""


def _only_pronoun(message: str) -> str:
    she, he = (bool(re.search(rf"\b(?:{words})\b", message, re.IGNORECASE)) for words in ("she|her|hers", "he|him|his"))
    return "she" if she and not he else "he" if he and not she else ""
