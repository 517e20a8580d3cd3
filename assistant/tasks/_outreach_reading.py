"""Facts for outreach in a message as people type it."""

import re

from assistant.language.people import NAME, ORG, Person, later_role, people_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.language.times import minutes_in, timing_in
from assistant.model import Facts

_SENDER = re.compile(
    rf"\b(?:[Mm]y name(?:['’]s| is)|[Nn]ame['’]s|[Ii](?:['’]m| am|m)(?: called)?|[Tt]his is|[Ii]['’]m "
    rf"called) (?P<name>{NAME})(?=[,.;]|\s+(?:and|from|at|a|an|by|i|in|who|here|I)\b|\s*$)"
    rf"|^(?P<here>{NAME}) here\b"
)
_LOW_SENDER = re.compile(
    r"\bmy name(?:['’]s| is) (?P<name>[a-zà-ÿ'’-]{2,}(?: (?!and\b|i\b|im\b|from\b|at\b|a\b|an\b|in\b"
    r"|who\b|but\b)[a-zà-ÿ'’-]{2,})?)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    rf"(?:^|\n)(?:[Bb]est|[Kk]ind regards|[Rr]egards|[Tt]hanks|[Cc]heers),?\s*\n?\s*(?P<name>{NAME})\s*$"
)
_ROLE_START = (
    r"\b(?:i(?:['’]m| am|m) (?:also |currently |now |just |only |still )?(?=(?:an? |the |in my |your "
    r"|one of |head of |(?:first|second|third|fourth|final|last)[- ]year|junior |senior |trainee "
    r"|apprentice ))"
    r"|i(?:['’]ve| have) been (?=(?:an? |the ))|i work as (?=(?:an? |the ))|i(?:['’]m| am) working as "
    r"(?=an? )|as (?=(?:an? )(?:[\w-]+ ){0,3}(?:student|engineer|nurse|apprentice|teacher|trainee"
    r"|researcher)))"
)
_ROLE = re.compile(
    _ROLE_START
    + (
        r"(?P<role>(?:(?!\b(?:at|with|from|for|and|but|who|which|trying|looking|hoping|wanting|since"
        r"|because|so|over|near|based|working|living|by|i|we|on my|when|where|now|about|to|whose|without"
        r"|struggling|writing|interested|bit|little|fan|big fan|huge fan)\b)[\w'’-]+ ?){1,9})"
    ),
    re.IGNORECASE,
)
_NOT_ROLE = re.compile(
    r"^(?:an? )?(?:bit|little|lot|fan|huge|big fan|great admirer|person|human|man|woman|mess|wreck"
    r"|coward|beginner at|in my (?:room|head|car|kitchen)|week|month|day)\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    r"\bI (?P<do>(?:run|repair|translate|teach|weld|bake|manage|look after|research|fix|build|cook"
    r"|drive|keep|breed|make|restore|train|coach) (?!a bit|into|out|sure|sense|it\b"
    r"|up\b)[^.,;?!]{3,50}?)(?=[.,;?!]| and | but | in [A-Z]| since| on my| at )"
)
_AT = re.compile(rf"^(?:,? (?:here |now |currently )?(?:at|with|for|from|in) (?P<org>{ORG}))")
_WORK_AT = re.compile(
    rf"\b[Ii](?:['’]m)? (?:currently |now )?(?:work|study|working|studying|train|teach|nurse)(?: as "
    rf"[\w -]{{3,30}})? (?:at|for|with) (?P<org>{ORG})"
)
_TO_ROLE = re.compile(
    (
        r"\b(?:write|writing|email|mail|message|reach out|note|letter|contact|talk|approach|get in touch"
        r"|connect|dm|something) (?:\w+ ){0,2}?(?:to |with )?(?P<role>(?:the|our|a|my) (?:[\w-]+ "
        r"){0,4}?(?:director|manager|head(?: of [\w ]+?)?|professor|engineer|nurse|chef|lead|leader|ceo"
        r"|cto|founder|owner|partner|principal|consultant|scientist|researcher|foreman|supervisor|curator"
        r"|editor|lawyer|surgeon|matron|teacher|designer|architect|developer|boss|judge|alum(?:na|nus|ni)?"
        r"|geologist|chief \w+|vp of [\w ]+?))(?=[ ,.;?!]|$)(?: (?:at|of|for|from|in) (?P<org>"
    )
    + ORG
    + r"))?",
    re.IGNORECASE,
)

_HEARD = re.compile(
    r"\b(?P<keep>i (?:really |just |recently |once |also |so |only )?(?:heard|saw|read|watched"
    r"|attended|listened to|met|used|sat in on|went to|loved|enjoyed|followed|visited|spoke (?:to"
    r"|with)|worked with|stood at|came across|found|was (?:at|in))"
    r" (?=[^.!?;]{0,60}\b(?:her|his|their|him|she|he|them|they|your|the talk|the paper|the book)\b)[^.!?;\n]+)",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?P<keep>(?:her|his|their) (?:(?!\b(?:and|but|is|was)\b)[\w'’-]+ ){0,4}?(?:talk|lecture"
    r"|keynote|paper|article|book|podcast|episode|post|blog|video|thesis|ruling|dataset|webinar"
    r"|workshop|panel|interview|column|research|work|project|newsletter|course|report|presentation"
    r"|session|thread|design|exhibition|study|chapter|essay|reel|recipe|bridge|demo|poster|guide"
    r"|speech|patent|restoration|garden|series|film|documentary|dish|menu|method|approach|class"
    r"|masterclass)s?\b[^.!?;,\n]*)",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?:who|she|he|they) (?P<keep>(?:recently |also |just |once )?(?:wrote|gave|spoke|built|founded"
    r"|led|designed|published|presented|ran|explained|taught|won|set up|invented|restored|translated"
    r"|introduced|redesigned|started|turned)\b[^.!?;,\n]+)",
    re.IGNORECASE,
)
_SHARED = (
    re.compile(
        r"\b(?P<keep>we (?:both |once |briefly |have )?(?:met|were|worked|studied|sat|talked|spoke|went"
        r"|both|chatted|shared|overlapped)\b[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:[Oo]ur mutual friend|(?:[Aa]|[Mm]y|[Oo]ur) (?:\w+ )?(?:friend|colleague|supervisor"
        r"|tutor|manager|boss|teacher|cousin|professor|mentor|neighbour|foreman)) (?:[A-ZÀ-Þ][\w'’-]+ "
        r"){0,3}(?:suggested|recommended|told me (?:about|to)|introduced|pointed me|mentioned|gave me"
        r"|said)[^.!?;\n]*)"
    ),
    re.compile(
        r"\b(?P<keep>(?!She|He|They|We|You|It|That|Who)[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:,? "
        r"(?:my|our|a) [\w ]{3,25},?)? (?:suggested|recommended|told me|introduced|mentioned|pointed "
        r"me)[^.!?;\n]*)"
    ),
    re.compile(
        r"(?:^|[.!?;,] )(?P<keep>(?:she|he|they) (?:gave|told|taught|helped|showed|judged|answered"
        r"|explained|let|mentioned|keeps?|kept|said|asked|offered|praised|once)\b[^.!?;\n]*)",
        re.IGNORECASE,
    ),
)
_CONNECTION_STOP = re.compile(
    r",? (?:and|but|so|which|where|though|although|because|as|since|while|when i)\b (?:i(?:['’]d| "
    r"would| want| thought|['’]m| am| was| think| like)?|it|that|the whole|he let|is|was|made|changed"
    r"|made me|to|we|she|my|now|then|want|wanted|would|could|kind of|really|ever|blew|got|stuck|stayed"
    r"|has|had)\b.*$|,? (?:is|was) (?:the reason|why|what|great|brilliant|amazing|really|so|fantastic"
    r"|excellent|wonderful|inspiring|very)\b.*$|,? and (?:i['’]?d|i would|would|want|i want|loved|i "
    r"loved|i really)\b.*$|\s+(?:is|was) the reason\b.*$",
    re.IGNORECASE,
)

_GOAL = (
    re.compile(
        r"\b(?:to|and) (?:ask|know|learn|understand|hear|find out|see|talk about|discuss|figure out|work "
        r"out)(?: (?:her|him|them|from (?:her|him|them)|more|a bit|a little))* (?:about )?(?P<keep>(?:how"
        r"|what|which|why|whether|where|when|who|if)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:i(?:['’]d| would)? |id )(?:really |just |so )?(?:want|like|love|hope|wish|need)|(?:would"
        r"|want|hoping|like|love|wanna|hope|wish)) ?(?:to )?(?:know|learn|understand|hear|find out|ask"
        r"|talk|wanna know)(?: (?:to )?(?:her|him|them))?(?: (?:from (?:her|him|them)|more|a bit))* about "
        r"(?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:advice|guidance|tips|help|her view|his view|their view|view|thoughts|opinion|insight"
        r"|perspective) (?:on|about|with|for) (?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:curious|wondering|wonder) (?:about )?(?P<keep>(?:how|what|which|why|whether|where|if)\b)", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:want|like|hope|wish|keen|hoping|trying|love|wanna|aiming|plan|dream) (?:to |of "
        r")(?P<keep>(?:become|becoming|move into|get into|switch|break into|set up|learn|understand|work "
        r"in|start|go into|build|improve)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ask|know|question (?:is|would be)|asking|about|ask:)\b[: ](?P<keep>(?:how|what|which|why"
        r"|whether|where)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i (?:just )?(?:want|wanna|need) (?:to )?know|dont know|don['’]t know) (?P<keep>(?:how|what"
        r"|which|why|whether|where)\b)",
        re.IGNORECASE,
    ),
)
_ASK = (
    re.compile(
        r"\b(?P<keep>(?:an?|one|short|quick|the|any) (?:(?:short|quick|brief|single|virtual|video|phone"
        r"|informal|\d+|ten|fifteen|twenty|thirty|half[- ]hour|[\w-]+)[- ](?:min(?:ute)?s? "
        r")?){0,3}(?:phone call|video call|zoom call|call|coffee|chat|talk|conversation|meeting|visit"
        r"|reply|message back|answer)\b(?: (?:of|on|over|by|at|in|via) [a-z]+(?: [a-z]+){0,2})?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ask|asking|like|love|hope|want|hoping|wanna)(?: (?:her|him|them))? (?:whether we could|if "
        r"we could|to|if i could|whether i could|for) (?P<keep>(?:visit|meet|shadow|speak|talk to|talk "
        r"with|call|sit in|come|see (?:her|his|their|the)|half a day|a day|an hour|a morning)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:(?:\d+|ten|fifteen|twenty|thirty|forty|forty-five)[- ]?min(?:ute)?s?|half an hour"
        r"|(?:a )?quarter of an hour|an hour|half a day|a (?:single )?(?:morning|afternoon|day) (?:in|with"
        r"|at))(?: of (?:her|his|their) time)?(?: (?:in|with|at) (?:her|his|their|my) [a-z]+(?: [a-z]+ on "
        r"the table)?)?(?: (?:on|by|over|in) (?:zoom|teams|phone|the phone|a call|coffee|video|person"
        r"|skype))?)",
        re.IGNORECASE,
    ),
)
_CHANNEL = (
    (
        "linkedin_note",
        re.compile(
            r"\b(?:linked ?in (?:connection )?(?:note|request|invit\w+)|connection (?:note|request)"
            r"|connect(?:ing)? (?:with \w+ )?on linked ?in|note on linked ?in|linkedin invite)\b",
            re.IGNORECASE,
        ),
    ),
    ("linkedin_message", re.compile(r"\b(?:linked ?in|inmail)\b", re.IGNORECASE)),
    (
        "chat",
        re.compile(
            r"\b(?:slack|(?:ms |microsoft )?teams (?:message|chat|dm)|(?:on|via|over|in|through) teams|whats "
            r"?app|dm\b|discord|chat message|text message|telegram|signal|sms|instagram)",
            re.IGNORECASE,
        ),
    ),
    (
        "in_person",
        re.compile(
            r"\b(?:in person|face to face|what (?:do|should|could) i say (?:when|if|to (?:her|him|them))|walk "
            r"up to|go up to|bump into|at the (?:coffee|lunch) break|say to (?:her|him|them) (?:at|when)|when "
            r"i (?:see|meet) (?:her|him|them))\b",
            re.IGNORECASE,
        ),
    ),
    ("email", re.compile(r"\b(?:e-?mail|mail)\b", re.IGNORECASE)),
)
_TONE = (
    (
        "formal",
        re.compile(
            r"\b(?:formal|formally|very polite|respectful)\b(?! (?:programme|program|mentoring))", re.IGNORECASE
        ),
    ),
    ("warm", re.compile(r"\b(?:warm|friendly|relaxed|informal|casual)\b", re.IGNORECASE)),
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = _sender(message, facts)
    people = [
        person for person in people_in(message) if person.name not in sender and sender not in person.name or not sender
    ]
    reader = _reader(message, people, facts)
    if pronoun := _pronoun(message):
        facts["pronoun"] = pronoun
    if connection := _connection(message, reader):
        facts["connection"] = connection
    if goal := _goal(message):
        facts["goal"] = goal
    _ask_of(message, facts)
    for field, table in (("channel", _CHANNEL), ("tone", _TONE)):
        if name := next((name for name, pattern in table if _meant(pattern, message)), None):
            facts[field] = name
    return facts


def _meant(pattern: re.Pattern[str], message: str) -> bool:
    return any(
        not re.search(
            r"\b(?:not|n['’]t|no|never|than|rather than|but not|address|her|his) (?:by |on |an? |via |answer )?$",
            message[: m.start()],
            re.IGNORECASE,
        )
        for m in pattern.finditer(message)
    )


def _sender(message: str, facts: Facts) -> str:
    name = ""
    for pattern in (_SENDER, _LOW_SENDER, _SIGNATURE):
        if match := pattern.search(message):
            name = next(group for group in match.groups() if group)
            break
    if name and not re.fullmatch(r"(?:A|An|The|I|Not|Writing|Trying|Looking|Hoping)\b.*", name):
        facts["sender_name"] = name if name[:1].isupper() else name.title()
    role = next(
        (m for m in _ROLE.finditer(message) if not _NOT_ROLE.match(m["role"]) and not _about_other(message, m.start())),
        None,
    )
    if role:
        facts["sender_role"] = tidy(role["role"])
        after = message[role.start("role") + len(role["role"].rstrip()) :]
        if (match := _AT.match(after)) and match["org"][:1].isupper() | match["org"].startswith("the "):
            facts["sender_organisation"] = tidy(re.sub(r"^(?:the|a) (?=[A-Z])", "", match["org"]))
    elif name and (
        match := re.search(
            rf"\b{re.escape(name)}, (?P<role>(?:an? )?(?!and\b|but\b|who\b)[a-z][\w'’-]+(?: (?!at\b|with\b"
            rf"|from\b|for\b|and\b|in\b|who\b)[a-z][\w'’-]+){{0,3}})(?: (?:at|with|from|for) (?P<org>{ORG}))?",
            message,
        )
    ):
        facts["sender_role"] = match["role"]
        if match["org"]:
            facts["sender_organisation"] = tidy(match["org"])
    elif match := _ACTIVITY.search(message):
        facts["sender_role"] = tidy(match["do"])
    if "sender_organisation" not in facts and (match := _WORK_AT.search(message)):
        facts["sender_organisation"] = tidy(re.sub(r"^(?:the|a) (?=[A-Z])", "", match["org"]))
    return str(facts.get("sender_name", ""))


def _about_other(message: str, start: int) -> bool:
    return bool(re.search(r"\b(?:she|he|they) (?:said|says|thinks|told)(?: \w+)? $", message[:start], re.IGNORECASE))


def _reader(message: str, people: list[Person], facts: Facts) -> Person | None:
    person = people[0] if people and people[0].score > -0.6 else None
    if person:
        facts["recipient_name"] = person.name
        for field, value in (
            ("recipient_title", person.title),
            ("recipient_role", person.role),
            ("recipient_organisation", person.organisation),
        ):
            if value:
                facts[field] = value
    role, place = later_role(message)
    if role and "recipient_role" not in facts:
        facts["recipient_role"] = role
        if place and "recipient_organisation" not in facts:
            facts["recipient_organisation"] = place
    if "recipient_role" not in facts and (match := _TO_ROLE.search(message)):
        facts["recipient_role"] = tidy(re.sub(r"^(?:the|our|a|my) ", "", match["role"]))
        if match["org"] and match["org"][:1].isupper():
            facts["recipient_organisation"] = tidy(match["org"])
    return person


def _pronoun(message: str) -> str:
    counts = {
        name: len(re.findall(rf"\b(?:{words})\b", message, re.IGNORECASE))
        for name, words in (("she", "she|her|hers"), ("he", "he|him|his"))
    }
    if counts["she"] and counts["he"]:
        return ""
    return next((name for name, count in counts.items() if count), "")


def _connection(message: str, reader: Person | None) -> str:
    if reader and re.search(r"\b(?:suggested|recommended|introduced)\b", message):
        for pattern in _SHARED[1:3]:
            if match := pattern.search(message):
                return correct_case(tidy(_CONNECTION_STOP.sub("", match["keep"])))
    for pattern in (_HEARD, _SHARED[0], _THING, _SHARED[3], _DID):
        for match in pattern.finditer(message):
            found = tidy(_CONNECTION_STOP.sub("", match["keep"]))
            if len(found.split()) >= 3 and not re.match(
                r"(?:she|he|they) (?:said|told me (?:to|that)|asked|keeps?) ", found, re.IGNORECASE
            ):
                return correct_case(found)
            if (
                len(found.split()) >= 2
                and pattern is _THING
                and not re.fullmatch(
                    r"(?:her|his|their) (?:work|approach|method|research|class|course|session|design|project)s?",
                    found,
                    re.IGNORECASE,
                )
            ):
                return found
    return ""


def _goal(message: str) -> str:
    found = first_clause(message, _GOAL, 140)
    found = re.sub(r"\s+(?:in|for|over|during) (?:\d+|ten|fifteen|twenty|thirty|half an hour|a short)\b.*$", "", found)
    return correct_case(found) if len(found.split()) >= 2 else ""


def _ask_of(message: str, facts: Facts) -> None:
    cleaned = re.sub(
        r"\b(?:stood|waited|spent|sat|talked|listened|spoke)(?: (?!if|whether|about)[\w']+){0,3} for "
        r"(?:\d+|five|ten|fifteen|twenty|thirty) (?:minutes|mins|hours)\b|\b(?:\d+|ten|five|fifteen"
        r"|twenty)[- ]minute (?:feedback|talk about|walk|drive|train)\b",
        " ",
        message,
        flags=re.IGNORECASE,
    )
    minutes = minutes_in(cleaned)
    if minutes is not None and minutes <= 480:
        facts["minutes"] = minutes
    for pattern in _ASK:
        match = next(
            (
                m
                for m in pattern.finditer(cleaned)
                if not re.search(
                    r"\b(?:had|after|during|on|our|the last|the first|in|got|from) $",
                    cleaned[: m.start()],
                    re.IGNORECASE,
                )
            ),
            None,
        )
        if match is None or re.match(
            r"(?:an?|the|one|any) (?:[\w-]+ ){0,2}(?:talk|conversation|meeting|chat)\b", match["keep"], re.IGNORECASE
        ):
            continue
        found = clause_after(cleaned, match.start("keep"), 60) if pattern is _ASK[1] else tidy(match["keep"])
        facts["ask"] = found
        break
    if (
        (timing := timing_in(message))
        and ("ask" in facts or "minutes" in facts)
        and not re.search(
            rf"(?:talk|paper|heard|met|saw|read|spoke|panel|lecture|wrote|book)[^.;!?]{{0,60}}{re.escape(timing)}",
            message,
            re.IGNORECASE,
        )
    ):
        facts["timing"] = timing
