"""Facts for feedback in a message as people type it."""

import re

from assistant.language.people import NAME, Person, people_in
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.text import split_sentences
from assistant.language.verbs import MENTAL, is_past
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
    if step := _clean_step(first_clause(message, cues.NEXT, 150)):
        facts["next_step"] = step
    for match in cues.SUPPORT[0].finditer(message):
        facts["support"] = clause_after(message, match.start("keep"), 110)
        break
    if kind := _kind(message, "next_step" in facts):
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


def _act(message: str, name: str) -> tuple[str, tuple[int, int], str] | None:
    """The first observable act of the person: its words, its place, and the pronoun it was told with."""
    first = rf"|{re.escape(name)}|{re.escape(name.split()[0])}" if name else ""
    pattern = re.compile(
        rf"\b(?:and |but )?(?P<who>she|he|they|{cues.ROLES}{first})(?P<have>['’]s|['’]d| has| had| have)? "
        rf"{cues.ADVERB}{cues.ACT}\b",
        re.IGNORECASE,
    )
    for match in pattern.finditer(message):
        verb = match["verb"].lower()
        before = message[max(0, match.start() - 25) : match.start()]
        if (
            not is_past(verb)
            or verb in MENTAL
            or re.search(
                r"\b(?:if|because|after|before|when|since|as|although|though|told me|says?|that|what|where|how"
                r"|whom|who) $",
                before,
                re.IGNORECASE,
            )
        ):
            continue
        if re.match(
            r"(?:came to us|asked me|told me|agreed to|said (?:she|he)|promised|phoned in|joined|moved|started"
            r"|knew|slept)",
            message[match.start("verb") :],
            re.IGNORECASE,
        ) and not re.match(r"agreed to every", message[match.start("verb") :]):
            continue
        words = _act_words(message, match.start("verb"))
        who = match["who"].lower()
        return (
            correct_case(words),
            (match.start(), match.start("verb") + len(words)),
            who if who in ("she", "he", "they") else "",
        )
    return _telegram(message, name)


def _telegram(message: str, name: str) -> tuple[str, tuple[int, int], str] | None:
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
        rf"(?=(?:she|he|they|{NAME}) )",
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
    for match in cues.IMPACT_MARK.finditer(message):
        if cues.SUPPORT[0].search(sentence_of(message, match.start("what"))):
            continue
        if act is None or match.start() >= act[0] - 5:
            return correct_case(clause_after(message, match.start("what"), 140))
    if act is None:
        return ""
    rest = message[act[1] :]
    joined = re.match(
        r"[,;]? (?:and |but )?(?:then |now )?(?P<what>(?:the|i|we|they|it|my|our|his|her|nobody|no one"
        r"|everyone|everybody|people|two|three|one|some|a|an|zero|saved|[A-Z]\w+)\b[^.!?;\n]{4,140})",
        rest,
    )
    if (
        joined
        and not cues.WANT.search(joined["what"])
        and (
            any(is_past(w) for w in re.findall(r"[a-z]+", joined["what"]))
            or re.search(r"\b(?:was|were|had|has|didn['’]t|couldn['’]t|could|got|is|are)\b", joined["what"])
        )
    ):
        return correct_case(
            tidy(
                re.split(
                    r", (?:and )?(?:i['’]ve|i must|i['’]d|which worries|i need|she['’]s|he['’]s)\b|\. ", joined["what"]
                )[0]
            )
        )
    following = split_sentences(rest)
    for sentence in following[:3]:
        text = sentence.text
        if sentence.start == 0 and not re.match(r"[.!?]", rest):
            continue
        if (
            re.match(
                r"(?:the|we|i (?:looked|felt|was|had|lost|got)|they|nobody|no one|everyone|our|two|three|one of"
                r"|it (?:took|cost|meant|saved|made)|her (?:two|team|mother)|his (?:two|team|mother)|on \w+day "
                r"(?:she|he|they)|by the end)\b",
                text,
                re.IGNORECASE,
            )
            and not cues.WANT.search(text)
            and (any(is_past(w) for w in re.findall(r"[a-z]+", text.lower())) or "was" in text or "were" in text)
        ):
            return correct_case(
                tidy(
                    re.split(r",? (?:which worries|and i['’]?(?:d|ve)?\b|and i learned|but i\b|which she is)", text)[0]
                )[:160]
            )
    return ""


def _kind(message: str, has_step: bool) -> str:
    praise, fault = bool(cues.GOOD.search(message)), bool(cues.BAD.search(message)) or has_step
    if praise and fault:
        return (
            "mixed"
            if cues.BOTH.search(message)
            else "appreciative"
            if not has_step and cues.GOOD_FIRST.search(message)
            else "critical"
        )
    return "appreciative" if praise else "critical" if fault or cues.ANY.search(message) else ""


def _clean_step(step: str) -> str:
    step = re.sub(r"^(?:next time|from now on),? ", "", step, flags=re.IGNORECASE)
    return correct_case(step) if len(step.split()) >= 2 else ""


def _only_pronoun(message: str) -> str:
    she, he = (bool(re.search(rf"\b(?:{words})\b", message, re.IGNORECASE)) for words in ("she|her|hers", "he|him|his"))
    return "she" if she and not he else "he" if he and not she else ""
