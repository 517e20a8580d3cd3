"""Facts for an introduction in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.people import TITLES
from assistant.language.roles import NAME
from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts
from assistant.tasks.introduction.reading_pair import Pair

_ROLE = r"(?:mentee|apprentice|student|trainee|former student|intern|junior|pupil|prot[ée]g[ée]e?)"
_TAUGHT = r"(?:mentor(?:ed)?|supervised?|coach(?:ed)?|taught|teach|trained?|tutor(?:ed)?)"
_MENTEE = (
    re.compile(rf"\b(?:[Mm]y|[Aa]) (?:\w+ )?{_ROLE}(?: is)?(?: (?:called|named))?,? (?P<name>{NAME})"),
    re.compile(
        rf"\b(?P<name>{NAME})(?:,? (?:(?:who|whom) [Ii](?: \w+)? {_TAUGHT}\b|whose [^.,;!?\n]{{3,50}} [Ii] {_TAUGHT}\b"
        rf"|(?:is )?my (?:\w+ )?{_ROLE}\b)|(?:['’]s| has| is)(?: been)? my (?:\w+ )?{_ROLE}\b)"
    ),
    re.compile(
        rf"\b(?:[Ii](?:['’]m| am|m)? mentor(?:ing)?,?|(?:[Aa]m |^)[Mm]entoring) "
        rf"(?:an? [^.,;!?\n]{{3,40}} (?:called|named) )?(?P<name>{NAME})"
    ),
    re.compile(rf"(?:^|[.!?;,\n] ?)(?:[Aa]bout|[Mm]entee|[Ww]ho)(?:(?: is)?:| =) ?(?P<name>{NAME})"),
    re.compile(rf"\b(?:kid|lad|lass|girl|boy|youngster|young (?:man|woman)) is (?:called )?(?P<name>{NAME})"),
    re.compile(rf"\b[Pp]romised (?P<name>{NAME}) an intro"),
)
_TITLED = rf"(?:(?P<title>(?=[A-Z]|(?:dr|prof|mr|mrs|ms)\b)(?i:{TITLES})(?:\. med)?)\b\.? )?"
_TITLE = re.compile(rf"(?i:{TITLES})\b\.?")
_AFTER_MENTEE = re.compile(
    rf"\b(?:[Ii]ntroduce|[Cc]onnect|[Ll]ink(?: up)?|[Rr]ecommend|[Pp]ut) (?:my (?:\w+ )?{_ROLE} )?(?P<name>{NAME})"
    rf"(?= (?:to|with|in touch|(?P<pair>and))\b(?: (?P<other>{NAME}))?)"
)
_INTRODUCED = re.compile(
    rf"\b[Ii]ntro(?:duc(?:ing|e|tion (?:of|for))| (?:of|for)|(?:duction)?:) (?P<name>{NAME})"
    rf"(?=[.,;!?\n]|$| \(| (?:to|please|pls|who|from|so|for|as)\b(?! my\b))"
)
_CONTACT = re.compile(
    rf"\b(?:to|with|ask(?:ing)?|write to|know|friend|colleague|contact|former boss|old boss"
    rf"|and) (?:my (?:\w+ )?(?:friend|colleague|contact|boss|teacher|neighbou?r"
    rf"|client|professor|supervisor|coach|cousin) )?{_TITLED}(?P<name>{NAME})"
)
_LABELLED_CONTACT = re.compile(
    rf"(?:^|[.!?;,\n] ?)(?:(?:[Tt]o|[Cc]ontact|[Rr]ecipient|[Ff]or):|[Cc]ontact (?:is|=)) ?{_TITLED}(?P<name>{NAME})"
)
_WISHED = re.compile(r"^(?:Introduc\w+|Intro|Connect\w*|Link\w*)\b ?(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.? ?)?")
"""A verb that begins a message and looks like a part of the name behind it."""
_MENTEE_IS = re.compile(
    rf"\bmy (?:\w+ )?{_ROLE}(?:,? (?-i:{NAME}),?)? (?:is|['’]s) (?:now |currently |just )?"
    r"(?P<keep>(?:an? |our |in (?:his|her|their) |about to |(?!nothing|willing|looking|hoping|asking|going|having|being"
    r"|wondering|dying|struggling|losing|getting)\w+ing )\w)",
    re.IGNORECASE,
)
"""What the mentee is or is doing, without the verb, to stand after a name and a colon."""
_AND_MORE = re.compile(r" and (?:has|is|does|wants|needs|would)\b.*$", re.IGNORECASE)
_MINUTES = (
    r"(?:(?:an?|one) (?:quick |short |single |brief )?)?(?:\d{1,2}|five|ten|fifteen|twenty|thirty|half an|one)"
    r"[ -]?(?:min(?:ute)?s?|hours?)\b"
)
_ASK = (
    re.compile(
        r"\b(?:would like|wants|needs|hopes|['’]d like|looking for|asks? for|for) (?:to (?:have|get"
        r"|ask for) )?(?P<keep>(?:\d+|ten|fifteen|twenty|thirty|half an|an|a short|one"
        r"|a quick|a) (?:\w+ ){0,2}?(?:min\w*|hour|call|coffee|talk|question|chat|visit|word)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\bi)(?<!\bi )(?:\b(?:would like|wants)|['’]d like) to (?P<keep>(?:ask|know|hear|learn|see|visit"
        r"|talk about) \w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:(?i:spare|give|grant|lend|offer|have) (?:(?i:her|him|them|us|my (?:\w+ )?{_ROLE})|{NAME})|(?i:spare)) "
        rf"(?P<keep>(?i:{_MINUTES}))"
    ),
    re.compile(r"(?:^|[.!?;\n] ?)(?:the )?(?:(?:one|small) )?(?:ask|request)(?: is)?: ?(?P<keep>\w)", re.IGNORECASE),
)
_ASK_IS_ALL = re.compile(
    rf"\b(?P<keep>{_MINUTES}(?:(?! and\b)[^.,;:!?\n]){{0,50}}?) (?:is|are|would be|will be) "
    r"(?:all|enough|plenty|the (?:whole )?(?:ask|request))\b",
    re.IGNORECASE,
)
_WHY = (
    re.compile(
        r"\b(?:because|since|as) (?P<keep>(?:she|he|they|both|the two)\b)(?!(?: (?:was|were|left|began|came"
        r"|started|moved|arrived|joined|turned|says?|said)\b))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:^|[.!?;\n] ?)(?:the |my )?(?:reason|why(?: (?:her|him|them|this contact))?)(?: is)?[:?]"
        r"|\b(?:the|my) reason is(?: that)?) ?(?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_SAME = re.compile(
    r"\b(?:about|of|with|on|in|into) (?P<keep>[^.,;:!?\n]{3,40}, which is (?:exactly |just |precisely )?what "
    r"(?:she|he|they|(?!(?-i:[a-z]))\w+) (?:did|does|do|has done|works? on|worked on|teaches|studied|went through)\b"
    r"[^.;!?\n]{0,80})",
    re.IGNORECASE,
)
"""What the mentee lacks and the contact has done."""
_YES = (
    r"(?:agreed?|said yes|ok(?:ay)?(?:ed)?|happy|fine|keen|up for it|on board|willing|consent(?:ed)?|in favou?r|glad|in"
    r"|g(?:i|a)ven? (?:me |us )?(?:their|his or her|the) (?:ok(?:ay)?|consent|yes|blessing|go-ahead|permission))\b"
)
_BOTH = re.compile(
    rf"\b(?:they(?:['’]ve| have)?(?: both| each)|(?:both|each|all|either)(?: of (?:them|the two))?(?: sides)?"
    rf"|every(?:body|one)(?:['’]s)?|the two|the pair)(?: (?:have|has|are|is|both|each|already|also|very|quite)){{0,3}}"
    rf" {_YES}"
    r"|\b(?:ok(?:ay)?|yes|consent|green light|go-ahead|thumbs up|agreement) (?:from|by|of) (?:both|each|the two)\b"
    r"|\b(?:asked|spoken (?:to|with)|talked (?:to|with)|checked with) (?:both|each of them|the two|them both)\b"
    rf"[^.!?\n]{{0,30}}\bthey(?:['’]re| are|['’]ve| have)?(?: both| each)? {_YES}",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:if|once|until|till|when|unless|whether|before|after|neither|not|never|hope|hoping|may|should|must|as soon as"
    r"|make sure|assum\w+|haven['’]?t|hasn['’]?t|n['’]t)\b[^.!?;\n]{0,40}$",
    re.IGNORECASE,
)
_BARE = (
    r"(?!(?:be|been|mind|think|feel|like|know|say|agree|want|need|get|see it|have|he|she|they|i|you|we|it|not|both)\b)"
)
_SMALL = (
    r"(?:call|chat|talk|conversation|coffee|visit|tour|look|meeting|email|message|voice message|reply|tip|hint|question"
    r"|answer|word|opinion|hour|minutes?|mins?|morning|afternoon|lunch|feedback|line)"
)
_FEW = rf"(?:an?|one|two|half an|{_MINUTES}|\d{{1,2}}|ten|fifteen|twenty|thirty|five)"
_ASKED = (
    re.compile(
        r"\b(?:all|the only thing) (?:she|he|they|we|i) (?:wants?|asks?(?: for)?|needs?|would like) is (?:for (?:her"
        r"|him|them) )?(?:to )?(?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\bi )(?<!\bwe )\b(?:would love|hop(?:es?|ing) for|wants?|would like|asks? for) (?:just |only )?"
        rf"(?P<keep>{_FEW} (?:[\w-]+ ){{0,2}}?{_SMALL}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!how )(?<!what )(?<!when )(?<!where )(?<!why )(?<!which )(?<!who )(?<!whom )(?<!time )"
        rf"\b(?i:can|could|would|may|might|will) (?:(?i:she|he|they|the \w+|my mentee)|{_TITLED}{NAME}) "
        rf"(?:(?:perhaps|possibly|maybe|please|be (?:able|willing|open) to|be so kind as to) )*(?P<keep>{_BARE}[a-z]+ "
        r"(?=[^.!\n]{3,140}\?|[^.!?\n]{3,80}$))"
    ),
    re.compile(
        rf"\bask(?:ing)? (?i:her|him|them|{_TITLED}{NAME}) (?:(?:to|if \w+ (?:can|could|would|might))"
        rf" (?P<keep>{_BARE}[a-z]+ \w)|(?P<which>(?:what|which|how|where) \w+ \w))"
    ),
    re.compile(rf"\bask (?:if|whether) (?:she|he|they|{NAME}) (?:can|could|would|might) (?P<keep>{_BARE}[a-z]+ \w)"),
    re.compile(
        rf"\b(?:(?:just|only) (?:want|need|ask)(?:ing)?|all [Ii] (?:want|ask) is(?: for)?) (?:him|her|them"
        rf"|{_TITLED}{NAME}) to (?P<keep>{_BARE}[a-z]+ \w)"
    ),
    re.compile(
        r"(?:^|[.!?;\n] ?)(?i:what (?:we|i|she|he|they) ask|(?:the |one |a |my )?(?:small |little |only )+(?:thing|wish"
        r"|favou?r|request|ask))(?: for)?(?: is)?: ?(?:(?:may|could|can|would) (?:she|he|they) )?(?P<keep>\w)"
    ),
)
_ALONE = re.compile(
    rf"(?:^|[.!?;\n] ?)(?P<keep>{_FEW} (?:[\w-]+ ){{0,3}}?{_SMALL}\b(?: (?:to|of|on|about|with|by|from|over|at|in"
    r"|for)\b[^.,;!?\n]{2,60}?)?)(?:,? (?:no more(?: than that)?|please|pls|only|that is all|that['’]?s all"
    r"|at most|would do|will do|is (?:all|the only thing)\b[^.!?;\n]{0,30}))*(?=[.!;\n]|$)",
    re.IGNORECASE,
)
"""A small thing that is a whole sentence."""
_LAST = re.compile(
    rf"[.!?\n]\s*(?:(?:[Kk]ind|[Mm]any|[Ww]ith|[Ww]arm|[Bb]est) (?:thanks|regards|wishes),? |[Mm]y name: )?"
    rf"(?P<name>(?!(?:Thanks|Thank|Please|Pls|Cheers|Regards|Best|Help|Both|Yes|No|Ok|Okay|Sorry|Hope)\b){NAME})"
    r"\s*\.?\s*$"
)
_OF_AGE = re.compile(rf"(?:^|[.!?\n] ?)(?P<name>{NAME}), (?:aged )?\d\d,")
_SENT_FROM = re.compile(rf"\b[Ff]rom (?P<name>{NAME}):")


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = _sender(message)
    if sender:
        facts["sender_name"] = sender if sender[:1].isupper() else sender.title()
    _mentee(message, facts)
    _contact(message, facts)
    contact = str(facts.get("contact_name", ""))
    if "mentee_name" not in facts and contact and (other := _named_too(message, sender, contact)):
        facts["mentee_name"] = other
    pair = Pair(message, str(facts.get("mentee_name", "")), contact, str(facts.get("contact_title", "")))
    if pronoun := pair.pronoun:
        facts["pronoun"] = pronoun
    if asked := _ASK_IS_ALL.search(message):
        facts["ask"] = correct_case(tidy(asked["keep"]))
    if same := _SAME.search(message):
        facts["why"] = correct_case(tidy(same["keep"]))
    if about := _described(message, facts.get("mentee_name", "")) or pair.about():
        facts["about"] = correct_case(about)
    for field, patterns in (("ask", (*_ASK, *_ASKED)), ("why", _WHY)):
        found = "" if field in facts else first_clause(message, patterns, 130)
        if found and found not in facts.values():
            facts[field] = correct_case(found)
    if "ask" not in facts and (alone := _ALONE.search(message)):
        facts["ask"] = correct_case(tidy(alone["keep"]))
    if "why" not in facts and (why := pair.why()) and why not in facts.values():
        facts["why"] = correct_case(why)
    return facts | _agreed(message)


def _agreed(message: str) -> Facts:
    sure = any(not _NOT_YET.search(message[: match.start()]) for match in _BOTH.finditer(message))
    return {"agreed": "both"} if sure else {}


def _named_too(message: str, sender: str, contact: str) -> str:
    """The only other person named, when a sentence begins with what they do."""
    others = [other.name for other in others_in(message, sender) if not other.title and other.name not in contact]
    others = others or [match["name"] for match in _OF_AGE.finditer(message) if match["name"] not in contact]
    acts = len(others) == 1 and re.search(rf"(?:^|[.!?\n] ?){re.escape(others[0])}(?:,| \w+s | \w+ed )", message)
    return others[0] if acts else ""


def _sender(message: str) -> str:
    if name := own_name(message):
        return name
    match = _SENT_FROM.search(message) or _LAST.search(message)
    if match and re.search(rf"\b(?:{TITLES})\.? ?$", message[: match.start("name")], re.IGNORECASE):
        return ""
    return match["name"] if match and len(re.findall(rf"\b{re.escape(match['name'])}\b", message)) == 1 else ""


def _mentee(message: str, facts: Facts) -> None:
    sender = facts.get("sender_name")
    told = next((match for pattern in _MENTEE if (match := pattern.search(message))), None)
    mentee = told or _AFTER_MENTEE.search(message) or _INTRODUCED.search(message)
    if not mentee or mentee["name"] == sender or _TITLE.match(mentee["name"]):
        return
    name = re.sub(r"['’]s$", "", mentee["name"])
    if not told and mentee.groupdict().get("pair") and mentee["other"] and " " in name and " " not in mentee["other"]:
        name = mentee["other"]
    facts["mentee_name"] = name


def _described(message: str, mentee: str) -> str:
    """What stands next to the mentee: after a label or in brackets, in apposition, or as "my mentee is …"."""
    if mentee:
        name = re.escape(mentee)
        beside = re.search(
            rf"(?:about|mentee|who)(?: is)?: ?{name},? (?P<label>[^.!?\n]{{5,120}})"
            rf"|\b{name} \((?P<bracket>[^()]{{5,100}})\)"
            rf"|\b{name}, whose (?P<work>[^.,;!?\n]{{5,70}}?) i {_TAUGHT}\b"
            rf"|\b{name}(?: (?:at|for|since|in) [^.,;!?\n]{{2,25}})?,"
            rf"(?: (?:(?:who|whom) i(?: \w+)? mentor|my (?:\w+ )?{_ROLE}),)? "
            r"(?P<noun>(?:an?|one of (?:my|our)) (?!bit\b|lot\b|few\b|friend\b)[^.,;!?\n]{5,100})",
            message,
            re.IGNORECASE,
        )
        if beside:
            return tidy(next(part for part in beside.groups() if part))
    match = _MENTEE_IS.search(message)
    return _AND_MORE.sub("", clause_after(message, match.start("keep"), 130)) if match else ""


def _contact(message: str, facts: Facts) -> None:
    taken = {str(facts.get("mentee_name", "")), str(facts.get("sender_name", ""))}
    for match in (*_LABELLED_CONTACT.finditer(message), *_CONTACT.finditer(message)):
        if (
            not _TITLE.fullmatch(match["name"])
            and tidy(match["name"]) not in taken
            and not any(match["name"] in name for name in taken if name)
        ):
            facts["contact_name"] = tidy(match["name"])
            if match["title"]:
                facts["contact_title"] = match["title"]
            return
    for other in others_in(message, sender=str(facts.get("sender_name", ""))):
        name = _WISHED.sub("", other.name)
        if name and name not in taken:
            facts["contact_name"] = name
            if other.title:
                facts["contact_title"] = other.title
            return
