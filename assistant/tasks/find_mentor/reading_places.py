"""Where somebody stands who looks for a mentor, and where they were before."""

import re

from assistant.language.roles import ROLE_NOUN
from assistant.language.spans import tidy
from assistant.model import Facts

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
_PLACE = (
    rf"(?P<keep>{_STAGE}(?=(?:an?|the|our|my|home|two) \w|(?-i:[A-ZÀ-Þ]))(?:St\. )?[^.,;!?\n]{{2,50}}?)"
    r"(?=[.,;!?\n(]|$| (?:and|who|but|so|since|because|where|which|as|now|until|with|last|every|no"
    r"|on \w+days?)\b|\s[–—-]\s)"
)
_NO_STATE = (
    r"(?!(?:good|bad|weak|better|best|home|lost|terrible|useless|hopeless|looking|new|old|not|great|worse|stuck"
    r"|amazed|angry|mad|happy|here|staying|okay|ok|awful|rubbish|poor|brilliant|on|in|at|starting|only)\b)"
)
_NO_SUBJECT = r"(?!(?:i|we|he|she|they|my|our|his|her|who|it|is|am|are|was|not|no|good|bad|hopeless|useless|ask)\b)"
_POST = r"(?:[\w-]+ ){0,3}?(?:job|post|place|position|role|placement|internship|apprenticeship|stall|contract)"
_COUNT = (
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|\w+teen|twelve"
    r"|(?:twenty|thirty|forty)(?:-\w+)?|many|several|some)"
)
_WHERE = (
    re.compile(
        r"\bi(?:['’]m| am|m) (?:a|an) (?:(?!(?:at|in|for|with)\b)[\w'’-]+ ){1,5}with (?P<keep>(?:the )?"
        rf"{_TOWN}(?: (?:of|and|&|in) (?:the )?{_TOWN})*){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i(?:['’]m| am)? (?:(?:now |currently |still )?(?:work(?:ing)?|study(?:ing)?|train(?:ing)?"
        r"|teach(?:ing)?"
        r"|volunteer(?:ing)?|employed))(?: as [^.,;]{2,40}?| (?!with\b|on\b|to\b|from\b)\w+)?|i(?:['’]m"
        r"| am|m) (?:an?|the) [^.,;]{2,40}?|i (?:lead|head|manage|supervise) [^.,;]{2,30}?|i(?:['’]m| am|m)(?= (?:at"
        r"|with) (?:the |an? )?"
        r"(?-i:[A-ZÀ-Þ]))) (?:at|in|with(?= (?:the )?(?-i:[A-ZÀ-Þ]))|for(?= (?:(?:the|an?|our|my) \w"
        r"|(?-i:[A-ZÀ-Þ])))) "
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
    re.compile(
        rf"\b(?:i(?:['’]m| am|m) (?:now |currently )?{_NO_STATE}[\w-]+"
        r"|(?:^|[.,;!?\n] ?|\b(?:i(?:['’]m| am|m)|and) )(?:currently|now|these days|at present"
        r"|presently)) (?:at|with) "
        rf"{_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i|and)(?:['’]ve| have)? (?:just )?(?:landed|started|ended up|got (?:a|my|the) {_POST}"
        rf"|have (?:a|my) {_POST}"
        rf"|found (?:a|my) {_POST}|took (?:a|the) {_POST}|got promoted to [^.,;!?\n]{{2,30}}?"
        r"|been (?:promoted to |made )?"
        r"(?:(?:a|an|the) )?(?:[\w-]+ ){0,2}"
        rf"{ROLE_NOUN}) (?:at|with|in|for) {_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bi(?:['’]m| am|m) (?:on|in|part of) (?:an?|the) (?:[\w-]+ ){{0,2}}(?:crew|team|gang|squad|ward"
        r"|staff) (?:with|at|of)"
        rf" (?P<keep>(?:the )?{_TOWN}(?:, {_TOWN}| in {_TOWN})?)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bi(?:['’]m| am|m) (?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)?, (?:an? "
        rf"|the )?(?:[\w-]+ ){{0,3}}{ROLE_NOUN}"
        rf" (?:at|with|in|for) {_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi work (?:nights|shifts|(?:night|day|late|early) shifts|part[- ]time|full[- ]time|weekends) (?:at"
        r"|in|for) "
        rf"{_PLACE}|\bdoing (?:an?|my) [\w'’ -]{{2,30}} at (?P<course>(?:the )?{_TOWN})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.!?\n] ?)as an? (?:[\w-]+ ){{0,2}}{ROLE_NOUN} (?:at|with"
        rf"|in) (?P<keep>(?:the )?{_TOWN}(?: in {_TOWN})?),? (?:and )?i\b"
        rf"|(?:^|[.;!?\n] ?)(?:now|currently|at present|workplace|employer): (?P<said>[^.;!?\n]{{3,50}})",
        re.IGNORECASE,
    ),
    re.compile(rf"\bgot promoted to [^.,;!?\n]{{2,30}}? at {_PLACE}", re.IGNORECASE),
    re.compile(
        rf"\bi(?:['’]ve| have)? (?:just |recently )?(?:joined(?= (?:the )?(?-i:[A-ZÀ-Þ])"
        rf"| an? (?:\w+ ){{0,2}}(?:firm|company|team|start-?up|school|clinic|practice|agency|lab|crew)\b)"
        r"|taken(?= an? (?:stall|shop|farm|workshop"
        rf"|room)\b)) {_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi (?:drive|repair|fix|clean|cook|bake|sell|build|make|do|teach|cut|paint|weld|serve|wait|pack|keep"
        r"|operate"
        r"|deliver|mend|fit|install) (?!not\b)[^.,;!?\n]{2,30}? (?:(?:at|for) (?=(?:the|an?|our|my) "
        r"|(?-i:[A-ZÀ-Þ]))|from"
        rf" (?=home in )|(?:in|on) (?=(?-i:[A-ZÀ-Þ]))){_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:moved|came|relocated|moving|switched) (?:here )?from [^.;!?\n]{2,60}? to (?=(?:an?|the) "
        r"|(?-i:[A-ZÀ-Þ]))"
        rf"{_PLACE}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:^|[.;!?\n] ?)(?P<keep>{_TOWN}) (?:now|at present|currently|these days)(?=[,.;])"),
    re.compile(
        rf"(?:^|[.;!?\n] ?)(?:{_NO_SUBJECT}[\w-]+ ){{1,4}}(?:at|with) (?P<keep>(?:the )?{_TOWN}(?: in {_TOWN})?)"
        r"(?=[.,;!?\n]|$| (?:since|for|as|and|where|here)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?\n] ?)(?:an? )?(?:{_NO_SUBJECT}[\w-]+ ){{0,2}}{ROLE_NOUN} (?:at|with|in) (?P<keep>(?:(?:a|an"
        rf"|the) )?[^.,;!?\n]{{0,25}}?{_TOWN})(?=[.,;!?\n]|$| (?:since|for|as|and|where|here)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?\n] ?)(?P<keep>(?:{_NO_SUBJECT}[\w-]+ ){{0,2}}(?:farm|shop|bakery|workshop|studio|garage|salon"
        rf"|clinic|office|school|restaurant|cafe|café|hotel|hospital) (?:in|near|outside) {_TOWN})(?=[.,;!?\n]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:here in|(?<=\w )here,) (?P<keep>{_TOWN})(?=[.,;!?\n]|$| (?:they|we|i|and|there|it|nobody"
        r"|everyone)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?\n] ?)(?:live|living|based|settled|working|studying) (?:in|near|at|outside) (?P<keep>{_TOWN})"
        r"(?=[.,;!?\n]|$| (?:and|but|since|for)\b)",
        re.IGNORECASE,
    ),
)
_AT_BEFORE = (
    rf"(?P<keep>(?!home\b|first\b|least\b|it\b|that\b|this\b|\d){_STAGE}[^.,;!?\n]{{2,50}}?)"
    r"(?=[.,;!?\n]|$| (?:and|but|until|before|where|for|in \d)\b)"
)
_BEFORE = (
    re.compile(
        r"(?<!who )(?<!she )(?<!he )(?<!they )\b(?:studied|trained|went to (?:school|college)|graduated"
        r"|used to (?:work|teach|be)|learned my trade"
        r"|did my (?:[\w'’-]+ )?(?:training|degree|apprenticeship|studies|course|diploma|bachelor['’]?s?"
        r"|master['’]?s?|phd)"
        r"(?: in [^.,;!?\n]{2,25}?)?|previously|formerly|earlier|before that(?: i (?:was|worked))?) (?:at|in"
        r"|from|for|with) " + _AT_BEFORE,
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
    re.compile(
        r"\b(?:before (?:this|that|then|now|here|the (?:kids|children|baby|twins)|coming here|moving here)|earlier"
        r"|previously|formerly|in my (?:old|former|previous|last|first) (?:job|life)),? (?:on )?i(?:['’]d"
        r"| had)? (?:was"
        r"|did|worked(?: as)?|spent|had|(?=(?:taught|ran|studied|sold|drove|cooked|kept|managed|led|built)\b))"
        r" ?(?P<keep>(?!(?:never|always|not|no|it|to)\b)[^.,;!?\n]{4,70}?)(?=[.,;!?\n]|$| (?:and|but|until|so) )",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:came (?:straight )?(?:out of|off)|(?:straight|fresh) (?:out of|from|off)|background (?:from|at)"
        r"|apprenticeship (?:at|with|from)|(?:degree|diploma|training|certificate|bachelor|master|msc|bsc"
        r"|phd) (?:from|at))"
        r" (?=(?:an?|the|my) |(?-i:[A-ZÀ-Þ]))" + _AT_BEFORE,
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[.;!?\n] ?)(?:before|previously|earlier|background): (?P<keep>[^.;!?\n]{3,50})", re.IGNORECASE),
    re.compile(
        r"(?:^|[\s,;(])(?:ex|formerly|previously|prev\.?|used to be (?:at|with))[ -](?P<keep>(?-i:[A-ZÀ-Þ])"
        r"[^.,;!?()\n]{1,40})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<keep>{_TOWN}) (?:earlier|before that|previously|formerly|before)(?=[.;,]|$)",
    ),
    re.compile(
        rf"(?<!just )\b(?:used to be|i was|i (?:have |had )?been|worked (?:for \w+ years )?as|(?:trained|qualified"
        r"|started(?: out)?) as)"
        rf" (?P<keep>an? (?!beginner|teenager|bit)(?:[\w-]+ ){{0,2}}{ROLE_NOUN}\b(?: (?:at|in|for|with) "
        r"[^.,;!?\n]{2,40}?)?)(?=[.,;!?\n]|$| (?:and|but|until|before|so|half|all|for|originally|by|once|most"
        r"|since)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:after|spent|did|with|worked) {_COUNT} (?:years?|yrs|months?|seasons?|summers?) (?:as|at|in|on|with"
        r"|for) (?P<keep>(?!(?:this|that|now|my life)\b)[^.,;!?\n]{3,50}?)"
        r"(?=[.,;!?\n]|$| (?:and|but|until|before|i['’]|i|we)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_COUNT} (?:years|yrs|y) (?:of )?(?:[\w+#-]+ ){{0,2}}(?:at|with"
        r"|for) " + _AT_BEFORE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\bafter (?P<keep>(?:(?!finishing\b)[\w'’-]+ ){0,3}(?:school|college|university|apprenticeship"
        r"|training|degree"
        r"|studies|bootcamp|academy|institute)\b[^.,;!?\n]{0,50}),",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi(?:['’]ve| have)? (?:just |recently )?(?:finish(?:ed)?|complete[d]?|left|attended"
        r"|graduated from) (?P<keep>(?:(?:the"
        r"|an?|my) )?(?:[\w'’-]+ ){0,3}(?:school|college|university|academy|course|apprenticeship|bootcamp|institute"
        r"|polytechnic|training)\b(?: (?:at|in|of) [^.,;!?\n]{2,40}?)?)(?=[.,;!?\n]|$| (?:and|but|last|this"
        r"|in \d)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bworked (?:at|in|for) (?P<keep>[^.,;!?\n]{3,40}?) (?:previous(?:ly)?|before|earlier|back then)\b"
        rf"|\bwhere i (?:did|taught|was|worked as|studied) (?P<there>[^.,;!?\n]{{2,40}} (?:at|for|with) {_TOWN})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?\n] ?|\bi(?:['’]m| am|m) an? )(?:retired|former|ex-?) ?(?P<keep>(?:[\w-]+ ){{0,2}}{ROLE_NOUN})"
        r"(?=[.,;!?\n]|$| (?:here|and|from|in|now)\b)",
        re.IGNORECASE,
    ),
)


def places(message: str) -> Facts:
    """The fields `where` and `before`, as far as the message tells them."""
    facts: Facts = {}
    for field, patterns in (("where", _WHERE), ("before", _BEFORE)):
        for match in (found for pattern in patterns for found in pattern.finditer(message)):
            said = tidy(next(part for part in match.groupdict().values() if part))
            if said and said != facts.get("where"):
                facts[field] = said
                break
    return facts
