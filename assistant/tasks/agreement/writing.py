"""Composing a mentoring agreement: thirteen points, a line for each of the two and one for what they agree."""

from assistant.language.text import sentence_case
from assistant.model import Brief, Style
from assistant.tasks.agreement.brief import AgreementBrief
from prompts.loader import load_skeleton

POINTS = (
    "purpose", "roles", "rhythm", "channel", "agenda", "private", "boundaries", "feedback", "review", "conflict", "end",
    "success", "recording",
)  # fmt: skip
_ALWAYS = {"private": "limits", "end": "exit"}
"""Points with a sentence that every agreement should hold, whoever writes it."""
_OPEN = "[fill in]"


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, and the page."""
    assert isinstance(brief, AgreementBrief)
    skeleton = load_skeleton("agreement")
    facts = {"mentee": brief.mentee_name, "mentor": brief.mentor_name}
    columns = {name: skeleton.say(name, facts) for name in ("mentee", "mentor", "both")}
    whose = brief.voice or "mentee"

    def point(number: int, name: str) -> str:
        said = sentence_case(str(getattr(brief, name)))
        lines = [f"- {label}: {said if said and voice == whose else _OPEN}" for voice, label in columns.items()]
        always = [skeleton.say(_ALWAYS[name], facts)] if name in _ALWAYS else []
        return "\n".join([f"**{number}. {skeleton.say(name, facts)}**", *lines, *always])

    wanted = [name for name in POINTS if name not in style.without]
    points = [point(number, name) for number, name in enumerate(wanted, 1)]
    head = f"{skeleton.say('title', facts)}\n{skeleton.say('how', facts)}"
    return "", "\n\n".join(filter(None, [head, *points, "\n".join(style.added), skeleton.say("sign", facts)]))
