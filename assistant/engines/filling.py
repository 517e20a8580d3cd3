"""Putting facts into a brief; what cannot be used is told, and nothing else is lost."""

from pydantic import ValidationError

from assistant.model import Brief, Facts


def fill(brief: Brief, facts: Facts) -> tuple[Brief, str]:
    """The brief with these facts, and a sentence about any that cannot be used. None removes a fact."""
    kind = type(brief)
    held = {
        **brief.model_dump(),
        **{
            name: (kind.model_fields[name].get_default(call_default_factory=True) if value is None else value)
            for name, value in facts.items()
        },
    }
    notes: list[str] = []
    for _ in range(len(facts) + 1):
        try:
            return kind.model_validate(held), " ".join(notes)
        except ValidationError as exc:
            error = exc.errors()[0]
            name = str(error["loc"][0])
            notes.append(f"I could not use {facts.get(name)!r} as {kind.label(name).lower()}: {error['msg'].lower()}.")
            held[name] = getattr(brief, name, None)
            if name not in kind.model_fields:
                held.pop(name)
    return brief, " ".join(notes)
