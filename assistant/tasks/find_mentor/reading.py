"""Facts for the search of a mentor in a message as people type it."""

import re

from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case
from assistant.model import Facts
from assistant.tasks.find_mentor.reading_people import people
from assistant.tasks.find_mentor.reading_places import places

_NOT_LEARNED = r"(?!find\b|ask\b|know who|have a mentor|get a mentor|look|talk|speak|meet|write|hear|be sure|thank)"
_HELP_WITH = r"(?:help|guidance|advice|support|mentoring|coaching)"
_THING = (
    r"(?!(?:it|this|that|what|which|who|he|she|they|there|everything|nothing|something|my \w+|money|time|work|life"
    r"|the (?:next|rest|thing)|advice\b|help\b|(?:the |my |our )?(?:boss|manager|coach|mentor"
    r"|team)\b)\b)(?:(?!(?:is|are|was|i"
    r"|we|he|she|they|you|my|me|and|but|who|said|has"
    r"|have)\b)[\w'’-]+ ){0,4}?"
    r"(?!(?:is|are|it|that|this|me|i)\b)[\w'’-]+"
)
"""A short name of a thing, as the subject of a clause."""
_LEARN = (
    re.compile(
        r"\b(?:mentor|somebody|someone|person|people|anybody|anyone|guide)s? (?:who (?:can|could|would)"
        r"|to) (?:(?:help|teach|show|tell|advise|guide|support|coach|mentor) me)"
        r"(?: with| to| on| about| through| in)? (?P<keep>\w)"
        r"|\b(?:mentor|somebody|someone|person|people|anybody|anyone) (?:who|that) (?:really )?(?:knows?"
        r"|understands?)"
        r"(?: (?:a lot|something|everything|more|all))? (?:about )?(?P<knows>(?!me\b|him\b|her\b|us\b|them\b|it\b"
        r"|my\b|your\b"
        r"|someone\b|somebody\b|what\b|that\b|the area\b|you\b)\w)"
        r"|\bwho (?:can|could|might|would) (?:help|teach|show|guide|advise|mentor|coach) me"
        r"(?: with| to| on| about| in)? "
        rf"(?P<who>{_NOT_LEARNED}(?!here\b|please\b|now\b|out\b|there\b|with (?:it|this|that)\b|it\b|this\b"
        r"|that\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:^|[.;!?,\n] ?|\b(?:and|but) )(?:would (?:like|love)|want|hoping|trying|looking)|\bi(?:['’]d"
        r"| would)? (?:(?:really |so |just |also )?(?:want|like|love|need|hope|wish))|my (?:plan|aim"
        r"|goal|dream"
        r"|wish) is|i(?:['’]m| am|m) (?:trying|planning|hoping|keen|eager)) to "
        rf"(?P<keep>{_NOT_LEARNED}\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:thing|part|bit|side|what|where|one) (?:that )?i(?:['’]m| am|m)? (?:really |most |always "
        r"|totally )?(?:lost with"
        r"|lost on|stuck with|stuck on|struggle with|struggling with|bad at|weak at|weak in|(?:lack|need)(?: most)?"
        r"|need help with|know nothing about) is (?P<keep>\w)"
        r"|\bi(?:['’]m| am|m)? (?:really |still |completely |totally )?(?:lost|stuck|hopeless|struggle|struggling|bad"
        r"|weak)"
        r" (?:with|on|at|when it comes to) (?P<weak>(?!it\b|this\b|that\b|them\b|my own\b|the moment\b|home\b"
        r"|work\b|sea\b)\w)"
        r"|\bi (?:know nothing|have no idea|don['’]?t know (?:much|anything|a thing)) about (?P<none>(?!it\b|this\b"
        r"|that\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:switch|switching|moving|changing|change) from [^.,;!?\n]{2,30}? (?:in)?to (?P<keep>(?!it\b|this\b"
        r"|that\b|the\b|a\b|"
        r"another\b)(?-i:[a-z])\w)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:learn|know|understand) (?P<keep>how to \w)", re.IGNORECASE),
    re.compile(
        r"\b(?:she|he|they|who|my \w+|and) (?:also |really |now )?(?:wants?|would like|would love|hopes?|wishes)"
        r" to (?P<keep>(?:learn|become|understand|get (?:better|good|into)) \w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:(?:mentor|teacher|tutor|coach|guide) (?:for|in|on)|(?:need|want|like|get|find|looking for"
        r"|look for) (?:some |a bit of )?"
        rf"{_HELP_WITH} (?:with|on|in|about)) (?-i:(?P<keep>(?!me\b|my (?:\w+ )?(?:son|daughter|child|kids?|brother"
        r"|sister|wife|husband|friend|nephew|niece|mum|mom|dad|team)\b|us\b|her\b|him\b|them\b|this\b|that\b|it\b"
        r"|a\b|an\b"
        r"|the (?:first|last|next)\b|our\b|general\b|town\b|person\b|case\b|choosing\b|finding\b)[a-z]\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:can(?:no|['’])?t stop (?:talking|thinking|reading) about|(?:am|['’]m|is|['’]s|are|['’]re|im|gets?|got"
        r"|been) "
        r"(?:\w+ly |so |very |quite )?(?:interested in|curious about|fascinated by|passionate about|crazy about"
        r"|mad about"
        r"|obsessed with|keen on)) (?P<keep>(?!it\b|this\b|that\b|him\b|her\b|them\b|your?\b|a job\b|the job\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:mentor|somebody|someone|person|people|anybody|anyone|who)\b(?: [\w'’-]+){0,4} (?:teach|show"
        r"|train|tutor"
        r"|guide|talk|walk|take|coach) me (?:through |in |on |to |into )?(?P<keep>(?!it\b|this\b|that\b"
        r"|around\b|there\b"
        r"|home\b|seriously\b|the (?:ropes|way)\b)\w)"
        r"|\b(?:mentor|guide|coach|teacher)s?,? (?:re:?|regarding|about|around|who does) (?P<re>(?!this\b"
        r"|that\b|it\b)\w)"
        r"|\bmentors? (?:for|in|on) (?-i:(?P<short>[A-Z]{2,} [a-z]\w))"
        r"|\bwhom? (?:can|could|should|do) i (?:turn to|ask|talk to|speak to) (?:about|for) (?P<ask>(?!it\b"
        r"|this\b|that\b"
        r"|help\b|advice\b|an?\b|my\b|the\b|mentoring\b|becoming\b|being\b)\w)"
        r"|\bto learn (?P<from>\w[^.,;!?\n]{2,40}?) from\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bwhat i (?:can(?:no|['’])?t do|lack|struggle with|(?:really |most )?(?:want|need|would like|['’]d like"
        r"|['’]d love) (?:to (?:learn|master) )?|want to learn|am missing|['’]m missing|['’]m after"
        r"|am after) ?(?:is|are)"
        r"(?: to)?:? (?P<keep>(?!an?\b|the\b|someone\b|somebody\b|that\b|advice\b|help\b|to\b)\w)"
        r"|(?:^|[.;!?\n] ?)(?:(?:the )?next (?:step|thing)|topic|subject|skill|wish|(?:to learn)|learning goal"
        r"|looking to learn)"
        r" ?(?:=|:|is) ?(?P<label>(?!an?\b|the\b|to\b|find\b)\w)"
        r"|\bi(?:['’]d| would) (?:kill|give (?:anything|a lot|my right arm)) to (?:be able to "
        r"|learn (?:how )?(?:to )?)?"
        rf"(?:do )?(?P<kill>{_NOT_LEARNED}(?!have\b|be\b)\w)"
        r"|\bi(?:['’]ve| have)? (?:\w+ )?(?:decided (?:up)?on|set my heart on|taken up|fallen (?:in love with|for)"
        r"|got hooked on) (?P<heart>(?!it\b|this\b|that\b|an?\b|the\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.,;!?\n] ?)(?:(?:completely|totally|utterly|pretty|quite|still) )?(?:hopeless|useless|terrible"
        r"|rubbish"
        r"|lousy|clueless|no (?:clue|idea)|lost|stuck|nervous) (?:at|with|about"
        r"|when it comes to) (?P<keep>(?!it\b|this\b"
        r"|that\b|all\b|how i\b|where\b|who\b|the moment\b|home\b|approaching\b|asking\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.,;!?\n] ?)(?:and |but |so )?(?P<thing>{_THING}(?: when [^.,;!?\n]{{3,40}})?) (?:(?:just "
        r"|still )?keeps?"
        r" (?:beating|defeating|escaping|tripping|eluding) me(?! at\b)|(?:is|are) (?:(?:really "
        r"|just )?where i(?:['’]m| am)"
        r" (?:\w+ )?(?:useless|weak|lost|stuck|hopeless|bad)|(?:beyond|over) (?:me|us)|my (?:\w+ )?(?:dream|passion"
        r"|weak (?:spot"
        r"|point|side)|weakness|nemesis|big gap)\b|another (?:matter|story)|a (?:mystery|closed book) to me"
        r"|what i(?:['’]d| would)? (?:want|need|like|love)(?: to (?:learn|understand|master))?(?=[.,;!?\n]|$)"
        r"|what (?:pulls"
        r"|interests|draws|attracts|fascinates) me)|(?:scares?|defeats?|beats?|fascinates?|eludes?) me)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:nobody|no ?one)(?: (?:here|in my \w+|around (?:me|here)|at work|i know))? (?:touches|teaches"
        r"|can teach|knows"
        r" (?:much |anything )?about|does) (?P<keep>[\w -]{3,40}?), (?:which|and (?:it|that))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<keep>(?:(?!(?:i|im|we|my|am|looking|searching|asking|writing|hoping|needing|seeking|wondering|finding"
        r"|wanting|good|working|mentoring|trying|thinking|getting|struggling|starting|moving|something|nothing"
        r"|morning"
        r"|evening|currently|hi|hello|hey|retired|studying|training|a)\b)[\w-]+ ){0,2}(?!(?:looking|searching|asking"
        r"|writing|hoping|seeking|wondering|wanting|morning|evening|greeting|working|mentoring|trying|thinking"
        r"|struggling"
        r"|something|nothing|anything)\b)[a-z]{2,}ing)(?=[.,;:?!]( |$))",
        re.IGNORECASE,
    ),
)
_LEARNING = re.compile(
    r"^(?:to )?(?:learn|understand|know|study|master|find out|read up|get into|get to know)(?: more| a bit| a little"
    r"| all"
    r"| everything| something)?(?: about| on)? (?=\w)|^(?:to )?(?:get|be|become) (?:better|good|more confident) (?:at"
    r"|in|with) "
    r"|^be able (?=to )|^(?:to )?(?:improve|brush up(?: on)?|work on) ",
    re.IGNORECASE,
)
"""Words of learning before what is learned: the sheet asks "whom could I ask about" it."""
_WISH_TO = re.compile(r"\b(?:want|love|like|need|hope|wish|hoping|trying|planning|keen|eager|is) to $", re.IGNORECASE)
_GOES_ON = re.compile(
    r" from (?:someone|somebody|anyone|people|an?)\b.*|, i['’]?m\b.*|,? and (?:i|we|she|he|they|want|wants|wanted"
    r"|moved|live|have|hate"
    r"|has|am|is|are|would|need|don['’]?t|can|know|work"
    r"|was|did|my)\b.*",
    re.IGNORECASE,
)
_MENTOR = re.compile(r"^(?:an?|the|some|my|good)? ?(?:\w+ )?mentor(?:s|ing)?\b", re.IGNORECASE)
_UNNAMED = re.compile(r"^(?:how to |to )?(?:\w+ )?(?:it|this|that|them|these|one)\b", re.IGNORECASE)
"""A thing named in another sentence only."""


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if learn := _learn(message):
        facts["learn"] = correct_case(learn)
    facts |= places(message)
    known = " ".join(str(said) for said in facts.values())
    if found := people(message, own_name(message), known):
        facts["people"] = found
    return facts


def _learn(message: str) -> str:
    """What is to be learned, without the words of learning; a thing that only a pronoun names is left out."""
    for pattern in _LEARN:
        for match in pattern.finditer(message):
            start = match.start(next(name for name, said in match.groupdict().items() if said))
            thing = match.groupdict().get("thing")
            said = thing or _GOES_ON.sub("", clause_after(message, start, 110))
            named = _LEARNING.sub("", said)
            said = f"to {said}" if named == said and _WISH_TO.search(message[:start]) else named
            if said and not _UNNAMED.match(said) and not _MENTOR.match(said):
                return said
    return ""
