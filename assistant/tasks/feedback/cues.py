"""The forms of words in which people give the facts for feedback."""

import re

from assistant.language.roles import NAME

RECIPIENT = (
    re.compile(
        rf"\b(?:[Mm]y (?:\w+ )?(?:mentee|colleague|apprentice|trainee|student|junior|resident|nurse|teacher"
        rf"|pupil|intern|volunteer|report|assistant|auditor|successor)|[Tt]rainee [a-z]+:?|[Aa]pprentice"
        rf"|[Mm]entee|[Cc]olleague)(?: called| named|['’]?s name is|,? (?:her|his|their) name is|[,:])? "
        rf"(?P<name>{NAME})"
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
        r"|is|came|missed|did|his|her|their|hes|shes|how|because|in|at|to|not|again|please|pls)\b|$)"
    ),
)

ROLES = (
    r"(?:my (?:\w+ )?(?:mentee|colleague|apprentice|trainee|student|junior|resident|intern)|the "
    r"(?:new |young )?(?:mentee|apprentice|trainee|student|junior|intern|nurse|resident))"
)

ACT = (
    r"(?P<verb>(?:didn['’]?t|did not|never|failed to|was (?:\w+ )?late|was (?:\w+ )?\w+ing)(?= |\b)(?: (?!know\b"
    r"|want\b|mean\b|feel\b|like\b|think\b|understand\b|realise\b|realize\b|need\b|seem\b|have\b)[a-z]+)?|[a-zà-ÿ]+)"
)

NOT_TOLD = re.compile(
    r"\b(?:if|because|after|before|when|since|as|although|though|told me|says?|what|where|how|whom|who|(?:about"
    r"|for) the \w+|which|until|once"
    r"|(?<!tell )(?<!saw )(?<!say )(?<!noticed )(?<!tell \w{2} )(?<!tell \w{3} )(?<!tell \w{4} )(?<!tell \w{5} "
    r")(?<!\b\w{6} )(?<!feedback )that) $",
    re.IGNORECASE,
)

HABIT = (
    r"\b(?P<who>she|he|they|{who}) (?:(?:always|often|usually|regularly|constantly) )?(?P<verb>keeps? "
    r"[a-z]+in[g'’]?|(?!has\b|is\b|was\b|does\b"
    r"|says\b|thinks\b|wants\b|needs\b|knows\b|likes\b|works\b|seems\b|feels\b|takes everything\b|plays\b"
    r"|leads\b|sees\b|lives\b|moves\b"
    r"|loves\b|gives us\b|finds\b|drives\b|looks after\b)[a-z]+(?<!s)s)\b(?! (?:a little|scared))"
)

NOT_HABIT = re.compile(r"\b(?:if|when|because|as|how|what|who|while|asks?) $", re.IGNORECASE)

THEIR_WORK = r"\b(?:his|her|their|{who}['’]s) (?P<words>(?:[\w'’-]+ ){{1,7}}[\w'’-]+)"

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

EVENT = (
    r"meeting|handover|lesson|class|shift|call|review|round|workshop|session|rehearsal|drill|presentation"
    r"|briefing|stand-?up"
    r"|demo|interview|service|funeral|wedding|seminar|tutorial|training|visit|conference|audit|inspection|match"
    r"|game|debate"
)

_PLACES = (
    r"(?:meeting|handover|lesson|class|shift|call|review|round|rounds|workshop|session|rehearsal|drill|presentation"
    r"|briefing|stand-?up|demo"
    r"|interview|service|rush|funeral|ward|lab|site|floor|kitchen|office|scaffold|seminar|tutorial"
    r"|clinic|theatre|training|induction|visit|event|conference|board|audit|inspection|assembly"
    r"|practice|match|game|yard|van|canteen|room|shop|bay|line|station|platform|studio|exam|test|trial"
    r"|launch|job|party|dinner|lunch|break|tour|debrief|standup|1:1|one-to-one|check-?in|email|report"
    r"|draft|close|queue|till|counter|lift of the scaffold|church|wedding|farm|trail|role play|play|talk|museum"
    r"|lathe|desk|stand|debate|planning|market|hearing|exercise|station|gate|bench|warehouse|salon|stage|court|pitch"
    r"|pool)s?"
)
PLACE = (
    r"(?:(?:at|in|on|during|after|before) (?:the |our |my |her |his |their |a |that |this |today['’]s "
    rf"|yesterday['’]s |\w+day['’]s )(?:[\w'’.-]+ ){{0,3}}?{_PLACES}(?: {_PLACES}){{0,2}}\b"
    r"(?: (?:with|in|on|at|of|from) (?:the |our |year |my )?[\w'’-]+(?: [\w'’-]+)?)?)"
)

