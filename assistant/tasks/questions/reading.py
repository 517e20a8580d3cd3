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
    r"|working (?:on|towards) |looking (?:for|to) |think(?:s|ing) (?:of|about) (?=\w+ing\b))(?!(?:me|us|it)\b)"
)
_EAGER = r"(?:(?:very|really|quite|dead|so|rather|still|also|now) )*"
_TO_OR_ON = r"(?:on )?(?P<keep>to (?!(?:help|support|ask|hear|mentor|know|use|avoid)\b)\w+|(?<=on )\w+)"
_LABEL = r"(?:^|[.!?;,\n] ?)(?:the |her |his |their |main |big |{name}['’]s )*"
_GOAL = (
    _LABEL
    + r"(?:goal|aim|target|dream|ambition|wish|objective)(?: [^.:=!?\n]{0,20})?(?: ?=|:) ?(?:to (?=\w))?(?P<keep>\w)",
    r"\b(?P<keep>whether (?:to|she|he|they) \w+)",
    r"\b(?:decide|choose|torn|stuck|waver\w*|hesitat\w+) (?P<keep>between \w+)",
    rf"\b{{they}}(?:, [^.,;!?]{{2,40}},)?(?:['’]?s| is| has)?(?: |(?=['’]d\b))(?:really |also |still |now "
    rf"|only |just )*{_WISHES}(?P<keep>(?!(?:is|was|my (?:help|advice|opinion|support|view))\b)\w)",
    rf"\b{{they}}(?:['’]s| is| was| seems) {_EAGER}(?:keen|eager|set|bent|intent) {_TO_OR_ON}",
    rf"(?:(?:^|[.!?;] )(?:(?!\b(?:i|im|we|us|me)\b)[^.!?;])*?[,:–-] |[.!?;] ){_EAGER}(?:keen|eager) {_TO_OR_ON}",
    r"\b{they}(?:['’]?s| is|['’]re| are) (?:after|aiming for|gunning for|going for) (?P<keep>(?:an?|the|her|his"
    r"|their) \w)",
    r"\b{they}(?:['’]?s| is|['’]re| are) (?:itching|dying|desperate|determined|longing|burning"
    r"|hungry) to (?P<keep>\w)",
    r"\b(?:eyes? (?:is |are )?on|sights on) (?P<keep>(?!me\b|her\b|him\b|them\b|it\b)\w)",
    r"\b{they} (?:reckons?|thinks?|swears?|dreams?) (?:that )?(?:she|he|they)(?:['’]ll| will) (?P<keep>\w)",
    r"(?:^|[.!?;,] )reckons (?:she|he|they)(?:['’]ll| will) (?P<keep>\w)",
    r"(?<=[.!?;,] )(?:really |just |still )*(?:wants|hopes|would love|would like|dreams of|aims) (?:to (?=\w))?"
    r"(?P<keep>(?!me\b|us\b|you\b|it\b)\w)",
    r", (?:now |still |also )*(?:thinking (?:of|about)|dreaming (?:of|about)|considering"
    r"|weighing up) (?P<keep>\w+ing\b)",
    r"\bwhat (?:she|he|they|{name})(?:['’]?s| is|['’]re| are)? (?:really |most )?(?:reaching for|after"
    r"|aiming (?:for|at)"
    r"|wants?|hopes? for|working (?:on|towards)|dreams? of) (?:most )?(?:is|:) (?P<keep>\w)",
    r"\b{they} (?:looks? for|(?:is|are) in search of|is applying for) (?P<keep>an? \w)",
    r"(?:, |[.!?;] )(?:very |really )?keen on (?P<keep>\w+ing\b)",
    r"\b(?:{their}) (?:\w+ )?(?:goal|hope|aim|target|plan|wish|dream|question|ambition)(?: is| for \w+ is"
    r"|:) (?P<keep>\w)",
    r"\b(?:{their}) heart (?:is )?set on (?P<keep>\w)",
    r"\b(?:help|get|support|bring)(?:ing)? (?:her|him|them|{name}) (?:to )?(?P<keep>(?!think it)(?:find|decide|think"
    r"|choose|speak|lead|plan|prepare|apply|learn|see"
    r"|write|pass|finish|start|stop)\b)",
)
_HINDERED = (
    r"(?:freezes?|skips? (?!(?:the )?(?:lunch|breakfast))|shouts|blows? up|loses?|puts?|gets? (?:stuck|nervous|quiet)"
    r"|panics?|avoids?|forgets?|gives? up|shrugs?|says? (?:yes|fine|nothing|[\"“'])"
    r"|runs? out|goes (?:quiet|silent)|doubts?|is (?:afraid|scared|stuck|shy|not sure"
    r"|unsure|torn)|can(?:not|['’]?t)|doesn['’]?t (?:dare|know|speak|say|ask)|does not (?:dare|know|speak|say|ask)"
    r"|blames?|struggles? to|finds? it (?:hard|difficult)|(?:is|feels) (?:too|so) (?!much)\w+"
    r"|(?:has|have|had)(?: got)? (?:no|hardly any|too (?:much|many|few|little)) (?!(?:idea|doubt|problems?|trouble"
    r"|questions?|objections?|kids?|children|family|siblings)\b)|lacks?|(?:thinks?|feels?|believes?|says?) (?:that )?"
    r"(?:nobody|no one|everyone else|(?:she|he|they)(?:['’]s| is|['’]re| are)(?: not|n['’]t)? (?:too|good|ready"
    r"|no good|an? (?:fraud|impostor)))"
    r"|keeps? (?:on )?(?:putting|postponing|avoiding|delaying|forgetting|missing|losing|changing|dodging|cancelling"
    r"|worrying|comparing|apologi[sz]ing|rewriting|redoing|starting over|failing|getting (?:stuck|rejected"
    r"|turned)))\b"
)
_TROUBLE = (
    r"(?:problem|obstacle|trouble|snag|difficulty|hurdle|catch|barrier|sticking point|blocker|fear|worry"
    r"|challenge|hitch)"
)
_ME = r"(?:her|him|them|{name})"
_OBSTACLE = (
    _LABEL + rf"{_TROUBLE}(?: [^.:=!?\n]{{0,25}})?(?: ?=|:) ?(?P<keep>(?!i\b|how\b|what\b)\w)",
    rf"(?:^|[.!?;,] |\bbut )(?:the )?(?:{_TROUBLE}|thing|issue) is,? (?:that )?(?P<keep>(?!i\b|how\b|what\b|to\b)\w)",
    rf"\bwhat (?:trips|holds|keeps|stops|blocks|slows|gets|drags|bothers|worries|puts) {_ME}"
    r"(?: (?:up|back|down|off|most|stuck|from [^.:]{2,30}))?(?: is(?: that)?|:) ?(?P<keep>\w)",
    rf"(?:^|[.!?;] |\bbut )(?P<keep>(?!(?:i|we|you|it|this|that|what|which|who|how)\b)(?:[\w'’-]+ ){{1,7}}"
    rf"(?:keeps?|holds?|gets?|wears?|drags?|puts?|slows?|stops?|trips?|weighs?) {_ME} "
    r"(?:stuck|back|down|off|up|from)\b)",
    rf"\b(?:i (?:hear|sense|gather|suspect|fear)|apparently|it seems) (?:that )?(?P<keep>{{they}} {_HINDERED})",
    r"(?<=[.!?;,] )(?:but |and )?(?P<keep>(?:always |often |just |never )*(?!think\b)(?!says? (?:yes|fine))"
    r"(?:freezes|skips|loses|panics|avoids|gives up|shrugs|doubts|forgets|blames|struggles to|puts off|keeps putting"
    r"|never (?:finishes|starts|speaks|asks|dares)|can(?:not|['’]?t) (?!(?:think|come|decide|wait|tell|say|see"
    r"|make|be|do"
    r"|help|imagine|remember|find (?:the|any|good|a) (?:words|questions?))\b)) ?\w)",
    r"(?<=\w )but (?P<keep>(?:always |often |then )*(?:freezes|skips|loses|panics|avoids|gives up|doubts"
    r"|forgets|blames"
    r"|shrugs|struggles|lacks|puts off|keeps putting|never (?:finishes|starts|speaks|asks|dares))\b \w)",
    r"(?:^|[.!?;] )(?P<keep>{they} (?!(?:promised|agreed|said|asked|told)\b)\w+ [^.,;!?\n]{2,50}? (?:endlessly"
    r"|over and over"
    r"|again and again))",
    r"(?:^|[.!?;] )(?P<keep>(?:the|{their}) [^.,;!?\n]{2,40} (?:(?:is|are) (?:too \w+ for (?:her|him|them"
    r"|{name})|against (?:it|that|the idea))|won['’]?t (?:let|allow|support|hear)|refuses? to))",
    r"\b(?:it|this|that|everything|the whole thing) (?:all )?(?:stalls?|fails|founders|breaks down|goes wrong"
    r"|got stuck"
    r"|is stuck) (?:because|since|as|when|whenever) (?P<keep>(?!i\b)\w)",
    rf"(?:^|[.!?;,] |\bbut |\band )(?P<keep>{{they}} (?:always |often |just |then |only |never |usually |still "
    rf"|keeps? )*{_HINDERED})",
    rf"(?<!\bi )\b(?:(?:stuck|struggl\w+) (?:on|with|at|because)|(?:the|{{their}}) (?:\w+ )?{_TROUBLE} (?:is"
    rf"|seems to be)"
    r"(?: that)?|what (?:holds|keeps|stops) (?:her|him|them)(?: back)? is(?: that)?|(?<!i['’]m )(?<!i am )(?:afraid"
    r" (?:of|that)|worried (?:about|that))) (?P<keep>(?!i\b)\w)",
)
_AFTER_A_WISH = re.compile(
    r"^[^.!?;\n]{3,110}?(?:,? (?:but|yet|though|although|only|except(?: that)?)|[,;.] (?:however|but|still|yet),?) "
    r"(?P<keep>(?!(?:the|our) (?:meeting|session|talk|time|hour|rest|next)\b)"
    r"(?:the|an?|her|his|their|no|nobody|nothing|every|(?:two|three|four|all|both|most) \w+|(?!(?:it|this|that"
    r"|i|we|you|what|which|all|everything|she|he|they)\b)[a-z]+(?= (?:is|are) )"
    r"|there(?:['’]s"
    r"| is) (?:no|nobody)|she|he|they)\b"
    r"(?! (?:also|already|does (?:well|fine)|is (?:doing|going|good|great|fine))\b)"
    r"(?![^.!?;,\n]{0,40}\b(?:meetings?|talk to me|ask me)\b) \w)",
    re.IGNORECASE,
)
"""What stands against a wish in its own sentence ("... but the bank refused her loan")."""
_MEETING = (
    r"(?!(?:meet|see|have|continue|(?:talk|speak)(?! (?:to|with) (?:her|his|their|the|an?|one|two|three)\b)"
    r"|keep (?:meeting|seeing|talking|in touch|going))\b)"
)
_WHEN = (
    r"(?:last \w+|in [A-Z]\w+"
    r"|since (?:then|last \w+|we last met)|at our last \w+|between our meetings|when we last met)"
)
_WOULD = r"(?:['’]ll|['’]d| will| would| was to| were to| should| is going to| was going to)"
_AGREED = (
    _LABEL + r"(?:(?:what )?(?:we )?agreed|task|homework|to-?do|assignment|commitment"
    r"|promise)(?: [^.:=!?\n]{0,25})?(?: ?=|:) ?"
    r"(?:to (?=\w))?(?P<keep>(?!nothing|none|not)\w)",
    r"\b{they} (?:told me|swore|assured me|vowed)(?: that)? (?:she|he|they)(?:['’]d| would|['’]ll"
    r"| will) (?P<keep>(?!(?:love|like|be|have|rather|prefer|never|not)\b)\w)",
    r"\b{they}(?: was|['’]s| were) gonna (?P<keep>\w)",
    r"\b{they}(?: had|['’]d| has)? (?:agreed,|intended|pledged|resolved|undertook|was meant|were meant|was due"
    r"|were due) to (?P<keep>\w)",
    rf"\b(?i:{_WHEN}),? {{they}} (?:decided|chose|took (?:it )?on) to (?P<keep>\w)",
    r"\b(?:{they}|and) (?:also )?took on (?P<keep>\w+ing\b \w)",
    rf"\bthe (?:deal|plan|agreement|idea)(?: (?:since|from"
    rf"|for) [\w ]{{2,20}})? was (?:for {{they}} )?to {_MEETING}(?P<keep>\w)",
    r"\b{they} (?:said (?:she|he|they)(?:['’]d| would)|promised (?:me )?to|agreed to|was (?:going |supposed )?to"
    r"|were (?:going |supposed )?to"
    r"|(?:had )?meant to|had to|wanted to try to|undertook to|volunteered to|set (?:her|him|them)sel(?:f|ves) to"
    r"|planned to) (?P<keep>\w)",
    rf"\b{{they}} (?:promised|agreed|said|offered)(?: me)?(?: that)? (?:she|he|they){_WOULD} (?P<keep>\w)",
    r"\b(?:last time|since then|at our last (?:meeting|talk)|last (?:week|month"
    r"|meeting)),? (?:we agreed (?:that )?)?(?:{they} )?(?:would|was to|were to|should)"
    r" (?P<keep>\w)",
    rf"\b(?:we (?:have |had |['’]ve )?(?:agreed|decided|settled|arranged|said|left it)|the (?:deal|plan"
    rf"|agreement|idea)"
    rf" (?:was|is))(?: last \w+)?(?: on it)?(?: that| so that)? {{they}}{_WOULD} {_MEETING}(?P<keep>\w)",
    rf"\bwe agreed (?:on|to) {_MEETING}(?P<keep>\w)",
    r"\b(?:{their}) (?:task|homework|assignment)(?: (?:for|since|from|until)(?: the)? \w+(?: time)?)? (?:is|was)"
    r" to (?P<keep>\w)",
)
_PARTNER = r"(?:mentee|apprentice|trainee|student|pupil|intern|junior|prot[ée]g[ée]e?)"
_MENTEE = (
    re.compile(rf"(?:^|[.!?\n]\s*(?:So )?)(?P<name>(?!So\b){NAME}) and I\b(?!['’])"),
    re.compile(rf"\b[Mm]y (?:[a-z-]+ )?{_PARTNER}(?:['’]s name is|,| is called| called| named)? (?P<name>{NAME})"),
    re.compile(rf"\b[Mm]entor(?:ing|ed)? (?:an? [a-z ]{{3,30}}(?:,| called| named) )?(?P<name>{NAME})"),
    re.compile(
        rf"(?:{NAME}['’]s|\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Mm]y|[Tt]his|[Hh]er|[Hh]is)) (?:[a-z-]+ )?(?:boy|girl|lad|son"
        rf"|daughter|{_PARTNER}|nephew|niece|colleague|newcomer|youngster)(?:,| called| named)? (?P<name>{NAME})"
    ),
)
_WISHING = re.compile(
    rf"(?:^|[.!?\n]\s*)(?P<name>(?!(?:She|He|They|We|You|Who|It|This|That|There|Every\w+|Some\w+|No\w+"
    rf"|Management|Work"
    rf"|My|Our|The|Mum|Mom|Dad|School|Head)\b){NAME}) (?:(?:really|also|still|now|only|just|is|has) )*"
    r"(?:wants|would (?:like|love)|hopes|aims|plans|dreams|longs|wishes|struggles|keen|eager|aiming|hoping|dreaming"
    r"|planning|rang|phoned|called me|wrote (?:to )?me|texted|came to|comes (?:by|to|over|in)|visits|is coming"
    r"|told me"
    r"|and (?:I|me)\b)"
)
"""Somebody at the start of a sentence who wishes something; such a word alone may be anything with a capital."""

_TURN = re.compile(
    r",? (?:yet|only|but|though|although|except)(?: that)? (?:she|he|they|her|his|their|the|no|nobody)\b.*$",
    re.IGNORECASE,
)
_THEM = re.compile(r"\bthey/them\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"(?:^|[.!?;] )they(?:['’]d|['’]re|['’]ve)? (?:want|would|promised|said|agreed|set|hope|keep|have|are|were|never"
    r"|always|find|feel|think|meant|dream|need|struggle)\b",
    re.IGNORECASE,
)
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
    if "goal" in facts:
        facts["goal"] = _TURN.sub("", str(facts["goal"]))
    if "obstacle" in facts:
        who = facts.get("mentee_name") or facts.get("pronoun") or "they"
        facts["obstacle"] = re.sub(r"^who\b", str(who), str(facts["obstacle"]))
    if "goal" in facts and "obstacle" not in facts and (found := _against(message, str(facts["goal"]))):
        facts["obstacle"] = correct_case(found)
    if "pronoun" not in facts and (_THEM.search(message) or ("mentee_name" in facts and _THEIRS.search(message))):
        facts["pronoun"] = "they"
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
