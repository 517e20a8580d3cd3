"""Facts for the questions of a meeting in a message as people type it."""

import re

from assistant.language.others import others_in, people_facts
from assistant.language.roles import NAME
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts

_THEY = r"(?:she|he|they|who|my mentee|my apprentice|my student|my trainee|{name})"
_WISHES = (
    r"(?:(?:(?:wants?|wanted|would like|would love|['’]d (?:like|love)|hopes?|aims?|plans?|wishes|longs|tries|trying"
    r"|needs?|intends?|hoping|aiming|planning)(?: to be able)? (?:(?:for|on|towards) )?)|dream(?:s|ing) of "
    r"|working (?:on|towards) |looking (?:for|to) |thinking (?:of|about) (?=\w+ing\b))(?!(?:me|us|it)\b)"
)
_EAGER = r"(?:(?:very|really|quite|dead|so|rather|still|also|now) )*"
_TO_OR_ON = r"(?:on )?(?P<keep>to (?!(?:help|support|ask|hear|mentor|know|use|avoid)\b)\w+|(?<=on )\w+)"
_GOAL = (
    r"\b(?P<keep>whether (?:to|she|he|they) \w+)",
    r"\b(?:decide|choose|torn|stuck|waver\w*|hesitat\w+) (?P<keep>between \w+)",
    rf"\b{{they}}(?:, [^.,;!?]{{2,40}},)?(?:['’]s| is| has)? (?:really |also |still |now |only )*{_WISHES}(?P<keep>\w)",
    rf"\b{{they}}(?:['’]s| is| was| seems) {_EAGER}(?:keen|eager|set|bent|intent) {_TO_OR_ON}",
    rf"(?:(?:^|[.!?;] )(?:(?!\b(?:i|im|we|us|me)\b)[^.!?;])*?[,:–-] |[.!?;] ){_EAGER}(?:keen|eager) {_TO_OR_ON}",
    r"\b(?:{their}) (?:\w+ )?(?:goal|aim|target|plan|wish|dream|question|ambition)(?: is| for \w+ is|:) (?P<keep>\w)",
    r"\b(?:{their}) heart (?:is )?set on (?P<keep>\w)",
    r"\b(?:help|get|support|bring)(?:ing)? (?:her|him|them|{name}) (?:to )?(?P<keep>(?!think it)(?:find|decide|think"
    r"|choose|speak|lead|plan|prepare|apply|learn|see"
    r"|write|pass|finish|start|stop)\b)",
)
_HINDERED = (
    r"(?:freezes?|loses?|puts?|gets? (?:stuck|nervous|quiet)"
    r"|panics?|avoids?|forgets?|gives? up|shrugs?|says? (?:yes|fine|nothing|[\"“'])"
    r"|runs? out|goes (?:quiet|silent)|doubts?|is (?:afraid|scared|stuck|shy|not sure"
    r"|unsure|torn)|can(?:not|['’]t)|doesn['’]?t (?:dare|know|speak|say|ask)|does not (?:dare|know|speak|say|ask)"
    r"|blames?|struggles? to|finds? it (?:hard|difficult)|(?:is|feels) (?:too|so) (?!much)\w+"
    r"|(?:has|have|had)(?: got)? (?:no|hardly any|too (?:much|many|few|little)) (?!(?:idea|doubt|problems?|trouble"
    r"|questions?|objections?|kids?|children|family|siblings)\b)|lacks?|(?:thinks?|feels?|believes?|says?) (?:that )?"
    r"(?:she|he|they)(?:['’]s| is|['’]re| are)(?: not|n['’]t)? (?:too|good|ready|no good|an? (?:fraud|impostor)))\b"
)
_TROUBLE = r"(?:problem|obstacle|trouble|snag|difficulty|hurdle|catch|barrier|sticking point)"
_OBSTACLE = (
    rf"(?:^|[.!?;,] |\bbut |\band )(?P<keep>{{they}} (?:always |often |just |then |only |never |usually |still "
    rf"|keeps? )*{_HINDERED})",
    rf"(?<!\bi )\b(?:(?:stuck|struggl\w+) (?:on|with|at|because)|(?:the|{{their}}) (?:\w+ )?{_TROUBLE} (?:is"
    rf"|seems to be)"
    r"(?: that)?|what (?:holds|keeps|stops) (?:her|him|them)(?: back)? is(?: that)?|(?<!i['’]m )(?<!i am )(?:afraid"
    r" (?:of|that)|worried (?:about|that))) (?P<keep>\w)",
)
_AFTER_A_WISH = re.compile(
    r"^[^.!?;\n]{3,110}?,? but (?P<keep>(?!(?:the|our) (?:meeting|session|talk|time|hour|rest|next)\b)"
    r"(?:the|an?|her|his|their|no|nobody|nothing|every|there(?:['’]s| is) (?:no|nobody)|she|he|they)\b"
    r"(?! (?:also|already|does (?:well|fine)|is (?:doing|going|good|great|fine))\b)"
    r"(?![^.!?;,\n]{0,40}\b(?:meetings?|talk to me|ask me)\b) \w)",
    re.IGNORECASE,
)
"""What stands against a wish in its own sentence ("... but the bank refused her loan")."""
_MEETING = r"(?!(?:meet|see|talk|speak|have|continue|keep)\b)"
_WOULD = r"(?:['’]ll|['’]d| will| would| was to| were to| should| is going to| was going to)"
_AGREED = (
    r"\b{they} (?:said (?:she|he|they)(?:['’]d| would)|promised (?:me )?to|agreed to|was (?:going |supposed )?to"
    r"|were (?:going |supposed )?to"
    r"|meant to|had to|wanted to try to|undertook to|volunteered to|set (?:her|him|them)sel(?:f|ves) to"
    r"|planned to) (?P<keep>\w)",
    rf"\b{{they}} (?:promised|agreed|said|offered)(?: me)?(?: that)? (?:she|he|they){_WOULD} (?P<keep>\w)",
    r"\b(?:last time|since then|at our last (?:meeting|talk)|last (?:week|month"
    r"|meeting)),? (?:we agreed (?:that )?)?(?:{they} )?(?:would|was to|were to|should)"
    r" (?P<keep>\w)",
    rf"\b(?:we (?:have |had |['’]ve )?(?:agreed|decided|settled|arranged|said|left it)|the (?:deal|plan|agreement|idea)"
    rf" (?:was|is))(?: last \w+)?(?: on it)?(?: that| so that)? {{they}}{_WOULD} {_MEETING}(?P<keep>\w)",
    rf"\bwe agreed (?:on|to) {_MEETING}(?P<keep>\w)",
    r"\b(?:{their}) (?:task|homework|assignment)(?: (?:for|since|from|until)(?: the)? \w+(?: time)?)? (?:is|was)"
    r" to (?P<keep>\w)",
)
_PARTNER = r"(?:mentee|apprentice|trainee|student|pupil|intern|junior|prot[ée]g[ée]e?)"
_MENTEE = (
    re.compile(rf"\b[Mm]y (?:[a-z-]+ )?{_PARTNER}(?:['’]s name is|,| is called| called| named)? (?P<name>{NAME})"),
    re.compile(rf"\b[Mm]entor(?:ing|ed)? (?:an? [a-z ]{{3,30}}(?:,| called| named) )?(?P<name>{NAME})"),
    re.compile(
        rf"(?:{NAME}['’]s|\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Mm]y|[Tt]his|[Hh]er|[Hh]is)) (?:[a-z-]+ )?(?:boy|girl|lad|son"
        rf"|daughter|{_PARTNER}|nephew|niece|colleague|newcomer|youngster)(?:,| called| named)? (?P<name>{NAME})"
    ),
)
_WISHING = re.compile(
    rf"(?:^|[.!?\n]\s*)(?P<name>(?!(?:She|He|They|We|You|Who|It|This|That|There|Every\w+|Some\w+|No\w+|Management|Work"
    rf"|My|Our|The|Mum|Mom|Dad|School|Head)\b){NAME}) (?:(?:really|also|still|now|only|is|has) )*"
    r"(?:wants|would (?:like|love)|hopes|aims|plans|dreams|longs|wishes|struggles|keen|eager|aiming|hoping|dreaming"
    r"|planning)\b"
)
"""Somebody at the start of a sentence who wishes something; such a word alone may be anything with a capital."""

