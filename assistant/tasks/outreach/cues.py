"""The forms of words in which people give the facts for a first message."""

import re

from assistant.language.roles import ORG

AFTER_NAME = (
    rf"(?: here)?, (?P<role>(?:an? )?(?!and\b|but\b|who\b|i\b|the\b|my\b|in\b|at\b|from\b|so\b|by\b|surname\b"
    rf"|three\b|\d)"
    rf"[A-Za-z][\w'’-]+(?: (?!at\b|with\b|from\b|for\b|and\b|in\b|who\b|i\b|on\b)[A-Za-z][\w'’-]+){{0,3}})(?: "
    rf"(?:at|with|from|for) "
    rf"(?P<org>{ORG}))?(?=[.,;]| (?:at|in|with|from|for|and|who|on)\b|$)"
)

ROLE_START = (
    r"\b(?:i(?:['’]m| am|m| m) (?:also |currently |now |just |only |still )?(?=(?:an? |the |in my |your "
    r"|one of |head of |(?:first|second|third|fourth|final|last)[- ]year|junior |senior |trainee "
    r"|apprentice ))"
    r"|i(?:['’]ve| have) been (?=(?:an? |the ))|i work as (?=[a-z])|i(?:['’]m| am|m) working as (?=[a-z])"
    r"|i(?:['’]m| am|m) (?:\d\d,? (?:years old,? )?)(?:and )?(?=finishing|studying|doing|in my)"
    r"|(?:i(?:['’]m| am|m)|i work|working) in (?=(?!love|need|touch|two|bed|town|charge|trouble|time|awe|favour|favor"
    r"|contact|and|my|the|a|an|no|his|her|here|front|late|early|desperate|their|your)[a-z]+(?: [a-z]+)?[,.])|as "
    r"(?=(?:an? )(?:[\w-]+ ){0,3}(?:student|engineer|nurse|apprentice|teacher|trainee"
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

AT = re.compile(
    rf"^(?:,? (?:(?:[A-Z][\w’'-]+ ?){{1,3}},? )?(?:here |now |currently )?(?:at|with|for|from|in) (?P<org>{ORG}))"
)

OWN_PLACE = (
    re.compile(
        r"\b[Mm]y (?:\w+ )?(?:place|shop|company|business|studio|bakery|practice|firm|school|startup|start-up|clinic"
        rf"|restaurant|farm|workshop|charity|employer|university|college|team|café|cafe) (?:is called|is|,|called) "
        rf"(?P<org>{ORG})"
    ),
    re.compile(rf"[,.] (?P<org>{ORG}),? (?:it|the place|the company|the firm|the shop|it['’]s) (?:is )?called\b"),
)

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
    + f"(?-i:{ORG})"
    + r"))?",
    re.IGNORECASE,
)

GOAL = (
    re.compile(
        r"\b(?:know|learn|understand|ask|find out|hear|figure out|work out|pick up|get at|wonder|discuss)(?: "
        r"(?:about|from))?"
        r"(?: (?:her|him|them))? (?:is|would be|:) ?(?P<keep>(?:how|what|which|why|whether|where|when|who|if)\b)",
        re.IGNORECASE,
    ),
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
        r"\b(?:ask|asking|asked)(?: (?:her|him|them))? (?:for|if i (?:may|can|could)|whether i (?:may|can|could)) "
        r"(?P<keep>"
        r"(?!advice|help|a job|guidance|tips|her view|his view|their|his thoughts|visit|meet|(?:about |like )?(?:\d"
        r"|an? (?:short|quick|brief"
        r"|\d|video|phone|call|hour|coffee|chat)|one|half|ten|fifteen|twenty|thirty|forty))[a-z]+ [^.!?;,\n]+)",
        re.IGNORECASE,
    ),
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

PAST_MINUTES = re.compile(
    r"\b(?:stood|waited|spent|sat|talked|listened|spoke|queued|drove|walked|cried|stared)(?: (?!if|whether"
    r"|about)[\w'’]+){0,5}? "
    r"(?:for )?(?:\d+|five|ten|fifteen|twenty|thirty|an|half an|two) (?:minutes|mins|hours?)\b|\b(?:\d+|ten|five"
    r"|fifteen"
    r"|twenty)[- ]minute (?:feedback|talk about|walk|drive|train|bus|commute|ride)\b",
    re.IGNORECASE,
)

NOT_ASKED = re.compile(
    r"\b(?:had|after|during|on|our|the last|the first|in|got|from|missed|join|joined|want|be|of|for a job) $",
    re.IGNORECASE,
)

MERE_TALK = re.compile(
    r"(?:an?|the|one|any) (?:[\w-]+ ){0,2}(?:talk|conversation|meeting|chat)\b(?! (?:of|on|over|by|about|with|for))",
    re.IGNORECASE,
)

FAVOUR = re.compile(
    r"\b(?:could|would|can|might|may) (?:she|he|they) (?:perhaps |maybe |possibly )?(?P<keep>(?:take|show|look"
    r"|read|spare|meet"
    r"|talk|speak|recom+end|share|check|sit|walk|listen|let|teach|point|review)\b)",
    re.IGNORECASE,
)

ASKING = re.compile(
    r"\b(?:ask|like|hope|could|would|maybe|any|some|suits?|better|ideally|best|should|hoping|prefer|perhaps|wish|hurry"
    r"|send|call|coffee|minutes|whenever|meet|visit|free)\b",
    re.IGNORECASE,
)

PAST = re.compile(
    r"\b(?:talk|heard|met|saw|read|spoke|panel|lecture|wrote|ate|was|were|ended|stood|did|began|started|took"
    r"|joined|moved"
    r"|watched|attended|visited|judged|since|retired|graduated|gave|went|became|founded|won)\b",
    re.IGNORECASE,
)

CHANNEL = (
    (
        "linkedin_note",
        re.compile(
            r"\b(?:linked ?in (?:connection )?(?:note|request|invit\w+)|connection (?:note|request)"
            r"|connect(?:ing)? (?:with \w+ )?on linked ?in|note on linked ?in|linkedin invite"
            r"|linked ?in\b[^.!?]{0,60}\b(?:invites?|invitation|the (?:tiny|short|little) note))\b",
            re.IGNORECASE,
        ),
    ),
    ("linkedin_message", re.compile(r"\b(?:linked ?in|inmail)\b", re.IGNORECASE)),
    (
        "chat",
        re.compile(
            r"\b(?:slack|(?:ms |microsoft )?teams (?:message|chat|dm)|(?:on|via|over|in|through) teams|whats "
            r"?app|dm\b|discord|(?:group|alumni|team|work|office|company) chat|chat message|text message"
            r"|telegram|signal"
            r"|sms|instagram)",
            re.IGNORECASE,
        ),
    ),
    (
        "in_person",
        re.compile(
            r"\b(?:in person|face to face|what (?:do|should|could) i say (?:when|if|to (?:her|him|them))|walk "
            r"up to|go up to|bump into|at the (?:coffee|lunch) break|(?:drop|pop|stop) (?:by|in)\b|knock on (?:her|his"
            r"|their) door|say to (?:her|him|them) (?:at|when)|when "
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
