"""Which of the ready moments a request is about."""

import re

MOMENTS: tuple[tuple[str, str], ...] = (
    ("tears", r"cr(?:y|ies|ied|ying)|tears?|upset|breaks? down|emotional|weep\w*|sob\w*|distress\w*"),
    (
        "silent",
        r"silen\w*|quiet|shrug\w*|fine\b|one[- ]word|monosyllab\w*|clams? up|says? nothing|shuts? down|short answers",
    ),
    (
        "cancels",
        r"cancel\w*|unprepared|no[- ]show|late\b|does not turn up|doesn['’]?t turn up|not prepared|forgets? (?:the"
        r"|our|every)|postpon\w*",
    ),
    (
        "favour",
        r"favou?rs?|reference|recommend\w*|job\b|put in a word|introduction to|asks? for (?:money|too much)"
        r"|pull strings|sponsor\w*",
    ),
    (
        "boundary",
        r"boundar\w*|at night|weekends?|too (?:personal|often|close)|private (?:life|messages?|matters?)|midnight"
        r"|every day|texts? (?:me|him|her|them)",
    ),
    (
        "ending",
        r"end(?:s|ing)? (?:the|it|of|a|early)|say(?:ing)? goodbye|stop(?:ping)? (?:the|our) (?:mentoring|meetings)"
        r"|outgrown|clos(?:e|ing) (?:the|a)",
    ),
    (
        "feedback",
        r"feedback|critici\w*|defensive|defends?|hears? (?:a hard|something hard|criticism)|bad news|tell (?:her|him"
        r"|them|someone) (?:that|off)",
    ),
    (
        "difference",
        r"cultur\w*|background|accent|generation|age gap|older|younger|gender|race|religio\w*|differen\w*"
        r"|misunderst\w*|assum\w*",
    ),
    (
        "doubt",
        r"doubt\w*|confidence|not (?:made|good|cut out) (?:for|enough)|imposter|impostor|give up|giving up|fail(?:ed"
        r"|ure)|quit\w*|not belong",
    ),
    (
        "dependent",
        r"depend\w*|what (?:should|shall) i do|tell me what|asks? (?:me )?(?:what to do|for (?:the )?answers?)"
        r"|independ\w*|own decision|decide for|spoon",
    ),
    (
        "disagrees",
        r"disagree\w*|rejects?|refuses?|yes[, ]+but|argu\w*|contradict\w*|resist\w*|conflict|push(?:es)? back"
        r"|stubborn",
    ),
    (
        "advice",
        r"advi[cs]e|advising|solv\w*|fix\w*|jump\w* in|interrupt\w*|talks? too much|listen\w*|tell(?:s|ing) (?:their"
        r"|his|her) own",
    ),
)
"""Themes by the words that point to them, the rarest first."""


def moment_of(words: str) -> str:
    """The ready moment that the words are about; "own" when none fits."""
    return next((name for name, cues in MOMENTS if re.search(rf"\b(?:{cues})", words, re.IGNORECASE)), "own")
