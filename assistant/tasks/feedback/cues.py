"""The forms of words in which people give the facts for feedback."""

import re

from assistant.language.people import NAME

RECIPIENT = (
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

ROLES = (
    r"(?:my (?:\w+ )?(?:mentee|colleague|apprentice|trainee|student|junior|resident|intern)|the "
    r"(?:new |young )?(?:mentee|apprentice|trainee|student|junior|intern|nurse|resident))"
)

ACT = r"(?P<verb>[a-zà-ÿ]+)"

ADVERB = (
    r"(?:(?:also|then|just|even|still|only|both|all|really|simply|quietly|\w+ly|never|always|again"
    r"|once|twice|got up and) ){0,2}"
)

WHEN = (
    r"(?:(?:on |this |last |yesterday |that )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?(?: "
    r"(?:morning|afternoon|evening|night))?|yesterday(?: (?:morning|afternoon|evening))?(?:['’]s)?"
    r"|today(?:['’]s)?|this (?:morning|afternoon|evening|week)(?:['’]s)?|last (?:night|week"
    r"|month)(?:['’]s)?|tonight|(?:on |the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+|[A-Z][a-z]+ "
    r"\d{1,2}(?:st|nd|rd|th)?|(?:at|in) (?:the |our |her |his |their )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm"
    r"|o['’]clock)?(?: [a-z]+)?)"
)

PLACE = (
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

SITUATION = re.compile(
    rf"(?:{WHEN},?\s*(?:,\s*)?(?:up )?{PLACE}(?: (?:on |last |this )?{WHEN})?|{PLACE},? (?:on "
    rf"|last |this |yesterday|today|in )?{WHEN}|(?:\w+day|yesterday|today)['’]s (?:[\w'’.-]+ "
    rf"){{0,3}}?[a-z]+|[A-Z][a-z]+, \w+day|\w+day rush)",
    re.IGNORECASE,
)

LOOSE = re.compile(rf"{WHEN}|{PLACE}", re.IGNORECASE)

IMPACT_MARK = re.compile(
    r"(?:,? (?:so|and so|so that|which meant(?: that)?|which made|meaning|as a result|because of "
    r"(?:that|this|it)|with the result that|and as a result)|\b(?:as a result|because of (?:that|this)"
    r"|the (?:result|effect|impact) (?:was|is)(?: that)?|it meant(?: that)?|that meant(?: that)?|what "
    r"happened (?:then|next) was(?: that)?)),? (?P<what>(?!i (?:want|need|would|have to|must|should"
    r"|['’]d|think)|can you|could|please|help|that |i['’]d|how|what|maybe|part )[^.!?;\n]+)",
    re.IGNORECASE,
)

NEXT = (
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

NEXT_WHEN = re.compile(
    r"\b(next time|from now on|in future|going forward|from (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day(?: on)?|(?:on|by|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week"
    r"|shift|lesson|meeting|handover|review)|(?:at|in) (?:the|our|tomorrow['’]s|her|his) next \w+"
    r"|tomorrow)\b",
    re.IGNORECASE,
)

SUPPORT = (
    re.compile(
        r"\b(?:i(?:['’]d| would|['’]ll| will| can| could|['’]m happy to| am happy to|['’]m glad to|['’]d "
        r"be (?:happy|glad) to|ll)|id|ill) (?:also |even |gladly |happily |then |always |offer to |be "
        r"(?:happy|glad) to )*(?P<keep>(?:lend|help|back|sit|go|come|cover|show|practi[sc]e|rehearse|walk"
        r"|get|give|bring|share|send|shadow|watch|stand|join|pair|read|listen|introduce|book|make|write"
        r"|support|run|swap|do it|look)\b[^.!?;\n]*)",
        re.IGNORECASE,
    ),
)

GOOD_FIRST = re.compile(
    r"\b(?:say (?:something|thank|well done|how)|something (?:good|nice)|nice words|good words|kind "
    r"words|praise|thank (?:her|him|them|you)|appreciat\w+|positive feedback|well done|compliment"
    r"|recogni[sz]e|spotless|brilliant|proud|impressed|great job|credit)\b",
    re.IGNORECASE,
)

GOOD = re.compile(
    GOOD_FIRST.pattern.removesuffix(r")\b")
    + (
        r"|beautifully|excellent(?:ly)?|superb|fantastic|amazing|wonderful|perfectly|(?:was|were|is) "
        r"(?:clear|great|calm|good|lovely|so good|really good|very good)|saved (?:us|me|the)|in tears of"
        r"|did (?:really |very |so )?well|handled (?:it|that|the \w+) (?:really |so )?(?:well|calmly))\b"
    ),
    re.IGNORECASE,
)

BAD = re.compile(
    r"\b(?:interrupt\w*|cut \w+(?: \w+){0,3} off|late|missed|forgot|left (?!me )[\w ]{1,30}(?:running"
    r"|open|unlocked|on|out)|wrong|mistake|lost|rude|shouted|snapped|ignored|argued|rolled (?:his"
    r"|her) eyes|mispronounced|nonsense|careless|unclipped|walked (?:off|out)|skipped|didn['’]?t|did "
    r"not|wasn['’]?t|hasn['’]?t|serious word|never|without|complain\w*|upset|crush|blame|trial|"
    r"(?:need|have|must|got) to (?:talk|speak|tell|raise|address|sit)|has to change|go(?:es|ne)? wrong"
    r"|looked foolish|last year['’]s|stop(?:ped)?|too (?:fast|long|loud|quiet|much|late|quick)|read "
    r"the slides|difficult (?:feedback|conversation)|tough feedback|criticism|critical)\b",
    re.IGNORECASE,
)

BOTH = re.compile(
    r"\b(?:both things|both|two things|as well as|also good|but (?:he|she|they|the|in|at|not|her|his"
    r"|then|there|on)|however|good and (?:the )?bad|mixed)\b",
    re.IGNORECASE,
)

ANY = re.compile(r"\b(?:feedback|give (?:him|her|them)|tell (?:him|her|them))\b", re.IGNORECASE)

WANT = re.compile(
    r"\b(?:want|need|must|have to|going to|help|how (?:do|can|should)|i(?:['’]d| would) (?:like"
    r"|rather)|please|wording|words)\b",
    re.IGNORECASE,
)

ACT_END = re.compile(
    r"[.!?;\n](?=\s|$)|,? (?:so|and so|which|but|because|although|though|since|whereas|while i|as "
    r"if)\b|,? and (?=(?:the|i|we|they|it|my|our|his|her|nobody|no one|everyone|everybody|people|two"
    r"|three|one|some|then the|now|a|an|she['’]s|he['’]s|[A-Z])\b)(?!the (?:lid|door)\b)|, (?=(?:the|i"
    r"|we|they|it|my|our|nobody|no one|everyone|zero|saved|bright|a |which|who|i['’]ve|his|her|on|this"
    r"|that)\b)| before i (?:asked|could)(?=\b.{200})|$",
    re.IGNORECASE,
)
