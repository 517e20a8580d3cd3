"""Facts for feedback in a message as people type it."""

import re
from collections.abc import Iterator

from assistant.language.people import Person, people_in
from assistant.language.spans import clause_after, correct_case, sentence_of, tidy
from assistant.language.text import split_sentences
from assistant.language.verbs import MENTAL, MENTAL_BASE, is_past
from assistant.model import Facts
from assistant.tasks.feedback import cues
from assistant.tasks.feedback.kind import GOOD, kind_of


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
        if (
            situation := re.sub(rf"^{re.escape(name)}, ", "", _situation(message, where))
            if name
            else _situation(message, where)
        ):
            facts["situation"] = situation
    elif match := cues.SITUATION.search(message):
        facts["situation"] = tidy(match[0])
    later = {
        "pronoun": facts.get("pronoun") or _only_pronoun(message),
        "impact": _impact(message, act[1] if act else None),
        "next_step": _next_step(message),
        "support": _support(message),
    }
    facts.update({field: value for field, value in later.items() if value})
    if kind := kind_of(message, facts):
        facts["kind"] = kind
    if cues.WRITTEN.search(message) and not cues.SPOKEN.search(message):
        facts["channel"] = "written"
    return facts


def _support(message: str) -> str:
    match = cues.SUPPORT[0].search(message)
    return clause_after(message, match.start("keep"), 110) if match else ""


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


_NOT_OPENING = frozenset("i she he they we it yesterday today this that report next last on in at".split())


def _opening_name(message: str) -> str:
    pattern = r"(?:^|[.:;] )(?P<name>[A-ZÀ-Þ][\w'’-]+)(?:, (?:\w+day|yesterday|today)| (?P<verb>[a-z]+))"
    for match in re.finditer(pattern, message):
        past = match["verb"] is None or is_past(match["verb"])
        if past and match["name"].lower() not in _NOT_OPENING:
            return match["name"]
    return ""


Act = tuple[str, tuple[int, int], str]


def _act(message: str, name: str) -> Act | None:
    """The observable act that the feedback is for: its words, its place, and the pronoun it was told with."""
    acts = list(_told_acts(message, name))
    turn = re.search(r"(?:[.!?;] |, )(?:But|but|Only|only|However|however)\b", message)
    if acts and turn and acts[0][1][0] < turn.start() and GOOD.search(sentence_of(message, acts[0][1][0])):
        later = [
            act
            for act in (*acts[1:], *_noun_acts(message[turn.start() :], name, turn.start()))
            if act[1][0] >= turn.start()
        ]
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
        if (plain and (not is_past(verb) or verb in MENTAL)) or cues.NOT_TOLD.search(
            message[max(0, match.start() - 25) : match.start()]
        ):
            continue
        if cues.BACKGROUND.match(rest):
            continue
        words = _act_words(message, match.start("verb"))
        who = match["who"].lower()
        end = match.start("verb") + len(words)
        yield correct_case(words), (match.start(), end), who if who in ("she", "he", "they") else ""


def _noun_acts(message: str, name: str, offset: int) -> list[Act]:
    """Acts told of the person's work ("his note left out the valve", "her questions were brilliant")."""
    pattern = re.compile(cues.THEIR_WORK.format(who=re.escape(name.split()[0]) if name else "Nobody"), re.IGNORECASE)
    found: list[Act] = []
    for match in pattern.finditer(message):
        heads = match["words"].lower().split()
        verb = next((n for n, word in enumerate(heads) if n and (word in ("was", "were") or is_past(word))), 0)
        if verb and heads[verb] not in MENTAL - {"was", "were"} and cues.SPOKEN_OF.search(message[: match.start()]):
            if set(heads[:verb]) & cues.NOT_WORK:
                continue
            words = _act_words(message, match.start())
            found.append((correct_case(words), (offset + match.start(), offset + match.start() + len(words)), ""))
    return found


def _habit(message: str, name: str) -> Act | None:
    """What the person does again and again, told in the present."""
    who = rf"{cues.ROLES}|{re.escape(name)}" if name else cues.ROLES
    for match in re.finditer(cues.HABIT.replace("{who}", who), message, re.IGNORECASE):
        pronoun = match["who"].lower() if match["who"].lower() in ("she", "he", "they") else ""
        before, verb = message[: match.start()], match["verb"].lower()
        if pronoun and not verb.startswith("keep") and not re.search(r"\bthat $", before, re.IGNORECASE):
            continue
        if not cues.NOT_HABIT.search(before):
            words = _act_words(message, match.start("verb"))
            return words, (match.start(), match.start("verb") + len(words)), pronoun
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
    whole = cues.SITUATION.search(sentence)
    lead = cues.LEAD.match(sentence)
    if whole or lead:
        return tidy(whole[0] if whole else lead["lead"] if lead else "")
    for match in cues.LOOSE.finditer(sentence):
        place = message.find(match[0])
        if place < act[0] or place >= act[1] - len(match[0]) - 1:
            return tidy(match[0])
    if anywhere := cues.SITUATION.search(message):
        return tidy(anywhere[0])
    near = cues.LOOSE.finditer(message[: act[1] + 120])
    timed = re.compile(r"day\b|week|night|morning|handover|meeting", re.IGNORECASE)
    return next((tidy(m[0]) for m in near if timed.search(m[0])), "")


def _impact(message: str, act: tuple[int, int] | None) -> str:
    """What followed from the act: after "so", joined with "and", or in the next sentences."""
    if act is None:
        return ""
    rest = message[act[1] :]
    finders = (_joined, _marked, _theirs, _following)
    return next((correct_case(found) for finder in finders if (found := finder(rest))), "")


def _is_outcome(words: str) -> bool:
    """Whether a clause tells something that happened."""
    low = words.lower()
    return not cues.WANT.search(words) and (
        any(is_past(w) for w in re.findall(r"[a-z]+", low)) or bool(cues.STATE.search(low))
    )


def _marked(rest: str) -> str:
    near = rest[:320]
    for match in cues.IMPACT_MARK.finditer(near):
        if not cues.SUPPORT[0].search(sentence_of(near, match.start("what"))):
            return clause_after(rest, match.start("what"), 140)
    return ""


def _joined(rest: str) -> str:
    match = cues.JOINED.match(rest)
    return _cut(match["what"]) if match and _is_outcome(match["what"]) else ""


def _theirs(rest: str) -> str:
    """What another person then did, in the same sentence."""
    match = cues.THEIR_OUTCOME.match(rest)
    return tidy(match["what"]) if match else ""


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


def _next_step(message: str) -> str:
    """The first wish for another act; a wish for a state of mind is none."""
    for cue in cues.NEXT:
        for match in cue.finditer(message):
            if cues.NO_WISH.search(message[: match.start()]):
                continue
            step = re.sub(
                r"^(?:next time|from now on),? ",
                "",
                clause_after(message, match.start("keep"), 150),
                flags=re.IGNORECASE,
            )
            first = re.match(r"[a-z]+", step.lower())
            if (
                len(step.split()) >= 2
                and first
                and first[0] not in MENTAL_BASE | {"learn", "also", "belong", "see", "notice"}
            ):
                return correct_case(step)
    return ""


def _only_pronoun(message: str) -> str:
    she, he = (bool(re.search(rf"\b(?:{words})\b", message, re.IGNORECASE)) for words in ("she|her|hers", "he|him|his"))
    return "she" if she and not he else "he" if he and not she else ""
