"""Facts for feedback in a message as people type it."""

import re

from assistant.language.people import NAME, Person, people_in
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.text import split_sentences
from assistant.language.verbs import MENTAL, is_past
from assistant.model import Facts

_RECIPIENT = (
    re.compile(
        rf"\b(?:[Mm]y (?:\w+ )?(?:mentee|colleague|apprentice|trainee|student|junior|resident|nurse|teacher"
        rf"|pupil|intern|volunteer|report|assistant|auditor|successor)|[Tt]rainee [a-z]+:?|[Aa]pprentice"
        rf"|[Mm]entee|[Cc]olleague)(?: called| named|,? (?:her|his|their) name is|[,:])? (?P<name>{NAME})"
    ),
    re.compile(
        rf"\b(?:[Tt]ell|[Ss]ay to|[Ff]eedback (?:for|to)|[Ff]eedback wording for|[Ww]ords for|[Tt]alk (?:to"
        rf"|with)|[Ss]peak (?:to|with)|[Pp]raise|[Tt]hank|[Gg]ive|(?:something|word|thing|things) (?:\w+ "
        rf")?to|[Cc]oaching|[Mm]entoring|[Mm]entor) (?:(?:Dr|Mr|Mrs|Ms|Mx)\.? )?(?P<name>{NAME})"
    ),
    re.compile(
        rf"\b(?:[Ii]t['’]s|[Hh]er name is|[Hh]is name is|[Cc]alled|[Nn]amed|[Tt]o|[Ff]or) (?:(?:Dr|Mr|Mrs"
        rf"|Ms)\.? )?(?P<name>{NAME})"
    ),
    re.compile(
        r"\b(?:talk to|speak to|tell|feedback (?:for|to)|words for|mentee|thank|praise) (?P<name>(?!my\b"
        r"|her\b|him\b|them\b|the\b|a\b|an\b|you\b|someone\b|people\b|me\b|our\b|us\b|everyone\b|that\b"
        r"|how\b|what\b|about\b|and\b|is\b|was\b|who\b|whose\b|on\b|in\b|at\b|she\b|he\b|last\b|this\b"
        r"|for\b|to\b|with\b|when\b|where\b|from\b|they\b|will\b|has\b|had\b|does\b|did\b"
        r"|up\b)[a-zà-ÿłśżčšž]{2,})(?=[,.;]| (?:that|about|she|he|they|on|yesterday|after|for|sent|was|who"
        r"|is|came|missed|did)\b)"
    ),
)
_ROLES = (
    r"(?:my (?:\w+ )?(?:mentee|colleague|apprentice|trainee|student|junior|resident|intern)|the "
    r"(?:new |young )?(?:mentee|apprentice|trainee|student|junior|intern|nurse|resident))"
)
_ACT = r"(?P<verb>[a-zà-ÿ]+)"
_ADVERB = (
    r"(?:(?:also|then|just|even|still|only|both|all|really|simply|quietly|\w+ly|never|always|again"
    r"|once|twice|got up and) ){0,2}"
)
_WHEN = (
    r"(?:(?:on |this |last |yesterday |that )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?(?: "
    r"(?:morning|afternoon|evening|night))?|yesterday(?: (?:morning|afternoon|evening))?(?:['’]s)?"
    r"|today(?:['’]s)?|this (?:morning|afternoon|evening|week)(?:['’]s)?|last (?:night|week"
    r"|month)(?:['’]s)?|tonight|(?:on |the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+|[A-Z][a-z]+ "
    r"\d{1,2}(?:st|nd|rd|th)?|(?:at|in) (?:the |our |her |his |their )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm"
    r"|o['’]clock)?(?: [a-z]+)?)"
)
_PLACE = (
    r"(?:(?:at|in|on|during|after|before) (?:the |our |my |her |his |their |a |that |this |today['’]s "
    r"|yesterday['’]s |\w+day['’]s )(?:[\w'’.-]+ ){0,3}?(?:meeting|handover|lesson|class|shift|call"
    r"|review|round|rounds|workshop|session|rehearsal|drill|presentation|briefing|stand-?up|demo"
    r"|interview|service|rush|funeral|ward|lab|site|floor|kitchen|office|scaffold|seminar|tutorial"
    r"|clinic|theatre|training|induction|visit|event|conference|board|audit|inspection|assembly"
    r"|practice|match|game|yard|van|canteen|room|shop|bay|line|station|platform|studio|exam|test|trial"
    r"|launch|job|party|dinner|lunch|break|tour|debrief|standup|1:1|one-to-one|check-?in|email|report"
    r"|draft|close|queue|till|counter|lift of the scaffold|church)\b(?: (?:with|in|on|at|of|from) "
    r"(?:the |our |year |my )?[\w'’-]+(?: [\w'’-]+)?)?)"
)
_SITUATION = re.compile(
    rf"(?:{_WHEN},?\s*(?:,\s*)?(?:up )?{_PLACE}(?: (?:on |last |this )?{_WHEN})?|{_PLACE},? (?:on "
    rf"|last |this |yesterday|today|in )?{_WHEN}|(?:\w+day|yesterday|today)['’]s (?:[\w'’.-]+ "
    rf"){{0,3}}?[a-z]+|[A-Z][a-z]+, \w+day|\w+day rush)",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"{_WHEN}|{_PLACE}", re.IGNORECASE)