SITUATION = re.compile(
    rf"(?:{WHEN},?\s*(?:,\s*)?(?:up )?{PLACE}(?: (?:on |last |this )?{WHEN})?|{PLACE},? (?:on "
    rf"|last |this |yesterday|today|in )?{WHEN}|(?:(?:in|at|on|during|after) )?(?:\w+day|yesterday|today)['’]s "
    rf"(?:(?:[\w'’.-]+ ){{0,3}}?(?:{EVENT})\b|[a-z]+)|[A-Z][a-z]+, \w+day|\w+day rush)",
    re.IGNORECASE,
)

LEAD = re.compile(
    r"(?P<lead>(?:on|in|at|during|after|yesterday|today|this|last|before)\b[^.,;]{3,70}?),? "
    rf"(?=(?:she|he|they|(?-i:{NAME})) )",
    re.IGNORECASE,
)

LOOSE = re.compile(rf"{WHEN}|{PLACE}", re.IGNORECASE)

IMPACT_MARK = re.compile(
    r"(?:,? (?:so|and so|so that|which meant(?: that)?|which made|meaning|as a result|because of "
    r"(?:that|this|it)|with the result that|and as a result)|\b(?:as a result|because of (?:that|this)"
    r"|the (?:result|effect|impact) (?:was|is)(?: that)?|it meant(?: that)?|that meant(?: that)?|what "
    r"happened (?:then|next) was(?: that)?)),? (?P<what>(?!i (?:want|need|would|have to|must|should"
    r"|['’]d|think)|can you|could|please|help|that |i['’]?d|i (?:get|know|thought|wrote|started|usually|can"
    r"|could|guess|am|think)|i['’]m|it (?:isn['’]t|doesn['’]t|won['’]t|is not|can)"
    r"|(?:she|he|they) (?:can|could|will|may|learns?)|how|what|maybe|part |fast|far|much|many|well|good|long"
    r"|late|loud|quickly|often|badly|you )[^.!?;\n]+)",
    re.IGNORECASE,
)

