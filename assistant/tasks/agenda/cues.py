"""The forms of words in which people give the facts for an agenda."""

import re

from assistant.language.roles import NAME

TITLE = r"(?:(?i:dr|prof|professor|mr|mrs|ms|mx|father|frau(?: doktor)?|herr)\.? )?"

MENTEE = (
    re.compile(
        rf"\b(?i:my (?:new )?mentee(?:['’]?s name is)?|mentee(?: is|['’]s)?|i(?:['’]m| am) "
        rf"mentoring|i mentor|(?:i(?:['’]m| am) (?:his|her|their) mentor)|new mentee)(?:[,:]? (?:is "
        rf"|called |named )?|, (?:a|an) [\w -]{{3,30}} (?:named|called) |[ ](?:a|an) [\w -]{{3,30}}? "
        rf"(?:named|called) ){TITLE}(?P<name>{NAME})"
    ),
    re.compile(rf"\b(?i:meeting|see|seeing|meet)(?: with)? (?:my new mentee, a [\w ]+ named )?(?P<name>{NAME})"),
)

ROLE_AFTER = re.compile(rf"(?P<name>{NAME}),? \((?:the |my |our |a )?(?i:(?P<role>mentee|mentor))\b")
"""The role in brackets behind a name."""

MENTOR = (
    re.compile(
        rf"(?<![Ii] )\b(?i:my (?:new )?mentor(?:['’]?s name is)?|mentor(?: is|['’]s)?|mentored by)(?:[,:]? (?:is "
        rf"|called |named "
        rf")?){TITLE}(?P<name>{NAME})"
    ),
)

ME = re.compile(rf"\b(?i:mentor|mentee)[:,]? (?i:me|myself|is me),? (?P<name>{NAME})")

I_MENTOR = re.compile(
    r"\b(?:my (?:\w+ )?mentee|i mentor\b|i(?:['’]m| am) (?:his|her|their|the|a) mentor|i(?:['’]m| am) "
    r"mentoring|mentor: me|lecture (?:him|her|them)|(?:he|she)['’]?s my mentee)\b",
    re.IGNORECASE,
)

I_MENTEE = re.compile(
    r"\b(?:my (?:\w+ )?mentor|i(?:['’]m| am) (?:the|a|his|her|their) mentee|mentee: me|my (?:thesis|supervisor"
    r"|dissertation)"
    r"|without (?:her|him)\b|(?:she|he) (?:helps|teaches|guides|mentors|supports|advises|coaches) me|helps me"
    r"|matched with|(?:she|he)(?:['’]s| has) been [^.]{3,40} for (?:\d\d|ten|fifteen|twenty|thirty|forty) years"
    r"|i(?:['’]m| am|m) (?:an? )?(?:\w+ )?(?:student|trainee|apprentice|intern|junior|beginner|newcomer"
    r"|cadet))\b",
    re.IGNORECASE,
)

JUNIOR = re.compile(
    r"\b(?:assistant|apprentice|trainee|student|intern|junior|lad|young (?:man|woman|\w+)|pupil|learner|newcomer|cadet"
    r"|graduate|beginner|resident)\b[\w ,'’]{0,60}$",
    re.IGNORECASE,
)

JUNIOR_AFTER = re.compile(
    r"^[^.]{0,12}(?:she|he)(?:['’]s| is) (?:an? )?(?:[\w-]+ ){0,2}(?:assistant|apprentice|trainee|student|intern"
    r"|junior|cadet|lad)\b"
    r"|^, (?:an? )(?:[\w-]+ ){0,2}(?:assistant|apprentice|trainee|student|intern|cadet|lad)\b",
    re.IGNORECASE,
)

LED = re.compile(
    r"\b(?:she|he|they) (?:promis+ed|agreed|was going to|were going to|wants? to (?:talk|discuss|speak)|told me)\b"
    r"|\b(?:she|he)['’]s (?:off|leaving|moving)\b|\bgive (?:her|him|them) the floor\b|\bdoing the talking\b"
    r"|\b(?:she|he) said (?:she|he)(?:['’]d| would)\b|\bstarted in\b",
    re.IGNORECASE,
)

OWN = re.compile(
    rf"\b(?i:i(?:['’]m| am|m)|my name(?:['’]s| is)|this is) (?P<name>{NAME})(?=[,.;]| (?:and|a|an|from|here|the)\b)"
)

LOW_NAME = re.compile(
    r"\b(?:(?:mentee|mentor|call|catch[- ]?up|meeting|session|chat|talk|1:1|one-to-one) (?:is |called |named "
    r"|with |w/? )?"
    r"|mins? w(?:ith)? |minutes with )(?P<name>(?!(?:be|look|take|go|end|start|run|cover|my|the|a|an|him|her|them|on"
    r"|at|is|in|and|for|about|to|with"
    r"|next|this|who"
    r"|tomorrow|today|tonight|from|or|of|last|our|mr|mrs|ms|dr|prof|was|has|i|she|he|they|we|it|mon|tue|wed|thu"
    r"|fri|sat|sun|by|before"
    r"|after|please|pls|that|agenda|where|when|what|how|should|could|can|monday|tuesday|wednesday|thursday"
    r"|friday|saturday"
    r"|sunday|people|someone|two|three|new|me|myself|mentee|mentor)\b)[a-zà-ÿ]{2,})(?=[?,.]|$| (?:on|at|tomorrow"
    r"|about|and|who|next)\b)"
)