_SENT_ME = r"(?:wants|wanted|asked|told) (?:me|us) to (?:mentor|meet|talk|coach|prepare|look after)\b"


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "mentee_name")
    sender = str(facts.pop("sender_name", ""))
    facts.pop("mentee_name", "")
    if name := _mentee(message, sender):
        facts["mentee_name"] = name
    name = re.escape(str(facts.get("mentee_name", "she")).split()[0])
    for field, patterns in (("agreed", _AGREED), ("obstacle", _OBSTACLE), ("goal", _GOAL)):
        found = first_clause(message, [_filled(pattern, name) for pattern in patterns], 110)
        if found and found not in facts.values():
            facts[field] = correct_case(tidy(found))
    if "obstacle" in facts:
        who = facts.get("mentee_name") or facts.get("pronoun") or "they"
        facts["obstacle"] = re.sub(r"^who\b", str(who), str(facts["obstacle"]))
    if "goal" in facts and "obstacle" not in facts and (found := _against(message, str(facts["goal"]))):
        facts["obstacle"] = correct_case(found)
    return facts


def _mentee(message: str, sender: str) -> str:
    """The mentee's name: what stands beside a word for a mentee, else the likeliest, else who wishes something."""
    told = (match["name"] for pattern in _MENTEE for match in pattern.finditer(message))
    likely = (person.name for person in others_in(message, sender))
    wishing = (match["name"] for match in _WISHING.finditer(message))
    for name in (*told, *likely, *wishing):
        if name != sender and not re.search(rf"\b{re.escape(name)} {_SENT_ME}", message):
            return re.sub(r"['’]s$", "", name)
    return ""


def _against(message: str, goal: str) -> str:
    """What stands against the goal in the sentence that tells it."""
    at = message.lower().find(goal.lower())
    match = _AFTER_A_WISH.match(message[at:]) if at >= 0 else None
    return clause_after(message, at + match.start("keep"), 110) if match else ""


def _filled(pattern: str, name: str) -> re.Pattern[str]:
    they = _THEY.replace("{name}", name)
    return re.compile(
        pattern.replace("{they}", they).replace("{their}", rf"her|his|their|{name}['’]s").replace("{name}", name),
        re.IGNORECASE,
    )
