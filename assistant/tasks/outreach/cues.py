"""The forms of words in which people give the facts for a first message."""

import re

from assistant.language.people import NAME, ORG

SENDER = re.compile(
    rf"\b(?:[Mm]y name(?:['’]s| is)|[Nn]ame['’]s|[Ii](?:['’]m| am|m)(?: called)?|[Tt]his is|[Ii]['’]m "
    rf"called) (?P<name>{NAME})(?=[,.;]|\s+(?:and|from|at|a|an|by|i|in|who|here|I)\b|\s*$)"
    rf"|^(?P<here>{NAME}) here\b"
)

LOW_SENDER = re.compile(
    r"\bmy name(?:['’]s| is) (?P<name>[a-zà-ÿ'’-]{2,}(?: (?!and\b|i\b|im\b|from\b|at\b|a\b|an\b|in\b"
    r"|who\b|but\b)[a-zà-ÿ'’-]{2,})?)",
    re.IGNORECASE,
)

SIGNATURE = re.compile(
    rf"(?:^|\n)(?:[Bb]est|[Kk]ind regards|[Rr]egards|[Tt]hanks|[Cc]heers),?\s*\n?\s*(?P<name>{NAME})\s*$"
)

ROLE_START = (
    r"\b(?:i(?:['’]m| am|m) (?:also |currently |now |just |only |still )?(?=(?:an? |the |in my |your "
    r"|one of |head of |(?:first|second|third|fourth|final|last)[- ]year|junior |senior |trainee "
    r"|apprentice ))"
    r"|i(?:['’]ve| have) been (?=(?:an? |the ))|i work as (?=(?:an? |the ))|i(?:['’]m| am) working as "
    r"(?=an? )|as (?=(?:an? )(?:[\w-]+ ){0,3}(?:student|engineer|nurse|apprentice|teacher|trainee"
    r"|researcher)))"
)

ROLE = re.compile(
    ROLE_START
    + (
        r"(?P<role>(?:(?!\b(?:at|with|from|for|and|but|who|which|trying|looking|hoping|wanting|since"
        r"|because|so|over|near|based|working|living|by|i|we|on my|when|where|now|about|to|whose|without"
        r"|struggling|writing|interested|bit|little|fan|big fan|huge fan)\b)[\w'’-]+ ?){1,9})"
    ),
    re.IGNORECASE,
)

NOT_ROLE = re.compile(
    r"^(?:an? )?(?:bit|little|lot|fan|huge|big fan|great admirer|person|human|man|woman|mess|wreck"
    r"|coward|beginner at|in my (?:room|head|car|kitchen)|week|month|day)\b",
    re.IGNORECASE,
)

ACTIVITY = re.compile(
    r"\bI (?P<do>(?:run|repair|translate|teach|weld|bake|manage|look after|research|fix|build|cook"
    r"|drive|keep|breed|make|restore|train|coach) (?!a bit|into|out|sure|sense|it\b"
    r"|up\b)[^.,;?!]{3,50}?)(?=[.,;?!]| and | but | in [A-Z]| since| on my| at )"
)

AT = re.compile(rf"^(?:,? (?:here |now |currently )?(?:at|with|for|from|in) (?P<org>{ORG}))")

WORK_AT = re.compile(
    rf"\b[Ii](?:['’]m)? (?:currently |now )?(?:work|study|working|studying|train|teach|nurse)(?: as "
    rf"[\w -]{{3,30}})? (?:at|for|with) (?P<org>{ORG})"
)

TO_ROLE = re.compile(
    (
        r"\b(?:write|writing|email|mail|message|reach out|note|letter|contact|talk|approach|get in touch"
        r"|connect|dm|something) (?:\w+ ){0,2}?(?:to |with )?(?P<role>(?:the|our|a|my) (?:[\w-]+ "
        r"){0,4}?(?:director|manager|head(?: of [\w ]+?)?|professor|engineer|nurse|chef|lead|leader|ceo"
        r"|cto|founder|owner|partner|principal|consultant|scientist|researcher|foreman|supervisor|curator"
        r"|editor|lawyer|surgeon|matron|teacher|designer|architect|developer|boss|judge|alum(?:na|nus|ni)?"
        r"|geologist|chief \w+|vp of [\w ]+?))(?=[ ,.;?!]|$)(?: (?:at|of|for|from|in) (?P<org>"
    )
    + ORG
    + r"))?",
    re.IGNORECASE,
)