FIRST = re.compile(
    r"\b(?:first|1st|initial|kick-?off|kickoff|introductory) (?:\w+ ){0,2}(?:meeting|session|time|talk"
    r"|sit[- ]?down|conversation|one(?! was)|chat|call|mentoring|get-together)|\bfor the first time"
    r"|\bkick-?off\b|\bnew "
    r"(?:mentee|mentor|pair)\b|\bfirst (?:meet|sit)\b|\bnever met\b|\bfirst one\b",
    re.IGNORECASE,
)

CLOSING = re.compile(
    r"\b(?:last (?:meeting (?:with|together|ever|before we)|session together)|(?<!at )(?<!in )(?<!of )(?<!from "
    r")(?<!since )"
    r"(?<!after )(?<!during )(?:our|the|my) (?:very )?(?:last|final) (?:meeting|session|one|talk|time|hour|call"
    r"|get-together)\b(?! (?:we|she"
    r"|he|they|went|was|i|but|ended)\b)|final (?:meeting|session|talk|hour|call)|closing (?:meeting|session|talk)"
    r"|say(?:ing)? goodbye|farewell|good-?bye|wrap(?:ping)?[- ]?up|(?:programme|program|mentoring|it|year"
    r"|we)(?: with [\w '-]{3,40})? (?:is "
    r"|are )?(?:ends|ending|coming to an end|finishes|finishing)|end of (?:the|our) (?:programme|program"
    r"|mentoring|year)"
    r"|close (?:things|it|the (?:relationship|mentoring))|part(?:ing)? ways|months are over|for the last time)\b",
    re.IGNORECASE,
)

LATER = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|4th|5th|6th|7th) (?:mentoring )?(?:time"
    r"|meeting|session|one|talk"
    r"|get-together|call|chat)\b",
    re.IGNORECASE,
)

LEAVING = re.compile(
    r"\b(?:she|he|they|i)(?:['’](?:s|re|m)| is| are| am)? (?:off|leav\w+|mov\w+|start(?:s"
    r"|ing))\b[^.!?]*",
    re.IGNORECASE,
)

RECURRING = re.compile(
    r"\b(?:again|last time|previous|(?:second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|4th|5th"
    r"|6th|7th) (?:time|meeting|session|one|talk|get-together)|monthly|weekly|fortnightly|regular|recurring"
    r"|usual(?:ly)?|next (?:meeting|session|check-?in)|check-?in|once a (?:week|month)|every (?:two|other"
    r"|second|month|week|\d)|(?:agreed|promised|was going|said (?:he|she|they)(?:['’]d| would)) (?:to"
    r"|ask)|in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) i promised|since we (?:last )?met)\b",
    re.IGNORECASE,
)

PURPOSE = (
    re.compile(
        r"\b(?:(?:my|the|our) (?:main |only )?(?:aim|goal|purpose|point) is|purpose:|goal:|aim:) ?(?P<keep>(?!how"
        r"|what)[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!if )(?<!whether )(?<!what )\b(?:i(?:['’]d| would)? (?:really |just )?(?:want|like|love|hope|need)"
        r"|mostly i want|this time i want|we(?:['’]d)? (?:want|like|need)"
        r"|(?<!i )(?<!I )need|i(?:['’]m| am) hoping|so that we(?: can)?) (?:us |it |this time |this |that )?to "
        r"(?:use it to )?"
        r"(?P<keep>(?!(?:talk about|discuss|cover|go (?:through|over)|speak|work on|bring|look at|keep|begin|start"
        r"|do|be|ask|tell|say"
        r"|see|share|send|write|make|plan|prepare|structure|an?|the|some|my|his|her|your|to|help|it|this|that"
        r"|something|us|us to|about|from|for"
        r"|more|no|in|on|with|and|but|you|him|them|have|know|not|go|\d+|speak|take|meet|come up|someone|put|set up"
        r"|divide|run|organi[sz]e"
        r"|draft|also|so|is|me)\b)[a-z]+ )",
        re.IGNORECASE,
    ),
)

_ABOUT = r"(?:talk (?:about|through)|discuss|cover|go through|go over|speak (?:about|of)|work on|bring up|look at)"

