"""Why this person: what somebody heard, read or shared with the reader of a first message."""

import re

from assistant.language.roles import NAME
from assistant.language.spans import correct_case, tidy
from assistant.language.verbs import is_past

HEARD = re.compile(
    r"(?:\bi (?P<adverb>(?:really|just|recently|once|also|so|only|both|even|ever|have|finally|absolutely"
    r"|actually|totally"
    r"|\w+ly) )?|(?:^|[.!?;,\n] ?|\band |\bsince )(?P<bare>(?!i\b)))(?P<verb>[a-z]+)\b"
    r"(?=(?P<rest>[^.!?;\n]*))",
    re.IGNORECASE,
)

THEIRS = re.compile(
    r"\b(?:her|his|their|hers|theirs)\b|\bthe (?:talk|paper|book|panel|podcast|workshop|webinar)\b|\b(?:talk|paper|book"
    r"|interview|article|lecture|webinar|piece|panel) (?:by|with|from|of)\b|\b(?:with|at|to|past|met|met up with"
    r"|saw) (?:him|her|them)\b"
    r"|^ (?:him|her|them|you)\b",
    re.IGNORECASE,
)

NOT_HEARD = frozenset(
    "wrote emailed messaged contacted asked wanted tried thought decided needed hoped planned drafted got lost forgot "
    "had started sent promised told said began applied looked searched wondered wished felt called rang texted owed "
    "hesitated googled guessed supposed figured moved changed left grew need want like love hope said mentioned "
    "interested prepared used_to stuck scared embarrassed".split()
)

THINGS = (
    r"(?:talk|lecture|keynote|paper|article|book|podcast|episode|post|blog|video|thesis|ruling|dataset|webinar|piece"
    r"|workshop|panel|interview|column|research|work|project|newsletter|course|report|presentation|song|album|play"
    r"|session|thread|design|exhibition|study|chapter|essay|reel|recipe|bridge|demo|poster|guide|school|dialogue?|map"
    r"|speech|patent|restoration|garden|series|film|documentary|dish|menu|method|approach|class|novel|painting|code"
    r"|masterclass|review|library|tutorial|channel|show|stream|campaign|collection|building|stall|experiment|photo)"
)

THING = re.compile(
    rf"\b(?P<keep>(?:her|his|their) (?:(?!\b(?:and|but|is|was)\b)[\w'’-]+ ){{0,4}}?{THINGS}s?\b[^.!?;,\n]*)",
    re.IGNORECASE,
)

THING_BY = re.compile(
    rf"\b(?P<keep>(?:an?|the|that|this) (?:[\w'’-]+ ){{0,3}}?{THINGS} (?:(?:about|on|in) [\w ]{{3,30}} )?(?:by"
    rf"|with|from|of) "
    rf"(?:{NAME}|her|him|them)\b)"
)

NOT_WHY = re.compile(
    r"\b(?:(?<!because )of|see|(?:ask|asking|know|learn|hear|understand|talk|more|chat)(?: \w+){0,2} about|asks?"
    r"|asking|learn|understand|know|into|for|from|visit|shadow|join|during|review|with|between|hers?|run"
    r"|through|in|at|on) (?:(?:some|part|more) of )?$",
    re.IGNORECASE,
)

DID = re.compile(
    r"\b(?P<who>who|she|he|they) (?P<keep>(?:recently |also |just |once |first )?(?P<verb>[a-z]+)\b[^.!?;,\n]+)",
    re.IGNORECASE,
)

NOT_DID = re.compile(
    r"\b(?:if|when|how|what|whether|that|where|why|because|as|which|before|after|until|so|course|though|although"
    r"|since|think|unless"
    r"|question|advice|once|than|things?|way|bus|thing|day|time) $",
    re.IGNORECASE,
)

MADE = frozenset(
    "wrote gave spoke built founded led designed published presented ran explained taught won invented "
    "restored did made "
    "translated introduced redesigned created composed directed edited recorded coded discovered opened curated filmed "
    "painted described proposed argued chaired organised organized launched developed produced played sang danced "
    "released blogged posted tweeted cooked baked wired fixed rebuilt saved".split()
)

NOT_DONE = frozenset(
    "was were had did asked told said has is thought meant felt wanted needed used got seemed looked became lived "
    "kept died retired agreed answered replied moved left came went let knew".split()
)

