"""Composing an introduction: the question to the contact alone, the note to forward, and the message to both."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.verbs import BASE_ACTS, is_past
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.introduction.brief import IntroductionBrief
from prompts.loader import load_skeleton

_WHO = re.compile(r"^(?:she|he|they)\b", re.IGNORECASE)
_WISH = re.compile(r",? and (?:would like|wants|hopes|needs|wishes)\b.*$", re.IGNORECASE)
_DO = re.compile(
    r"^(?:ask|know|hear|learn|see|visit|talk|speak|show|look|meet|read|name|share|send|tell|let|take|give|sit|shadow|test"
    r"|try|join|answer|write|watch|hang|spend|stay|come|call|ring|help|listen|explain|go|bring|pick|work|play|use|attend"
    r"|observe|follow|spare|have|get|be|do|walk)\b",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"(?P<verb>(?:headed|led|ran|built|wrote|taught|founded|chaired|managed)(?= \w)|[a-z]+(?= (?:(?:the|an?|her|his|its"
    r"|our|my|for|in|at|with|from|as|on|over|to|through|all|two|three)\b|\d)))",
    re.IGNORECASE,
)
"""A verb whose subject is left out, by what follows it; some verbs by themselves."""


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the drafts under headings, since nobody is copied in before both have agreed."""
    assert isinstance(brief, IntroductionBrief)
    skeleton, facts = load_skeleton("introduction"), _facts(brief)
    tags = [brief.tone or "neutral"]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, style.opening)

    ask_contact = [
        say("to_contact"),
        say("greeting"),
        " ".join(line for part in ("may", "why", "small") if (line := say(part))),
        say("easy_no"),
        say("sign"),
    ]
    blurb = [
        say("to_forward"),
        " ".join(line for part in ("blurb_who", "blurb_ask", "blurb_out") if (line := say(part))),
    ]
    both = [say("to_both"), say("both_greeting"), say("both"), say("sign")]
    parts = [both] if brief.agreed == "both" else [ask_contact, blurb, both]
    blocks = [block for part in parts for block in part if block]
    return "", "\n\n".join([*blocks, *style.added])


def _facts(brief: IntroductionBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    mentee, ask = with_initials(brief.mentee_name), with_capitals(brief.ask)
    about = _WISH.sub("", with_capitals(_WHO.sub("", brief.about).strip()))
    does, small = bool(_DO.match(ask) or ask.partition(" ")[0] in BASE_ACTS), lower_start(_to_contact(brief, ask))
    return {
        "to": greeted(brief.contact_name, brief.contact_title, brief.tone or ""),
        "contact": greeted(brief.contact_name, brief.contact_title) or slots["contact_name"],
        "contact_slot": "" if brief.contact_name else slots["contact_name"],
        "mentee": mentee,
        "first": mentee.split()[0] if mentee else "",
        "about_does": about if _WHO.match(brief.about) else "",
        "about": "" if _WHO.match(brief.about) else lower_start(about),
        "about_slot": "" if about else slots["about"],
        "ask_do": lower_start(ask) if does else "",
        "ask": "" if does else lower_start(ask),
        "ask_slot": "" if ask else slots["ask"],
        "small_do": small if does else "",
        "small": "" if does else small,
        "why": lower_start(_to_contact(brief, with_capitals(brief.why))),
        "sender_name": with_initials(brief.sender_name),
    }


def _is_told(verb: str) -> bool:
    """Whether a word opens a sentence whose subject is left out: "headed customs for ten years", "runs the lab"."""
    return is_past(verb) or verb in ("has", "is") or (verb.endswith("s") and verb[:-1] in BASE_ACTS)


def _to_contact(brief: IntroductionBrief, text: str) -> str:
    """Words about the contact as words to them; only a pronoun that cannot mean the mentee is turned."""
    if (told := _TOLD.match(text)) and _is_told(told["verb"].lower()):
        return to_you(f"she {text}", "she")
    if brief.contact_name:
        text = name_to_you(
            text.replace(f"{brief.contact_title} {brief.contact_name}", brief.contact_name), brief.contact_name
        )
    other = {"he": "she", "she": "he"}.get(brief.pronoun or "", "")
    return to_you(text, other) if other else text