HEARD = re.compile(
    r"\b(?P<keep>i (?:really |just |recently |once |also |so |only )?(?:heard|saw|read|watched"
    r"|attended|listened to|met|used|sat in on|went to|loved|enjoyed|followed|visited|spoke (?:to"
    r"|with)|worked with|stood at|came across|found|was (?:at|in))"
    r" (?=[^.!?;]{0,60}\b(?:her|his|their|him|she|he|them|they|your|the talk|the paper|the book)\b)[^.!?;\n]+)",
    re.IGNORECASE,
)

THING = re.compile(
    r"\b(?P<keep>(?:her|his|their) (?:(?!\b(?:and|but|is|was)\b)[\w'’-]+ ){0,4}?(?:talk|lecture"
    r"|keynote|paper|article|book|podcast|episode|post|blog|video|thesis|ruling|dataset|webinar"
    r"|workshop|panel|interview|column|research|work|project|newsletter|course|report|presentation"
    r"|session|thread|design|exhibition|study|chapter|essay|reel|recipe|bridge|demo|poster|guide"
    r"|speech|patent|restoration|garden|series|film|documentary|dish|menu|method|approach|class"
    r"|masterclass)s?\b[^.!?;,\n]*)",
    re.IGNORECASE,
)

DID = re.compile(
    r"\b(?:who|she|he|they) (?P<keep>(?:recently |also |just |once )?(?:wrote|gave|spoke|built|founded"
    r"|led|designed|published|presented|ran|explained|taught|won|set up|invented|restored|translated"
    r"|introduced|redesigned|started|turned)\b[^.!?;,\n]+)",
    re.IGNORECASE,
)

SHARED = (
    re.compile(
        r"\b(?P<keep>we (?:both |once |briefly |have )?(?:met|were|worked|studied|sat|talked|spoke|went"
        r"|both|chatted|shared|overlapped)\b[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:[Oo]ur mutual friend|(?:[Aa]|[Mm]y|[Oo]ur) (?:\w+ )?(?:friend|colleague|supervisor"
        r"|tutor|manager|boss|teacher|cousin|professor|mentor|neighbour|foreman)) (?:[A-ZÀ-Þ][\w'’-]+ "
        r"){0,3}(?:suggested|recommended|told me (?:about|to)|introduced|pointed me|mentioned|gave me"
        r"|said)[^.!?;\n]*)"
    ),
    re.compile(
        r"\b(?P<keep>(?!She|He|They|We|You|It|That|Who)[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:,? "
        r"(?:my|our|a) [\w ]{3,25},?)? (?:suggested|recommended|told me|introduced|mentioned|pointed "
        r"me)[^.!?;\n]*)"
    ),
    re.compile(
        r"(?:^|[.!?;,] )(?P<keep>(?:she|he|they) (?:gave|told|taught|helped|showed|judged|answered"
        r"|explained|let|mentioned|keeps?|kept|said|asked|offered|praised|once)\b[^.!?;\n]*)",
        re.IGNORECASE,
    ),
)

CONNECTION_STOP = re.compile(
    r",? (?:and|but|so|which|where|though|although|because|as|since|while|when i)\b (?:i(?:['’]d| "
    r"would| want| thought|['’]m| am| was| think| like)?|it|that|the whole|he let|is|was|made|changed"
    r"|made me|to|we|she|my|now|then|want|wanted|would|could|kind of|really|ever|blew|got|stuck|stayed"
    r"|has|had)\b.*$|,? (?:is|was) (?:the reason|why|what|great|brilliant|amazing|really|so|fantastic"
    r"|excellent|wonderful|inspiring|very)\b.*$|,? and (?:i['’]?d|i would|would|want|i want|loved|i "
    r"loved|i really)\b.*$|\s+(?:is|was) the reason\b.*$",
    re.IGNORECASE,
)

