"""Composing feedback from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.text import sentence_case
from assistant.language.verbs import BASE_ACTS, is_past, with_you
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.feedback.brief import FeedbackBrief
from prompts.loader import load_skeleton


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the words to say or send."""
    assert isinstance(brief, FeedbackBrief)
    kind, channel = brief.kind or "critical", brief.channel or "spoken"
    skeleton, facts = load_skeleton("feedback"), _facts(brief, kind)
    turn = sum(map(ord, to_you(brief.behaviour, brief.pronoun or ""))) + style.opening
    tags = [kind, channel, brief.tone or "neutral", *(["direct"] if style.directness > 0 else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    opening = say("opening") if channel == "written" or style.length > -1 else ""
    event = _joined(say("sb"), say("impact"))
    if kind == "appreciative":
        if channel == "spoken" and brief.recipient_name and not opening:
            event = f"{brief.recipient_name.split()[0]}, {lower_start(event)}"
        body = [
            opening,
            _joined(event, *(_to_reader(brief, sentence) + "." for sentence in style.added)),
            say("thanks"),
        ]
        body = (
            [opening, _joined(event, *(_to_reader(brief, sentence) + "." for sentence in style.added), say("thanks"))]
            if channel == "spoken"
            else body
        )
    else:
        strength = say("strength") if kind == "mixed" else ""
        standard = say("standard") if style.length > -2 else ""
        help_ = say("support") if style.length > -2 else ""
        body = [
            opening,
            strength,
            _joined(event, say("inquiry")),
            _joined(standard, say("next"), help_, *(_to_reader(brief, sentence) + "." for sentence in style.added)),
        ]
    body.append(say("close") if channel == "written" else "")
    return "", "\n\n".join(part for part in body if part)


def _facts(brief: FeedbackBrief, kind: str) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    situation, behaviour = _to_reader(brief, brief.situation), _to_reader(brief, _no_subject(brief.behaviour, brief))
    if situation and (inside := re.sub(r"^(?:on|in|at) ", "", situation)) in behaviour:
        behaviour = re.sub(rf",? (?:on |in |at )?{re.escape(inside)}", "", behaviour)
    if re.fullmatch(r"(?:on|in|at)(?: the| our)?", situation.strip(), re.IGNORECASE):
        situation = ""
    impact = re.sub(
        r"^(?:so|which meant|as a result|because of that|and|that|because)[, ]+",
        "",
        _to_reader(brief, brief.impact),
        flags=re.IGNORECASE,
    )
    step, when = _step(lower_start(_to_reader(brief, brief.next_step)))
    support = re.sub(
        r"^(?:i (?:can|could|will|would|['’]ll|['’]d)(?: be (?:happy|glad) to)?|i['’]ll|i['’]d|i(?:['’]m| "
        r"am) (?:happy|glad) to|we (?:can|could)) ",
        "",
        _to_reader(brief, brief.support),
        flags=re.IGNORECASE,
    )
    sentence_support = bool(re.match(r"(?:i|we|let|you|my|there)\b", support, re.IGNORECASE))
    behaviour = _present(behaviour)
    acted = bool(behaviour) and _starts_with_act(behaviour)
    came = is_past(impact.split(" ", 1)[0].lower())
    return {
        "name": _called(brief.recipient_name),
        "situation_start": sentence_case(_at(situation)),
        "you_did": behaviour if acted else "",
        "you_were": "" if acted or not behaviour else lower_start(behaviour),
        "behaviour_slot": "" if behaviour else slots["behaviour"],
        "situation_slot": "" if situation else slots["situation"],
        "impact_clause": "" if came else lower_start(impact),
        "impact_bare": lower_start(impact) if came else "",
        "impact_slot": "" if impact else slots["impact"],
        "strength": lower_start(_to_reader(brief, brief.strength)),
        "standard": sentence_case(_to_reader(brief, brief.standard)),
        "belief": sentence_case(_to_reader(brief, brief.belief)),
        "support_i": "" if sentence_support else lower_start(support),
        "support_clause": sentence_case(support) if sentence_support else "",
        "next_you": "" if re.match(r"(?:someone|somebody|we|i|the|nobody)\b", step) else _bare(step),
        "next_clause": step if re.match(r"(?:someone|somebody|we|i|the|nobody)\b", step) else "",
        "next_when": when or "Next time",
        "next_slot": "" if step else f"I would like you to {slots['next_step']}",
    }


def _present(act: str) -> str:
    """A habit told of a third person as told to the reader: "keeps checking" to "keep checking"."""
    first, _, rest = act.partition(" ")
    base = with_you(first)
    return f"{base} {rest}".strip() if base != first and (base in BASE_ACTS or base in ("keep", "tend", "do")) else act


def _to_reader(brief: FeedbackBrief, text: str) -> str:
    text = text.strip().rstrip(".")
    if brief.recipient_name:
        text = name_to_you(text, brief.recipient_name)
    return with_capitals(to_you(text, brief.pronoun or ""))


def _no_subject(text: str, brief: FeedbackBrief) -> str:
    """The act without its subject: "she cut in twice" to "cut in twice"."""
    names = "|".join(re.escape(part) for part in brief.recipient_name.split()) or "(?!)"
    return re.sub(
        rf"^(?:she|he|they|you|{names})(?: (?:also|then|just))? (?=[a-z])", "", text.strip(), flags=re.IGNORECASE
    )


_VERBS = frozenset({*BASE_ACTS, *"keep tend always often have did were was never do are had".split()})


def _starts_with_act(text: str) -> bool:
    first = [word.lower().strip(",") for word in text.split()[:3]]
    return any(is_past(word) for word in first[:2]) or first[0] in _VERBS


def _called(name: str) -> str:
    parts = name.split()
    return (parts[0] if parts and parts[0][:1].isupper() else name.title().split()[0]) if parts else ""


_DAYS_RUSH = re.compile(r"[A-Z][a-z]+day")


def _at(situation: str) -> str:
    """With the preposition that it needs: "Tuesday" to "on Tuesday", "Saturday rush" to "in the Saturday rush"."""
    if (
        not situation
        or situation.startswith("[")
        or re.match(
            r"(?:on|in|at|during|after|before|yesterday|today|this|last|when|while|over|from|just|earlier"
            r"|tonight|twice)\b",
            situation,
            re.IGNORECASE,
        )
    ):
        return situation
    if re.match(r"(?:\w+day)(?:,| (?:morning|afternoon|evening|night|in|at|on|during)|$)", situation, re.IGNORECASE):
        return f"on {situation}"
    if re.match(
        r"(?:the|our|my|your|his|her|a|\w+day['’]s|yesterday['’]s|today['’]s|this \w+['’]s)\b", situation, re.IGNORECASE
    ):
        return f"in {situation}"
    return f"in the {situation if re.match(_DAYS_RUSH, situation) else situation[0].lower() + situation[1:]}"


_WHEN_FIRST = re.compile(
    r"^(?P<when>(?:next time|from now on|in future|going forward|tomorrow|from \w+day(?: on)?|(?:on|by"
    r"|at|in|this|next|before|after) [^,]{3,40}?)),? (?:please |i(?:['’]d| would) like you to |you "
    r"(?:should|could|can) )?(?P<step>.+)$",
    re.IGNORECASE,
)


_WHEN_LAST = re.compile(
    r"^(?P<step>.+?),? (?P<when>(?:next time|from now on|in future|going forward|tomorrow|from "
    r"\w+day(?: on)?|(?:on|by|this|next) (?:\w+day|week)|(?:in|at) (?:the next|our next|\w+day['’]s"
    r"|tomorrow['’]s) [\w -]{3,30}))$",
    re.IGNORECASE,
)


def _step(text: str) -> tuple[str, str]:
    for pattern in (_WHEN_LAST, _WHEN_FIRST):
        if (match := pattern.match(text)) and len(match["step"].split()) > 1:
            return lower_start(match["step"]), sentence_case(match["when"])
    return lower_start(text), ""


def _bare(step: str) -> str:
    """A step after "I would like you to": the verbs as infinitives."""
    step = re.sub(r"^(?:you (?:should|could|can|will|would|might|must|need to|have to)?\s*|to |please )", "", step)

    def bare(match: re.Match[str]) -> str:
        return match["lead"] + _infinitive(match["verb"])

    return re.sub(r"(?P<lead>^|(?:, | )(?:and then|and|then) )(?P<verb>[a-z]+s)\b", bare, step)


def _infinitive(verb: str) -> str:
    if verb in (
        "always",
        "this",
        "his",
        "its",
        "perhaps",
        "as",
        "is",
        "us",
        "plus",
        "less",
        "across",
        "towards",
        "besides",
        "notes",
        "questions",
        "patients",
        "pass",
        "press",
        "address",
        "discuss",
        "guess",
        "focus",
        "miss",
        "process",
        "progress",
    ):
        return verb
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ss|x|z|ch|sh|o)es$", verb) else verb[:-1]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
