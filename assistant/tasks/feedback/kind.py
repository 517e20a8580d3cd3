"""Praise, a fault, or both: which kind of feedback a message asks for."""

import re

from assistant.model import Facts

GOOD_FIRST = re.compile(
    r"\b(?:say (?:something|thank|well done|how)|something (?:good|nice)|nice words|good words|kind "
    r"words|praise|thank (?:her|him|them|you)|appreciat\w+|positive feedback|well done|compliment"
    r"|recogni[sz]e|spotless|brilliant|(?:so|really|very|i(?:['’]m| am)) proud|impressed|great job|credit)\b",
    re.IGNORECASE,
)

GOOD = re.compile(
    GOOD_FIRST.pattern.removesuffix(r")\b")
    + (
        r"|beautifully|excellent(?:ly)?|superb(?:ly)?|fantastic|amazing|wonderful(?:ly)?|perfect(?:ly)?|(?:was|were"
        r"|is) (?:clear|great|calm|good|lovely|so good|really good|very good)|saved (?:us|me|the)|in tears of|did "
        r"(?:great|brilliantly)"
        r"|did (?:really |very |so )?well|handled (?:it|that|the \w+) (?:really |so )?(?:well|calmly)|(?:clear|calm"
        r"|patient|kind|careful|thorough)ly"
        r"|good job|relieved|stood (?:her|his) ground|on time|second prize|first prize|loved (?:it|her|his|the)"
        r"|made the difference)\b"
    ),
    re.IGNORECASE,
)

BAD = re.compile(
    r"\b(?:interrupt\w*|cut \w+(?: \w+){0,3} off|(?<!hours )late|missed|forgot|left (?!me )[\w ]{1,30}(?:running"
    r"|open|unlocked|on|out)|left out|wrong|mistake|lost|rude|shouted|snapped|ignored|argued|rolled (?:his"
    r"|her) eyes|mispronounced|nonsense|careless|unclipped|walked (?:off|out)|skipped|(?:she|he|they) "
    r"(?:didn['’]?t|did not)"
    r"|without (?!being|crushing)|complain\w*|upset|cried|panicked|garbage|hung up|angry|broke (?:the|a|in|it)"
    r"|looked foolish|last year['’]s|too (?:fast|long|loud|quiet|much|late|quick)|no sources|instead of|sent it back"
    r"|read the slides|nothing|nobody|no one|worse|couldn['’]?t|weekends|silence|never|phone)\b",
    re.IGNORECASE,
)

BAD_INTENT = re.compile(
    r"\b(?:serious word|have a word|crush|blame|trial|harsh|(?:need|have|must|got) to (?:talk|speak|tell "
    r"(?!.{0,60}\b(?:great|brilliant))|raise|address|sit)"
    r"|must (?:speak|talk|tell)|has to change|go(?:es|ne)? wrong|stop (?:\w+ing)|can['’]?t happen|next time"
    r"|from now on|difficult (?:feedback|conversation)"
    r"|tough feedback|criticism|critical|accus\w+|slap|soften|my trainee keeps|keeps? \w+in[g'’]?|how (?:do"
    r"|can) i (?:bring|raise|put) it|too direct)\b",
    re.IGNORECASE,
)

BOTH = re.compile(
    r"\b(?:both things|both|two things|as well as|also good|but (?:he|she|they|the|in|at|not|her|his"
    r"|then|there|on)|only (?:she|he|they)|on the other (?:side|hand)|however|good and (?:the )?bad|mixed)\b",
    re.IGNORECASE,
)

ANY = re.compile(r"\b(?:feedback|give (?:him|her|them)|tell (?:him|her|them))\b", re.IGNORECASE)


def kind_of(message: str, facts: Facts) -> str:
    """Praise, a fault, or both: by the words of the act and its effect and by what the person wants to say."""
    core = f"{facts.get('behaviour', '')}. {facts.get('impact', '')}"
    praise = bool(GOOD.search(message))
    wrong = bool(BAD.search(core)) or ("behaviour" not in facts and bool(BAD.search(message)))
    fault = wrong or bool(BAD_INTENT.search(message))
    if praise and fault:
        if GOOD_FIRST.search(message) and not BOTH.search(message):
            return "appreciative"
        return "mixed" if BOTH.search(message) and wrong else "critical" if wrong else "appreciative"
    if praise:
        return "appreciative"
    return "critical" if fault or "next_step" in facts or ANY.search(message) else ""
