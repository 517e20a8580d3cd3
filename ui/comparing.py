"""What changed between two drafts: the words, and what the checks say of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.model import Finding, Review, Verdict
from assistant.session import Drafted
from ui.wording import named, say


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """What changed between two drafts, word by word: ("same" | "gone" | "new", words)."""
    old, new = before.split(" "), after.split(" ")
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", " ".join(old[a:b])))
            continue
        found += [("gone", " ".join(old[a:b]))] if b > a else []
        found += [("new", " ".join(new[c:d]))] if d > c else []
    return found


@dataclass(frozen=True, slots=True)
class Moved:
    """What the checks say of a later draft beside an earlier one."""

    mended: tuple[Finding, ...]
    """Fired on the earlier draft and are fine now."""
    new: tuple[Finding, ...]
    """Fire now and did not."""
    left: tuple[Finding, ...]
    """Fire on both."""


def moved(before: Review, after: Review) -> Moved:
    """The checks of two reviews of the same kind of text, by what became of them."""
    fired = {finding.check.id for finding in before.firing}
    now = {finding.check.id for finding in after.firing}
    fine = (finding for finding in after.findings if finding.verdict is Verdict.PASS)
    return Moved(
        tuple(finding for finding in fine if finding.check.id in fired),
        tuple(finding for finding in after.firing if finding.check.id not in fired),
        tuple(finding for finding in after.firing if finding.check.id in fired and finding.check.id in now),
    )


def moved_since_first(drafts: Sequence[Drafted], review: Review | None = None) -> Moved | None:
    """From the first draft of this kind to the last, or to `review`; None where there is only one."""
    if not drafts:
        return None
    alike = [drafted for drafted in drafts if drafted.draft.task == drafts[-1].draft.task]
    if review is None and len(alike) < 2:
        return None
    return moved(alike[0].review, alike[-1].review if review is None else review)


def moved_text(found: Moved | None, language: str = "en") -> str:
    """One sentence on what became of the checks since the first draft; empty when nothing fired then or now."""
    if found is None:
        return ""
    told = (("fine_now", found.mended), ("new_to_look_at", found.new), ("still_to_look_at", found.left))
    parts = [
        say(key, language, names=", ".join(named(one.check, language) for one in findings))
        for key, findings in told
        if findings
    ]
    return say("since_first", language, parts="; ".join(parts)) if parts else ""


def moved_data(found: Moved | None) -> dict[str, list[str]] | None:
    """The ids of the checks."""
    if found is None:
        return None
    return {
        "mended": [one.check.id for one in found.mended],
        "new": [one.check.id for one in found.new],
        "left": [one.check.id for one in found.left],
    }
