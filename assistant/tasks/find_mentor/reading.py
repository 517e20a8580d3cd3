"""Facts for the search of a mentor in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.people import Person
from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.model import Facts

_NOT_LEARNED = r"(?!find\b|ask\b|know who|have a mentor|get a mentor|look|talk|speak|meet|write|hear|be sure|thank)"
_HELP_WITH = r"(?:help|guidance|advice|support|mentoring|coaching)"
_LEARN = (
    re.compile(
        r"\b(?:mentor|somebody|someone|person|people|anybody|anyone|guide)s? (?:who (?:can|could|would)"
        r"|to) (?:(?:help|teach|show|tell|advise|guide|support|coach|mentor) me)"
        r"(?: with| to| on| about| through| in)? (?P<keep>\w)"
        r"|\b(?:mentor|somebody|someone|person|people|anybody|anyone) (?:who|that) (?:really )?(?:knows?|understands?)"
        r"(?: (?:a lot|something|everything|more|all))? (?:about )?(?P<knows>(?!me\b|him\b|her\b|us\b|them\b|it\b"
        r"|my\b|your\b"
        r"|someone\b|somebody\b|what\b|that\b|the area\b|you\b)\w)"
        r"|\bwho (?:can|could|might|would) (?:help|teach|show|guide|advise|mentor|coach) me"
        r"(?: with| to| on| about| in)? "
        rf"(?P<who>{_NOT_LEARNED}(?!here\b|please\b|now\b|out\b|there\b|with (?:it|this|that)\b|it\b|this\b|that\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:^|[.;!?,\n] ?|\b(?:and|but) )(?:would (?:like|love)|want|hoping|trying)|\bi(?:['’]d"
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
        r"|work\b)\w)"
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
    r"|moved|live|have"
    r"|has|am|is|are|would|need|don['’]?t|can|know|work"
    r"|was|did|my)\b.*",
    re.IGNORECASE,
)
_MENTOR = re.compile(r"^(?:an?|the|some|my|good)? ?(?:\w+ )?mentor(?:s|ing)?\b", re.IGNORECASE)
_UNNAMED = re.compile(r"^(?:how to |to )?(?:\w+ )?(?:it|this|that|them|these|one)\b", re.IGNORECASE)
"""A thing named in another sentence only."""
_STAGE = (
    r"(?!(?:the |my |our )?(?:\w+ )?(?:evenings?|mornings?|nights?|weekends?|shifts?|moment|year|week|month|twenties"
    r"|thirties"
    r"|forties|fifties|training|need|search|trouble|charge|contact|touch|team of|age|beginning|end|job|future|spare"
    r"|free"
    r"|retirement)\b(?! (?:school|class|college))|(?:\d|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty"
    r"|thirty|many|some|over|almost"
    r"|about"
    r"|long|least|the (?:last|past|first)|me|myself|it|now|ages|children|people|kids)\b)"
)
"""What stands behind "in" or "for" and is a time or a state instead of a place."""
_END = r"(?=[.,;!?\n(]|$| (?:and|who|but|so|since|because|where|which|for (?:\d|\w+ years))\b|\s[–—-]\s)"
_TOWN = r"(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)*"
_WHERE = (
    re.compile(
        r"\bi(?:['’]m| am|m) (?:a|an) (?:(?!(?:at|in|for|with)\b)[\w'’-]+ ){1,5}with (?P<keep>(?:the )?"
        rf"{_TOWN}(?: (?:of|and|&|in) (?:the )?{_TOWN})*){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i(?:['’]m| am)? (?:(?:now |currently |still )?(?:work(?:ing)?|study(?:ing)?|train(?:ing)?|teach(?:ing)?"
        r"|volunteer(?:ing)?|employed))(?: as [^.,;]{2,40}?| (?!with\b|on\b|to\b|from\b)\w+)?|i(?:['’]m"
        r"| am|m) (?:an?|the) [^.,;]{2,40}?|i (?:lead|head|manage|supervise) [^.,;]{2,30}?|i(?:['’]m| am|m)(?= (?:at"
        r"|with) (?:the |an? )?"
        r"(?-i:[A-ZÀ-Þ]))) (?:at|in|with(?= (?:the )?(?-i:[A-ZÀ-Þ]))|for(?= (?:(?:the|an?|our|my) \w|(?-i:[A-ZÀ-Þ])))) "
        rf"(?P<keep>{_STAGE}(?:a|an|the|our|my)? ?[^.,;!?\n]{{2,50}}?){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i|we) (?:now )?(?:run|own|manage|farm) (?P<keep>(?:a|an|the|my|our|two) (?!lot\b|bit\b|marathon|mile"
        r"|race|half"
        rf"|risk|temperature|team of\b)[^.,;!?\n]{{2,60}}?){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i|we|and)(?:['’](?:m|re|ve)| am| are| have)? (?:now |both |all |just |recently )?(?:live|living|based"
        r"|settled|moved"
        r"|located) (?:in|at|near|to|outside|on) "
        rf"(?P<keep>(?:(?:a|an|the) (?:\w+ )?(?:village|town|city|suburb|island|farm|valley"
        rf"|outskirts)\b[^.,;!?\n]{{0,40}}?|{_TOWN})"
        r")(?=[.,;!?\n(]|$| (?:and|who|but|so|since|because|where|which|for|last|this|in|two|three|a)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:we(?:['’]re| are)|i(?:['’]m| am|m)) (?:in|near|outside) (?P<keep>(?!Year\b|Grade\b|Class\b|HR\b|IT\b"
        r"|English\b"
        rf"|January|February|March|April|May\b|June|July|August|September|October|November"
        rf"|December){_TOWN})(?=[.,;!?\n]|$| and\b)",
        re.IGNORECASE,
    ),
)
_AT_BEFORE = (
    rf"(?P<keep>(?!home\b|first\b|least\b|it\b|that\b|this\b|\d){_STAGE}[^.,;!?\n]{{2,50}}?)"
    r"(?=[.,;!?\n]|$| (?:and|but|until|before|where|for|in \d)\b)"
)
_BEFORE = (
    re.compile(
        r"\b(?:studied|trained|went to (?:school|college)|graduated|used to (?:work|teach|be)|learned my trade"
        r"|did my (?:[\w'’-]+ )?(?:training|degree|apprenticeship|studies|course|diploma|bachelor['’]?s?"
        r"|master['’]?s?|phd)"
        r"(?: in [^.,;!?\n]{2,25}?)?|previously|formerly|before that i (?:was|worked)) (?:at|in|from|for|with) "
        + _AT_BEFORE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi went to (?P<keep>(?:the )?(?-i:[A-ZÀ-Þ])[^.,;!?\n]{2,40}?)(?= before\b)"
        r"|\bi went to (?P<school>(?:the )?(?-i:[A-ZÀ-Þ])[\w'’ -]{2,40}? (?:School|College|University|Academy))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bmy (?:old )?(?:school|college|university|uni) (?:is|was) (?P<keep>(?-i:[A-ZÀ-Þ])[^.,;!?\n]{1,40})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:after|spent|did|have|worked) (?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty"
        r"|thirty|many)"
        r" (?:years?|months?|seasons?|summers?) (?:at|in|with|for) " + _AT_BEFORE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:have|got|hold|['’]ve) (?:a|an|my) (?:[^.,;!?\n]{2,40} )?(?:degree|diploma|certificate) from "
        + _AT_BEFORE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:has|have|['’]ve|had|did|learn(?:ed|t)) [^.,;!?\n]{3,40}? at (?P<keep>(?:(?:my|the|her"
        r"|his) (?:old )?)?(?:\w+ ){0,2}"
        r"(?:school|college|university|uni|polytechnic|academy))\b",
        re.IGNORECASE,
    ),
)
_SURE = 1.0
_IN_MIND = re.compile(
    r"\b(?i:th(?:ink|inking|ought) (?:of|about)|maybe|perhaps|such as|(?:somebody|someone|people) like|e\.g\.|met|ask"
    r"|admire|comes? to mind:?"
    r"|(?:colleague|boss|teacher|neighbour|neighbor|friend|uncle|aunt|cousin|trainer|lecturer|tutor),?)"
    r"(?: (?:[A-ZÀ-Þ][\w'’-]+,?|or|and|also|asking|of|my|our|a|the|old|former|colleague|boss|teacher|neighbour|friend"
    r"|called))* $"
)
_COMES_TO_MIND = re.compile(
    r"^(?:,? (?:from|at|in|who|the) [^.!?\n]{2,40}?)? (?:(?:has |also )?crossed my mind|(?:comes|came"
    r"|springs) to (?:my )?mind"
    r"|might (?:help|know|be)|could (?:help|be)|would be|knows|seems)\b"
)
_SHORT = re.compile(r"^[A-Z]{2,}s?$")


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if learn := _learn(message):
        facts["learn"] = correct_case(learn)
    for field, patterns in (("where", _WHERE), ("before", _BEFORE)):
        if match := next((found for pattern in patterns if (found := pattern.search(message))), None):
            facts[field] = tidy(next(said for said in match.groupdict().values() if said))
    sender, places = own_name(message), " ".join(str(facts.get(name, "")) for name in ("where", "before"))
    known = f"{places} {facts.get('learn', '')}"
    if people := [_called(p) for p in others_in(message, sender) if p.name not in known and _is_person(message, p)]:
        facts["people"] = people[:5]
    return facts


def _is_person(message: str, found: Person) -> bool:
    """Whether more than a capital says so: a title, a first and last name, a role, or words of having in mind."""
    return not _SHORT.match(found.name) and bool(
        found.title
        or found.score >= _SURE
        or _IN_MIND.search(message[: found.start])
        or _COMES_TO_MIND.match(message[found.end :])
    )


def _learn(message: str) -> str:
    """What is to be learned, without the words of learning; a thing that only a pronoun names is left out."""
    for pattern in _LEARN:
        for match in pattern.finditer(message):
            start = match.start(next(name for name, said in match.groupdict().items() if said))
            said = _GOES_ON.sub("", clause_after(message, start, 110))
            named = _LEARNING.sub("", said)
            said = f"to {said}" if named == said and _WISH_TO.search(message[:start]) else named
            if said and not _UNNAMED.match(said) and not _MENTOR.match(said):
                return said
    return ""


def _called(person: Person) -> str:
    """A person as they are called, with the title that the message gives."""
    return f"{person.title[:1].upper()}{person.title[1:]} {person.name}" if person.title else person.name