_IMPACT_MARK = re.compile(
    r"(?:,? (?:so|and so|so that|which meant(?: that)?|which made|meaning|as a result|because of "
    r"(?:that|this|it)|with the result that|and as a result)|\b(?:as a result|because of (?:that|this)"
    r"|the (?:result|effect|impact) (?:was|is)(?: that)?|it meant(?: that)?|that meant(?: that)?|what "
    r"happened (?:then|next) was(?: that)?)),? (?P<what>(?!i (?:want|need|would|have to|must|should"
    r"|['’]d|think)|can you|could|please|help|that |i['’]d|how|what|maybe|part )[^.!?;\n]+)",
    re.IGNORECASE,
)
_NEXT = (
    re.compile(
        (
            r"\b(?:what i(?:['’]d| would) (?:like|want|love) (?:is|to see is) (?:that |for )?(?:she|he|they"
            r"|him to|her to|them to)|i(?:['’]d| would)? ?(?:like|want|love|need|prefer|hope|wish|ask|rather "
            r"have) (?:for )?(?:her|him|them|{N}) to|id (?:like|want|love) (?:her|him|them) to|(?:i (?:want"
            r"|wish|hope|['’]d hope)|my idea is|i['’]d hope|the idea is|my suggestion is|i would hope|i['’]d "
            r"like it if) (?:that )?(?:from now on |next time |in future )?(?:she|he|they)(?: could| would| "
            r"can)?) (?P<keep>[a-z])"
        ).replace("{N}", NAME),
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:next time|from now on|in future|going forward|from (?:mon|tues|wednes|thurs|fri)day(?: "
        r"on)?),? (?:i(?:['’]d| would) like (?:her|him|them) to |i want (?:her|him|them) to |(?:she|he"
        r"|they) (?:should|could|needs? to|must|has to|have to|can|might) |please )?(?P<keep>(?!i['’]?d\b"
        r"|i would\b|i want\b)[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:maybe |perhaps )?(?:she|he|they) (?:could|should|needs? to|must|has to|ought to|might) "
        r"(?:just |maybe |perhaps |really )?(?P<keep>(?!have\b|be (?:able|fine|sure)\b)[a-z])",
        re.IGNORECASE,
    ),
)
_NEXT_WHEN = re.compile(
    r"\b(next time|from now on|in future|going forward|from (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day(?: on)?|(?:on|by|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week"
    r"|shift|lesson|meeting|handover|review)|(?:at|in) (?:the|our|tomorrow['’]s|her|his) next \w+"
    r"|tomorrow)\b",
    re.IGNORECASE,
)
_SUPPORT = (
    re.compile(
        r"\b(?:i(?:['’]d| would|['’]ll| will| can| could|['’]m happy to| am happy to|['’]m glad to|['’]d "
        r"be (?:happy|glad) to|ll)|id|ill) (?:also |even |gladly |happily |then |always |offer to |be "
        r"(?:happy|glad) to )*(?P<keep>(?:lend|help|back|sit|go|come|cover|show|practi[sc]e|rehearse|walk"
        r"|get|give|bring|share|send|shadow|watch|stand|join|pair|read|listen|introduce|book|make|write"
        r"|support|run|swap|do it|look)\b[^.!?;\n]*)",
        re.IGNORECASE,
    ),
)
_GOOD_FIRST = re.compile(
    r"\b(?:say (?:something|thank|well done|how)|something (?:good|nice)|nice words|good words|kind "
    r"words|praise|thank (?:her|him|them|you)|appreciat\w+|positive feedback|well done|compliment"
    r"|recogni[sz]e|spotless|brilliant|proud|impressed|great job|credit)\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    _GOOD_FIRST.pattern.removesuffix(r")\b")
    + (
        r"|beautifully|excellent(?:ly)?|superb|fantastic|amazing|wonderful|perfectly|(?:was|were|is) "
        r"(?:clear|great|calm|good|lovely|so good|really good|very good)|saved (?:us|me|the)|in tears of"
        r"|did (?:really |very |so )?well|handled (?:it|that|the \w+) (?:really |so )?(?:well|calmly))\b"
    ),
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:interrupt\w*|cut \w+(?: \w+){0,3} off|late|missed|forgot|left (?!me )[\w ]{1,30}(?:running"
    r"|open|unlocked|on|out)|wrong|mistake|lost|rude|shouted|snapped|ignored|argued|rolled (?:his"
    r"|her) eyes|mispronounced|nonsense|careless|unclipped|walked (?:off|out)|skipped|didn['’]?t|did "
    r"not|wasn['’]?t|hasn['’]?t|serious word|never|without|complain\w*|upset|crush|blame|trial|"
    r"(?:need|have|must|got) to (?:talk|speak|tell|raise|address|sit)|has to change|go(?:es|ne)? wrong"
    r"|looked foolish|last year['’]s|stop(?:ped)?|too (?:fast|long|loud|quiet|much|late|quick)|read "
    r"the slides|difficult (?:feedback|conversation)|tough feedback|criticism|critical)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both things|both|two things|as well as|also good|but (?:he|she|they|the|in|at|not|her|his"
    r"|then|there|on)|however|good and (?:the )?bad|mixed)\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:feedback|give (?:him|her|them)|tell (?:him|her|them))\b", re.IGNORECASE)
_WANT = re.compile(
    r"\b(?:want|need|must|have to|going to|help|how (?:do|can|should)|i(?:['’]d| would) (?:like"
    r"|rather)|please|wording|words)\b",
    re.IGNORECASE,
)


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
    elif match := _SITUATION.search(message):
        facts["situation"] = tidy(match[0])
    if "pronoun" not in facts and (pronoun := _only_pronoun(message)):
        facts["pronoun"] = pronoun
    if impact := _impact(message, act[1] if act else None):
        facts["impact"] = impact
    if step := _clean_step(first_clause(message, _NEXT, 150)):
        facts["next_step"] = step
    for match in _SUPPORT[0].finditer(message):
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
    for pattern in _RECIPIENT[:3]:
        for match in pattern.finditer(message):
            found = next(
                (n for n in named if n == match["name"] or match["name"].startswith(n) or n.startswith(match["name"])),
                "",
            )
            if found and named[found].score > -3:
                return found
    if match := _RECIPIENT[3].search(message):
        return match["name"]
    titled = [person for person in people if person.title or _acts(message, person)]
    best = titled or [person for person in people if person.score >= 0]
    return best[0].name if best else _opening_name(message)


def _acts(message: str, person: Person) -> bool:
    after = message[person.end : person.end + 30]
    return bool(re.match(rf"(?:['’]s)?,? (?:who )?{_ADVERB}[a-z]+", after)) and any(
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
        rf"\b(?:and |but )?(?P<who>she|he|they|{_ROLES}{first})(?P<have>['’]s|['’]d| has| had| have)? "
        rf"{_ADVERB}{_ACT}\b",
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


_ACT_END = re.compile(
    r"[.!?;\n](?=\s|$)|,? (?:so|and so|which|but|because|although|though|since|whereas|while i|as "
    r"if)\b|,? and (?=(?:the|i|we|they|it|my|our|his|her|nobody|no one|everyone|everybody|people|two"
    r"|three|one|some|then the|now|a|an|she['’]s|he['’]s|[A-Z])\b)(?!the (?:lid|door)\b)|, (?=(?:the|i"
    r"|we|they|it|my|our|nobody|no one|everyone|zero|saved|bright|a |which|who|i['’]ve|his|her|on|this"
    r"|that)\b)| before i (?:asked|could)(?=\b.{200})|$",
    re.IGNORECASE,
)


def _act_words(message: str, start: int) -> str:
    stop = _ACT_END.search(message, start)
    return tidy(message[start : stop.start() if stop else len(message)])[:200]


def _situation(message: str, act: tuple[int, int]) -> str:
    sentence = sentence_of(message, act[0])
    whole = next((m for m in _SITUATION.finditer(sentence)), None)
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
        for match in _LOOSE.finditer(sentence)
        if message.find(match[0]) < act[0] or message.find(match[0]) >= act[1] - len(match[0]) - 1
    ]
    if found:
        return tidy(found[0][0])
    anywhere = _SITUATION.search(message)
    return (
        tidy(anywhere[0])
        if anywhere
        else next(
            (
                tidy(m[0])
                for m in _LOOSE.finditer(message[: act[1] + 120])
                if re.search(r"day\b|week|night|morning|handover|meeting", m[0], re.IGNORECASE)
            ),
            "",
        )
    )


def _impact(message: str, act: tuple[int, int] | None) -> str:
    for match in _IMPACT_MARK.finditer(message):
        if _SUPPORT[0].search(sentence_of(message, match.start("what"))):
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
        and not _WANT.search(joined["what"])
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
            and not _WANT.search(text)
            and (any(is_past(w) for w in re.findall(r"[a-z]+", text.lower())) or "was" in text or "were" in text)
        ):
            return correct_case(
                tidy(
                    re.split(r",? (?:which worries|and i['’]?(?:d|ve)?\b|and i learned|but i\b|which she is)", text)[0]
                )[:160]
            )
    return ""


def _kind(message: str, has_step: bool) -> str:
    praise, fault = bool(_GOOD.search(message)), bool(_BAD.search(message)) or has_step
    if praise and fault:
        return (
            "mixed"
            if _BOTH.search(message)
            else "appreciative"
            if not has_step and _GOOD_FIRST.search(message)
            else "critical"
        )
    return "appreciative" if praise else "critical" if fault or _ANY.search(message) else ""


def _clean_step(step: str) -> str:
    step = re.sub(r"^(?:next time|from now on),? ", "", step, flags=re.IGNORECASE)
    return correct_case(step) if len(step.split()) >= 2 else ""


def _only_pronoun(message: str) -> str:
    she, he = (bool(re.search(rf"\b(?:{words})\b", message, re.IGNORECASE)) for words in ("she|her|hers", "he|him|his"))
    return "she" if she and not he else "he" if he and not she else ""
