"""Facts for the questions of a meeting in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.model import Facts

_THEY = r"(?:she|he|they|who|my mentee|my apprentice|my student|my trainee|{name})"
_GOAL = (
    r"\b(?P<keep>whether (?:to|she|he|they) \w+)",
    r"\b(?:decide|choose|torn|stuck|waver\w*|hesitat\w+) (?P<keep>between \w+)",
    r"\b{they}(?:['’]s| is| has)? (?:really |also |still |now )*(?:wants?|wanted|would like|['’]d like|hopes?|aims?"
    r"|plans?|dreams?|tries|trying"
    r"|needs?|intends?|working|is aiming|is hoping)(?: to be able)? (?:(?:of|on|towards) )?(?P<keep>to \w|\w)",
    r"\b(?:{their}) (?:\w+ )?(?:goal|aim|target|plan|wish|dream|question)(?: is| for \w+ is|:) (?P<keep>\w)",
    r"\b(?:help|get|support|bring)(?:ing)? (?:her|him|them|{name}) (?:to )?(?P<keep>(?!think it)(?:find|decide|think"
    r"|choose|speak|lead|plan|prepare|apply|learn|see"
    r"|write|pass|finish|start|stop)\b)",
)
_OBSTACLE = (
    r"(?:[.!?;,] |\bbut |\band )(?P<keep>{they} (?:always |often |just |then |only |never |usually "
    r"|keeps? )*(?:freezes?|loses?|puts?|gets? (?:stuck|nervous|quiet)"
    r"|panics?|avoids?|forgets?|gives? up|shrugs?|says? (?:yes|fine|nothing|[\"“'])"
    r"|runs? out|goes (?:quiet|silent)|doubts?|is (?:afraid|scared|stuck|shy|not sure"
    r"|unsure|torn)|can(?:not|['’]t)|doesn['’]?t (?:dare|know|speak|say|ask)|does not (?:dare|know|speak|say|ask)"
    r"|blames?)\b)",
    r"\b(?:(?:stuck|struggl\w+) (?:on|with|at|because)|the (?:problem|obstacle|trouble|snag) is(?: that)?"
    r"|afraid (?:of|that)|worried (?:about|that)) (?P<keep>\w)",
)
_AGREED = (
    r"\b{they} (?:said (?:she|he|they)(?:['’]d| would)|promised to|agreed to|was (?:going )?to|were (?:going )?to"
    r"|meant to|had to|wanted to try to"
    r"|planned to) (?P<keep>\w)",
    r"\b(?:last time|since then|at our last (?:meeting|talk)|last (?:week|month"
    r"|meeting)),? (?:we agreed (?:that )?)?(?:{they} )?(?:would|was to|were to|should)"
    r" (?P<keep>\w)",
    r"\bwe agreed (?:on|to|that (?:she|he|they) would) (?P<keep>\w)",
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "mentee_name")
    facts.pop("sender_name", None)
    name = re.escape(str(facts.get("mentee_name", "she")).split()[0])
    for field, patterns in (("agreed", _AGREED), ("obstacle", _OBSTACLE), ("goal", _GOAL)):
        found = first_clause(message, [_filled(pattern, name) for pattern in patterns], 110)
        if found and found not in facts.values():
            facts[field] = correct_case(tidy(found))
    return facts


def _filled(pattern: str, name: str) -> re.Pattern[str]:
    they = _THEY.replace("{name}", name)
    return re.compile(
        pattern.replace("{they}", they).replace("{their}", rf"her|his|their|{name}['’]s").replace("{name}", name),
        re.IGNORECASE,
    )