NEXT = (
    re.compile(
        r"\bwhat i(?:['’]d| would|['’]m| am)? ?(?:like|want|need|ask|love|hop(?:e|ing))(?: (?:from|of|for))?(?: "
        r"(?:her|him|them))?(?: next time)? is"
        r"(?: for (?:her|him|them))? (?:to|that (?:she|he|they)(?: could| would)?) (?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:and |i(?:['’]d| would) )?ask (?:her |him |them )?(?:that (?:she|he|they)|(?<=her )to|(?<=him )to"
        r"|(?<=them )to) (?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;] )(?:she|he|they) (?P<keep>[a-z]+s (?=[^.!?;\n]*\b(?:every (?:single )?time|always|no "
        r"exceptions|from now on|from \w+day on)\b))",
        re.IGNORECASE,
    ),
    re.compile(
        (
            r"\b(?:what i(?:['’]d| would) (?:like|want|love) (?:is|to see is) (?:that |for )?(?:she|he|they"
            r"|him to|her to|them to)|i(?:['’]d| would)? ?(?:like|want|love|need|prefer|hope|wish|ask|rather "
            r"have) (?:for )?(?:her|him|them|{N}) to|id (?:like|want|love) (?:her|him|them) to|(?:i (?:want"
            r"|wish|hope|['’]d hope)|my idea is|i['’]d hope|the idea is|my suggestion is|i would hope|i['’]d "
            r"like it if) (?:that )?(?:from now on |next time |in future )?(?:she|he|they)(?: could| would| "
            r"can)?) (?P<keep>[a-z])"
        ).replace("{N}", f"(?-i:{NAME})"),
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

NO_WISH = re.compile(r"\b(?:before|until|so|so that|when|because|once|if|whether|after|that)\s*$", re.IGNORECASE)
"""What turns "they could …" into a part of the story."""


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

WANT = re.compile(
    r"\b(?:want|need|must|have to|going to|help|how (?:do|can|should)|i(?:['’]d| would) (?:like"
    r"|rather)|please|wording|words)\b",
    re.IGNORECASE,
)

ACT_END = re.compile(
    r"[.!?;\n](?=\s|$)|,? (?:so|and so|which|but|because|although|though|since|whereas|while i|as "
    r"if)\b|,? and (?=(?:the|i|we|they|it|my|our|his|her|nobody|no one|everyone|everybody|people|two"
    r"|three|one|some|then the|now|a|an|she['’]s|he['’]s|[A-Z])\b)(?!the (?:lid|door)\b)|, (?=(?:the|i"
    r"|we|they|it|my|our|nobody|no one|everyone|zero|saved|bright|a |which|you|who|i['’]ve|his|her|on|this"
    r"|that)\b)|, (?!(?:and|then|but|always|never|just|also|even|she|he|they) )(?=[a-z]+ (?:nearly |almost "
    r"|never )?[a-z]+ed\b)| before i (?:asked|could)(?=\b.{200})|$",
    re.IGNORECASE,
)

BACKGROUND = re.compile(
    r"(?:came to us|asked me|told me|agreed to (?!every)|said (?:she|he)|promised|phoned in|joined|moved|started"
    r"|knew|slept|called [A-Z]"
    r"|named|mentioned|asked (?:for|whether|if)|used to|was (?:shocked|proud|rushing|right|kind)|missed her"
    r"|trained as|handed me)",
)

SPOKEN_OF = re.compile(
    r"(?:\b(?:tell|telling|told|say to|thank|praise|feedback|that|how|because|but|only|however)\b[^.!?]{0,40}"
    r"|[.!?:;] |^)$",
    re.IGNORECASE,
)

STATE = re.compile(
    r"\b(?:was|were|had|has|have|hasn['’]?t|haven['’]?t|didn['’]?t|couldn['’]?t|could|got|is|are|nobody|no one"
    r"|wouldn['’]?t|(?:i|we) (?:leave|feel|lose))\b"
)

JOINED = re.compile(
    r"[,;:]? (?:and |but )?(?:then |now |there )?(?P<what>(?:the|i(?! (?:want|need|must|have to|would))|we|they"
    r"|it|my|our|his|her|nobody|no one"
    r"|everyone|everybody|people|two|three|one|some|a|an|zero|saved|at least|[A-Z]\w+|(?<=, )(?!then|but|and|so"
    r"|yes|no|always|this|because|which|who"
    r"|please|she|he|not|on|in|at|with|can|how|could|twice|as|though|even|for|from|to)[a-z]+(?= (?:nearly "
    r"|almost |never )?[a-z]+(?:ed|t)\b)"
    r"|(?<=and )(?:she|he)(?= (?:hung|left|cried|stopped|walked)))\b[^.!?;\n]{4,140})",
)

THEIR_OUTCOME = re.compile(
    r"^[^.!?]*?,? and (?P<what>(?:she|he|they) (?:hung up|left|cried|walked (?:out|off)|went (?:quiet|silent"
    r"|red)|panicked|complained|gave up|burst into)\b[^.!?,;]*)"
)

OUTCOME_START = re.compile(
    r"(?:now )?(?:the|we|i (?:looked|felt|was|had|lost|got|leave)|they|nobody|no one|not (?:one|a)|everyone|our"
    r"|two|three|one(?: of| \w+)|it (?:took|cost"
    r"|meant|saved|made|broke)|her (?:two|team|mother)|his (?:two|team|mother)|on \w+day (?:she|he|they)|by the "
    r"end|thing is|afterwards|since then"
    r"|(?-i:(?!She|He|I|They|Help|How|Can|Could|Please|Next|Maybe|Perhaps|What|This|That|There|You|If|But|Even"
    r"|Old|Only|Something|Part|My|And|In|At|On)[A-Z]\w+ (?:hasn|has|had|was|were|didn|[a-z]+ed\b)))\b",
    re.IGNORECASE,
)

IMPACT_END = re.compile(
    r"(?<=\w), (?:and )?(?:i['’]ve|i must|i['’]d|which|i need|she['’]s|he['’]s|she told|he told|four times)\b"
    r"|\. |,? (?:which worries|and i['’]?(?:d|ve)?\b"
    r"|and i learned|but i\b|which she is)|,? (?:as|because) (?:i|she|he)\b|, i (?:had|must|need)\b",
    re.IGNORECASE,
)

NOT_WORK = frozenset(
    (
        "and but she he they who which i we that mother father team boss family she's he's is has name sister "
        "brother wife"
    ).split()
)

WRITTEN = re.compile(
    r"\b(?:e-?mail|write (?:it|this|to)|message|slack|letter|in writing|note to|written)\b", re.IGNORECASE
)

SPOKEN = re.compile(r"\b(?:say|tell|talk|speak)\b", re.IGNORECASE)