TOPICS = (
    re.compile(
        r"\b(?:topics?(?: are| is|:)|things to (?:get through|cover|discuss|talk about)(?: are)?:?"
        r"|(?:i(?:['’]d| would)? (?:also )?(?:want|like|need|love|have)(?: us)? to(?: also)?|we (?:need|want|have"
        r"|should) to|(?:she|he) wants? to|want to|to"
        rf"|let['’]?s) {_ABOUT}|what else(?: is)?:|also on the list:?|points?:|on my list:?|we(?:['’]ll"
        rf"| will) {_ABOUT}"
        r"|agenda items?:|about:)\s*(?P<list>[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:want to|like to|need to|love to) (?:ask|know|hear|learn|understand)(?: (?:her|him|them))? (?:about "
        r")?(?P<list>(?:how|if|what|which|whether"
        r"|why|where|when)\b[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:agenda|session|meeting|plan)\b[^.:!?\n]{0,60}(?:please)?: (?P<list>[^.:;!?\n]+, [^.:;!?\n]+, "
        r"[^.:;!?\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?] )(?:And then|Then|And|Also) (?P<list>(?:what|how|whether|the|my|his|her)\b[^.!?;\n]+)(?=[.!?]|$)"
    ),
    re.compile(
        r"\balso (?:maybe )?(?:tell|mention|say)(?: to)?(?: (?:her|him|them))? (?P<list>that [^.!?;,\n]+?)(?= so\b| "
        r"pls| please|[.,;]|$)"
    ),
    re.compile(r"(?:^|[.!?] )(?:Also|There['’]s also|Plus):? (?P<list>(?:the|my|his|her)\b[^.!?;\n]+)"),
)

ACTIONS = (
    re.compile(
        r"\b(?i:last time|at (?:our|the) last (?:meeting|session)|in the last meeting|previously|last (?:week"
        r"|month))?,? ?"
        r"(?:(?i:she|he|they|we|i)|[A-Z][\w'’-]+)(?:['’]d| had| was| were)? (?:agreed(?: with \w+)?|promis+ed(?: "
        r"(?:her|him|them|me))?"
        r"|said (?i:she|he|they|i|we)(?:['’]d| would|['’]ll| will)|(?<=was )going|(?<=were )going|(?<=was )supposed"
        r"|(?<=was )meant"
        r"|asked (?i:me|him|her|them)|committed) (?:to )?(?P<list>[^.!?;\n]+)"
    ),
    re.compile(
        r"\b(?:she|he|they) told me\b[^.!?;\n]{0,40} that (?:she|he|they)(?:['’]d| would) (?P<list>[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:last time|last month|actions?(?: from last time)?|homework)(?: was|:| we agreed(?: that)?| "
        r"i(?:['’]d| would)| (?:she|he|they) agreed)?,? (?:to )?(?P<list>(?:call|fix|send|write|read|talk"
        r"|ask|draft|book|find|finish|shadow|list|try|prepare|speak|reread|make|look)\b[^.!?;\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<list>the \w+(?: (?:to|for|on|from|of) [\w ]{2,25}?)? (?:that )?i (?:had )?promised [^.!?;,\n]+)",
        re.IGNORECASE,
    ),
)

ACTION_END = re.compile(
    r",? (?:and|but) (?:i (?:did|have|haven)|he (?:did|has)|she (?:did|has)|they|it|nothing|we|now"
    r"|both|i(?:['’]d| would| want|['’]m)|then|seeing|that)\b.*$|, (?:which|who|so|but)\b.*$|,? so i\b.*$| and "
    r"i (?:did|have)\b.*$",
    re.IGNORECASE,
)

TOPIC_END = re.compile(
    r",? (?:and|but) (?:i (?:did|have|haven)|nothing|both)\b.*$|, (?:which|who) (?:is|was|i|she|he|we)\b.*$|,? "
    r"so i\b.*$|,? but\b.*$",
    re.IGNORECASE,
)

PLACE = re.compile(
    r"\b(?:at|in|on|by) (?:my |the |our |her |his )(?P<place>(?:[\w'’-]+ ){0,2}(?:studio|office"
    r"|station|canteen|library|kitchen table|room|workshop|café|cafe|lab|kitchen|staff room))\b"
    r"|\b(?P<online>online|on zoom|on teams|by phone|over zoom|via zoom|over teams)\b",
    re.IGNORECASE,
)

MEETS = re.compile(
    r"\b(?:meet\w*|session|minutes?|mins?|hour|talk|see|book\w*|sit\w*|call|catch|\w+day|tomorrow|agenda)\b",
    re.IGNORECASE,
)

ASIDE = re.compile(
    r", (?:which|who|because|since|as) (?:is|was|are|i|she|he|we|they|it)\b[^.,;!?\n]*,(?= (?:and|to|my|the|his"
    r"|her)\b)",
    re.IGNORECASE,
)

NOT_PRESENT = re.compile(
    r"\b(?:ask|asks?|asked|asking|talk(?:ing)? to|spoke to|tell|from|call|her supervisor|his boss|to|in|off to|at) $",
    re.IGNORECASE,
)