SHARED = (
    re.compile(
        r"\b(?P<keep>we (?:both |once |briefly |have |had |all |actually )?(?:met|were|worked|studied|sat|talked"
        r"|spoke|went"
        r"|both|chatted|shared|overlapped|talk|trained|played|served|crossed|grew|share|used to)\b(?! for each "
        r"other)[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:[Oo]ur mutual friend|(?:[Aa]|[Mm]y|[Oo]ur) (?:\w+ )?(?:friend|colleague|supervisor|sister"
        r"|brother"
        r"|tutor|manager|boss|teacher|cousin|professor|mentor|neighbour|neighbor|foreman|aunt|uncle|flatmate"
        r"|coach)),? (?:[A-ZÀ-Þ][\w'’-]+,? "
        r"){0,3}(?:suggested|recommended|told me (?:about|to)|introduced|pointed me|mentioned|gave me"
        r"|said|works? with|knows)(?:\b(?:Dr|Mr|Mrs|Ms|Prof)\.|[^.!?;\n])*)"
    ),
    re.compile(
        r"\b(?P<keep>(?!She|He|They|We|You|It|That|Who)[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:,? "
        r"(?:my|our|a) [\w ]{3,25},?)? (?:suggested|recommended|told me|introduced|mentioned|pointed "
        r"me)[^.!?;\n]*)"
    ),
    re.compile(
        r"(?:^|[.!?;,] |\band )(?P<keep>(?:she|he|they) (?:once |even |also |kindly )?(?:gave|told|taught|helped|showed"
        r"|judged|answered|explained|let|mentioned|kept|said|offered|praised|fitted|fixed|coached|signed|treated|saved"
        r"|lent|brought|built|made|bought|sent|led|drove|took|came|set|ran|wrote|sold|bought"
        r"|[a-z]+ed)\b(?=[^.!?;\n]*\b(?:me|my|us|our|myself|herself|himself)\b)[^.!?;\n]*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>my (?:\w+ )?(?:master|boss|tutor|supervisor|teacher|professor|mother|father|mum|dad|sister"
        r"|brother|aunt"
        r"|uncle|cousin|friend|colleague|manager|coach) (?:has |have |had |used to |once )?(?:worked?|studied"
        r"|trained|served|met"
        r"|knows?|sang|played) (?:with |under |for )?(?:her|him|them)\b[^.!?;,\n]*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;,] )(?P<keep>(?:she|he|they)(?:['’]s| is)? [^.!?;,\n]{2,40} too)(?=[.,;!]|$)(?! (?:busy|far|late))",
        re.IGNORECASE,
    ),
)

CONNECTION_STOP = re.compile(
    r",? (?:and|but|so|which|where|though|although|because|as|since|while|when i)\b (?:i(?:['’]d| "
    r"would| want| thought|['’]m| am| was| think| like)?|it|that|the whole|he let|is|was|made|changed"
    r"|made me|to|we|she|my|now|then|afterwards|ask|asks|see if|find out|want|wanted|would|could|kind of|really"
    r"|ever|blew|got|stuck|stayed"
    r"|has|had)\b.*$|,? (?:is|was) (?:the reason|why|what|great|brilliant|amazing|really|so|fantastic"
    r"|excellent|wonderful|inspiring|very)\b.*$|,? and (?:i['’]?d|i would|would|want|i want|loved|i "
    r"loved|i really)\b.*$|\s+(?:is|was) the reason\b.*$",
    re.IGNORECASE,
)


def connection_in(message: str, reader: str) -> str:
    """What made the person think of the reader: the first of these forms that is there."""
    if reader and re.search(r"\b(?:suggested|recommended|introduced|said I should|works? with)\b", message):
        for pattern in SHARED[1:3]:
            if match := pattern.search(message):
                return correct_case(tidy(CONNECTION_STOP.sub("", match["keep"])))
    for finder in (_heard, _shared, _thing, _favour_done, _done):
        if found := finder(message):
            return correct_case(found)
    name = re.escape(reader)
    did = re.search(rf"{name}(?:,[^,.]{{3,40}},)? (?P<keep>(?P<verb>[a-z]+) [^.!?;,\n]+)", message) if name else None
    return tidy(CONNECTION_STOP.sub("", did["keep"])) if did and _is_deed(did["verb"]) else ""


def _shorten(words: str) -> str:
    return tidy(CONNECTION_STOP.sub("", words))


def _heard(message: str) -> str:
    """What the person heard, read, met or visited of the reader's."""
    for match in HEARD.finditer(message):
        verb = match["verb"].lower()
        if re.search(r"\b(?:if|that|whether|how|what|before|when) $", message[: match.start()], re.IGNORECASE):
            continue
        if not is_past(verb) or verb in NOT_HEARD or not THEIRS.search(match["rest"][:90]):
            continue
        found = _shorten((match[0] + match["rest"]).lstrip(" .!?;,\n"))
        if len(found.split()) >= 3 and THEIRS.search(found[len(verb) :]):
            return re.sub(r"^(?:and|since) ", "", found)
    return ""


def _shared(message: str) -> str:
    for pattern in (SHARED[0], SHARED[4]):
        for match in pattern.finditer(message):
            if len(found := _shorten(match["keep"])) > 8 and not re.search(
                r"\b(?:whether|if|so|that|could|can|when|before|until) $", message[: match.start()], re.IGNORECASE
            ):
                return found
    return ""


def _thing(message: str) -> str:
    for pattern in (THING_BY, THING):
        for match in pattern.finditer(message):
            found = _shorten(match["keep"])
            bare = re.fullmatch(r"(?:her|his|their) \w+", found, re.IGNORECASE)
            if not NOT_WHY.search(message[: match.start()]) and not (bare and len(found) < 14):
                return found
    return ""


def _favour_done(message: str) -> str:
    for pattern in (SHARED[3], SHARED[5]):
        for match in pattern.finditer(message):
            found = _shorten(match["keep"])
            if len(found.split()) >= 3 and not re.match(
                r"(?:she|he|they) (?:said (?!good)|told me (?:to|that)|asked"
                r"|(?:gave|handed) me (?:a |his |her )?(?:card"
                r"|number|mail)) ",
                found + " ",
                re.IGNORECASE,
            ):
                return found
    return ""


def _is_deed(verb: str) -> bool:
    return is_past(verb) and verb not in NOT_DONE


def _done(message: str) -> str:
    """What the reader made or did, as told after "who" or a pronoun."""
    for match in DID.finditer(message):
        verb = match["verb"].lower()
        if (
            (_is_deed(verb) if match["who"].lower() == "who" else verb in MADE)
            and len(match["keep"].split()) >= 3
            and not NOT_DID.search(message[: match.start()])
        ):
            return _shorten(match["keep"])
    return ""
