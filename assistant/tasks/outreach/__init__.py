"""Outreach: the first message to somebody who could be a mentor."""

import re
from typing import Any

from assistant.checks import asking, form, grounding, person, safety
from assistant.language.people import CONTACTED, TITLES, people_in
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.feedback import acted
from assistant.tasks.outreach.brief import OutreachBrief
from assistant.tasks.outreach.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, OutreachBrief)
    return {"channel": brief.channel or "email"}


_PRAISES = re.compile(
    r"\bfeedback\b(?! (?:from|on my))|\bsomething nice\b|\bnice words\b|\bpraise\b|\bwell done\b", re.IGNORECASE
)


def evidence(message: str, told: Told) -> float:
    """A reader to contact and what is hoped for; an act to speak of or praise to give say that it is feedback."""
    mine = told("outreach")
    cued = sum(weight for cue, weight in task.cues if re.search(cue, message, re.IGNORECASE))
    contacts = CONTACTED.search(message) or cued >= 2.0
    named = bool(contacts) and any(person.score >= 5 for person in people_in(message))
    wishes = sum(name in mine for name in ("connection", "goal", "ask", "sender_name", "sender_role"))
    against = 1.5 * acted(message, told) + 2.0 * bool(_PRAISES.search(message))
    return 0.7 * ("recipient_name" in mine) + 1.5 * named + 0.6 * wishes - against


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the draft is the way it is, each with the passage behind it."""
    assert isinstance(brief, OutreachBrief)
    channel = brief.channel or "email"
    found = {
        "email": Choice(
            "It is short because messages of 50 to 125 words were answered most.",
            "writing-a-first-email#how-long",
            "50 and 125 words answered",
        ),
        "linkedin_note": Choice(
            "It keeps to 200 characters because that is what a note holds.",
            "writing-on-short-channels#linkedin-note",
            "note characters",
        ),
        "linkedin_message": Choice(
            "It keeps under 400 characters because shorter messages were answered more.",
            "writing-on-short-channels#linkedin-message",
            "400 characters answered",
        ),
        "chat": Choice(
            "The request comes first because a chat is read between two other things.",
            "writing-on-short-channels#slack-and-teams",
            "first line ask",
        ),
        "in_person": Choice(
            "It takes half a minute and ends with a way out for both.",
            "introducing-yourself-in-person#thirty-seconds",
            "thirty seconds words",
        ),
    }
    listed = [found[channel]]
    if brief.connection:
        listed.append(
            Choice(
                "It says early why you chose them, because that is what no other sender could write.",
                "approaching-with-purpose#why-you",
                "why you chose",
            )
        )
    if channel in ("email", "chat", "linkedin_message"):
        listed.append(
            Choice("It makes one request only, with its size named.", "making-one-small-ask#one-ask", "one ask")
        )
    if channel == "email" and "out" not in style.without and style.length > -1:
        listed.append(
            Choice(
                "It leaves an easy way to say no: a courtesy, not a trick.",
                "making-one-small-ask#easy-out",
                "courtesy easy out",
            )
        )
    return tuple(listed)


task = Task(
    name="outreach",
    title="Write a first message",
    roles=(Role.MENTEE,),
    brief=OutreachBrief,
    cues=(
        (
            r"\b(?:write|writing|wrote|word|draft|send|sending|drop) (?:\w+ ){0,4}?(?:to|something to"
            r"|for)\b(?! (?:my mentee|him|her|them) (?:about|that|after))",
            2.0,
        ),
        (
            r"\b(?:reach(?:ing)? out|get(?:ting)? in touch|introduce myself|first (?:contact|message|email)"
            r"|cold (?:e-?mail|message)|connection request|outreach|approach(?:ing)?)\b",
            3.0,
        ),
        (
            r"\b(?:walk up to|go up to|bump into|drop by|in person|(?:when|if) i (?:see|meet|come (?:in|through))|buy "
            r"(?:her|him|them) a"
            r" (?:coffee|drink)|introduce myself|help me (?:text|message|e-?mail|contact|approach|dm))\b",
            2.0,
        ),
        (r"\b(?:e-?mail|linkedin|dm|slack|teams message|whatsapp|letter|note|message)\b", 1.2),
        (
            r"\b(?:i (?:heard|saw|read|watched|listened to|met|admire)|(?:her|his|their) (?:talk|paper|book"
            r"|article|podcast|lecture|work|ruling|dataset|post|video|research|keynote|panel))\b",
            1.6,
        ),
        (
            r"\b(?:ask (?:her|him|them|for)|pick (?:her|his|their) brain|be my mentor|minutes of (?:her|his"
            r"|their) time|call with|coffee with|visit (?:him|her|them))\b",
            1.6,
        ),
        (
            rf"\b(?:i(?:['’]d| would)? (?:like|want|wish|need|love) to (?:write|ask|contact|email|message|know "
            rf"how|learn)|want to (?:write|contact|connect|ask)|who could mentor|(?:{TITLES})\.? [A-Z])",
            0.8,
        ),
        (r"\b(?:i(?:['’]m| am) (?:a|an|in my)|my name is|name['’]s)\b", 0.5),
    ),
    checks=(
        *form.CHECKS[:3],
        *person.CHECKS[:2],
        *asking.CHECKS[:4],
        form.CHECKS[3],
        form.CHECKS[4],
        person.CHECKS[2],
        asking.CHECKS[4],
        person.CHECKS[3],
        *form.CHECKS[5:],
        *grounding.CHECKS,
        *safety.CHECKS,
    ),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Hyejin Choe",
        "recipient_title": "Dr",
        "recipient_role": "plant director",
        "connection": "her talk on scrap sorting at the June meeting",
        "goal": "how she moved from the lab into running a plant",
        "minutes": 20,
        "sender_name": "Lena Fischer",
        "sender_role": "a junior metallurgist",
        "channel": "email",
        "pronoun": "she",
    },
    opening="I want to email Dr Hyejin Choe, a plant director. I heard her talk on scrap sorting in June and "
    "would like to know how she moved from the lab into running a plant.",
    order=10,
    changes=("shorter", "warmer", "another opening", "make it a LinkedIn note"),
    parts={
        "thanks": "thanks",
        "thank you": "thanks",
        "gratitude": "thanks",
        "easy out": "out",
        "way out": "out",
        "no worries": "out",
        "excuse": "out",
        "goal": "goal",
        "what i want to learn": "goal",
        "topic": "goal",
        "timing": "timing",
        "calendar": "timing",
        "time": "timing",
        "who i am": "who",
        "introduction": "who",
        "my name": "who",
        "connection": "why",
        "why": "why",
        "subject": "subject",
        "greeting": "greeting",
    },
)