GOAL = (
    re.compile(
        r"\b(?:to|and) (?:ask|know|learn|understand|hear|find out|see|talk about|discuss|figure out|work "
        r"out)(?: (?:her|him|them|from (?:her|him|them)|more|a bit|a little))* (?:about )?(?P<keep>(?:how"
        r"|what|which|why|whether|where|when|who|if)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:i(?:['’]d| would)? |id )(?:really |just |so )?(?:want|like|love|hope|wish|need)|(?:would"
        r"|want|hoping|like|love|wanna|hope|wish)) ?(?:to )?(?:know|learn|understand|hear|find out|ask"
        r"|talk|wanna know)(?: (?:to )?(?:her|him|them))?(?: (?:from (?:her|him|them)|more|a bit))* about "
        r"(?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:advice|guidance|tips|help|her view|his view|their view|view|thoughts|opinion|insight"
        r"|perspective) (?:on|about|with|for) (?P<keep>[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:curious|wondering|wonder) (?:about )?(?P<keep>(?:how|what|which|why|whether|where|if)\b)", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:want|like|hope|wish|keen|hoping|trying|love|wanna|aiming|plan|dream) (?:to |of "
        r")(?P<keep>(?:become|becoming|move into|get into|switch|break into|set up|learn|understand|work "
        r"in|start|go into|build|improve)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ask|know|question (?:is|would be)|asking|about|ask:)\b[: ](?P<keep>(?:how|what|which|why"
        r"|whether|where)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i (?:just )?(?:want|wanna|need) (?:to )?know|dont know|don['’]t know) (?P<keep>(?:how|what"
        r"|which|why|whether|where)\b)",
        re.IGNORECASE,
    ),
)

ASK = (
    re.compile(
        r"\b(?P<keep>(?:an?|one|short|quick|the|any) (?:(?:short|quick|brief|single|virtual|video|phone"
        r"|informal|\d+|ten|fifteen|twenty|thirty|half[- ]hour|[\w-]+)[- ](?:min(?:ute)?s? "
        r")?){0,3}(?:phone call|video call|zoom call|call|coffee|chat|talk|conversation|meeting|visit"
        r"|reply|message back|answer)\b(?: (?:of|on|over|by|at|in|via) [a-z]+(?: [a-z]+){0,2})?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ask|asking|like|love|hope|want|hoping|wanna)(?: (?:her|him|them))? (?:whether we could|if "
        r"we could|to|if i could|whether i could|for) (?P<keep>(?:visit|meet|shadow|speak|talk to|talk "
        r"with|call|sit in|come|see (?:her|his|their|the)|half a day|a day|an hour|a morning)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:(?:\d+|ten|fifteen|twenty|thirty|forty|forty-five)[- ]?min(?:ute)?s?|half an hour"
        r"|(?:a )?quarter of an hour|an hour|half a day|a (?:single )?(?:morning|afternoon|day) (?:in|with"
        r"|at))(?: of (?:her|his|their) time)?(?: (?:in|with|at) (?:her|his|their|my) [a-z]+(?: [a-z]+ on "
        r"the table)?)?(?: (?:on|by|over|in) (?:zoom|teams|phone|the phone|a call|coffee|video|person"
        r"|skype))?)",
        re.IGNORECASE,
    ),
)

CHANNEL = (
    (
        "linkedin_note",
        re.compile(
            r"\b(?:linked ?in (?:connection )?(?:note|request|invit\w+)|connection (?:note|request)"
            r"|connect(?:ing)? (?:with \w+ )?on linked ?in|note on linked ?in|linkedin invite)\b",
            re.IGNORECASE,
        ),
    ),
    ("linkedin_message", re.compile(r"\b(?:linked ?in|inmail)\b", re.IGNORECASE)),
    (
        "chat",
        re.compile(
            r"\b(?:slack|(?:ms |microsoft )?teams (?:message|chat|dm)|(?:on|via|over|in|through) teams|whats "
            r"?app|dm\b|discord|chat message|text message|telegram|signal|sms|instagram)",
            re.IGNORECASE,
        ),
    ),
    (
        "in_person",
        re.compile(
            r"\b(?:in person|face to face|what (?:do|should|could) i say (?:when|if|to (?:her|him|them))|walk "
            r"up to|go up to|bump into|at the (?:coffee|lunch) break|say to (?:her|him|them) (?:at|when)|when "
            r"i (?:see|meet) (?:her|him|them))\b",
            re.IGNORECASE,
        ),
    ),
    ("email", re.compile(r"\b(?:e-?mail|mail)\b", re.IGNORECASE)),
)

TONE = (
    (
        "formal",
        re.compile(
            r"\b(?:formal|formally|very polite|respectful)\b(?! (?:programme|program|mentoring))", re.IGNORECASE
        ),
    ),
    ("warm", re.compile(r"\b(?:warm|friendly|relaxed|informal|casual)\b", re.IGNORECASE)),
)
