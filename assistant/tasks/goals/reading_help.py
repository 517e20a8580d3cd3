"""What may stand in the way of a goal, and who helps."""

import re

_THING = (
    r"(?!(?:i|we|you|it|this|that|what|which|who|he|she|they|there|everything|nothing)\b)"
    r"(?:(?!(?:is|are|was|i|we|he|she|they|you|me|but|who|said|has|have|if|when|so|because)\b)[\w'’-]+ ){0,5}?"
    r"(?!(?:is|are|it|that|this|me|i)\b)[\w-]+"
)
"""A short name of a thing, as the subject of a clause."""
OBSTACLE = (
    re.compile(
        r"\b(?:(?:the |my |main |biggest |only )*(?:obstacle|problem|difficulty|trouble|hurdle|risk|hard part|snag"
        r"|worry|fear|danger|barrier)(?: is"
        r"| are|:)(?: that)?"
        r"|what (?:gets|might get|may get|could get) in the way(?: is)?:?(?: that)?"
        r"|what (?:could|might|may|can|will) (?:stop|hold|block) (?:me|us)(?: back)?(?: is)?:?(?: that)?"
        r"|stops me(?: is)?:?(?: that)?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:obstacles?|problem|risk|blockers?|catch|pitfall|challenge|hurdle|danger|weak spot|difficulty"
        r"|fear|worry)"
        r" ?(?:=|:) ?(?=\w)|\bwhat (?:(?:really |mostly )?(?:scares|worries|frightens|trips|holds"
        r"|bothers|blocks|slows) me"
        r"(?: up| back| down| most)*|(?:could|might|may|can|will) go wrong|stands in (?:my|the) way) ?(?:is"
        r"|are|:|=)?:?(?: that)?"
        r" (?=\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.!?;,\n] ?|\bbut )(?P<keep>(?:my |the )?(?:money|time|budget|cash|schedule)(?: is|['’]?s) (?:\w+ )?"
        rf"(?:tight|short|limited)\b|{_THING}(?:(?: is| are|['’]s) (?:the (?:enemy|obstacle|problem|hurdle|hard part"
        r"|snag|catch)|my (?:\w+ )?(?:problem|weak spot|enemy|downfall|obstacle|weakness)|what (?:will |might |could "
        r"|usually |always |may )?(?:trips?|stops?|holds?|scares?|worries|blocks?) me|(?:\w+ )?(?:expensive|slow"
        r"|scarce|unreliable|in the way))| (?:might|may|could|will probably|tends? to|keeps?) (?:complain"
        r"|get in the way|let me down|say no|give (?:up|out)|break|fail|object|interfere|get angry"
        r"|be (?:angry|against))| (?:trips?|holds?|scares?|stops?|drags?) me(?: up| back| most| down)?| drops? out"
        r"| gets? in the way)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[.!?;,] |\bbut )(?P<keep>i (?:always |usually |often |tend to |get |keep |just )*(?:freeze|forget|lose"
        r"|panic|run out|get"
        r" (?:nervous|stuck|distracted)|put (?:it|things) off|go red|blush|avoid|give up)\b)",
        re.IGNORECASE,
    ),
)
_CLOSE = (
    r"(?:mentor|boss|foreman|manager|colleague|co-?worker|supervisor|tutor|teacher|coach|trainer|sister"
    r"|brother|friend|wife"
    r"|husband|partner|mum|mom|mother|dad|father|son|daughter|cousin|niece|nephew|aunt|uncle|neighbou?r|flatmate"
    r"|roommate|classmate|gran|grandmother|grandfather)"
)
_PERSON = (
    r"(?!What|Who|Which|This|That|It|There|How|Nothing|And|But|So|Maybe|Nobody|The|My|If|When|I\b|She|He|They|We|You"
    r"|Training|Practice|Please|Can|Could|Would|Will|Let|Your|Also|Then|Now|People|Everyone|Somebody|Someone"
    r"|Something)[A-Z]\w+(?: [A-Z]\w+)?"
)
SUPPORT = (
    re.compile(
        r"\b(?P<keep>(?:my (?:mentor|boss|manager|colleague|supervisor|tutor|teacher|foreman|team|sister|brother"
        r"|friend)(?: [A-Z]\w+)?"
        r"|(?!What|Who|Which|This|That|It|There|How|Nothing|Something|Right now|Now|Then"
        r"|And|But|So|Maybe|People|Nobody|Everybody|The|My|Our|His|Her|These|Those|If|When|January|February"
        r"|March|April|May|June|July|August|September|October|November|December|Success|Once|After|Before"
        r"|\w+day\b|\w+ing\b)[A-Z]\w+)(?: (?!I\b)\w+){0,2} (?:(?:can|could|will"
        r"|would)(?! (?:show (?:it|whether|if)|tell(?: you|[.,;]| whether| if)|notice|hear the|see the"
        r"|be (?!happy|glad|willing|there)\w+"
        r"|mean|prove)\b)|has offered to|offered to|agreed to|has agreed to|lets me"
        r"|is happy to|watches"
        r"|helps|listens)\b)",
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?:has |have )?"
        r"(?:(?:promised|offered|agreed|volunteered) to|said (?:he|she|they)(?:['’]ll|['’]d| will| would)"
        r"|is (?:willing|ready) to) (?!(?:give|promote|pay|hire|raise|meet)\b)(?=[^.;!?\n]*\b(?:me|my)\b))"
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?!(?:is|was|has|does(?:n['’]t| not)|says|wants"
        r"|thinks|sets"
        r"|decides|chooses|asks|makes|plans|keeps|feels|needs|always|never)\b)\w+s (?:\w+ ){1,4}?for me\b)"
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?:practi[sc]es|sits|goes|runs|trains|studies|walks"
        r"|rehearses|reads|checks|works|looks|goes over) (?:\w+ ){0,4}?with me\b)"
    ),
    re.compile(
        rf"(?:^|[.!?;,\n] ?)(?P<keep>(?:(?:[Mm]y|[Oo]ur|[Tt]he) )?(?:\w+ )?(?:{_CLOSE}|crew|team|family"
        r"|class)\b(?: [A-Z]\w+"
        r"| (?:at|from|in|on) (?:\w+ ){1,3}\w+)? (?:helps?|supports?|films?|watch(?:es)?|checks?|coach(?:es)?"
        r"|backs?|kicks?|lends?"
        r"|teach(?:es)?|tests?|quiz(?:zes)?|covers?|reminds?|drives?|joins?|corrects?|is with|are with"
        r"|is behind|are behind) (?:me|my)\b)"
    ),
    re.compile(
        rf"\b(?P<keep>{_PERSON} (?:helps?|watches|films|checks|coaches|backs|lends|teaches|tests|covers"
        r"|reminds|joins|corrects"
        r"|is (?:with|behind|helping)|(?:walks|runs|trains|studies|sits|goes|works|practi[sc]es|swims|reads"
        r"|rides|learns)"
        r"(?: \w+){0,3} with|(?:has |have )?(?:said|says|promised|agreed|offered)(?: that"
        r"| to)? ?(?:s?he['’]?ll|s?he (?:will|can)"
        r"|they['’]?ll|(?=lend|help|watch|show|check|test|film|sit|teach))(?: \w+){0,3}) (?:me|my)\b)"
    ),
    re.compile(
        rf"\b(?P<keep>{_PERSON},? (?:who [^.,;!?\n]{{3,30}}, )?is (?:on the phone|one call away"
        r"|there for me|always there))"
    ),
    re.compile(r"\b(?P<keep>i (?:can|could|will|['’]ll) ask\b)", re.IGNORECASE),
    re.compile(r"\b(?:help|support)(?: is| ?=| comes from|:| from) (?P<keep>\w)", re.IGNORECASE),
)
