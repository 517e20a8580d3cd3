"""Running checks on a text."""

from collections.abc import Sequence

from assistant.model import Check, Finding, Noticed, Review, Subject, Verdict


def review(subject: Subject, checks: Sequence[Check]) -> Review:
    """Every check's finding, in order. Checks that only ask never warn or fail: what they notice becomes a question."""
    return Review(tuple(_finding(check, check.detect(subject)) for check in checks))


def _finding(check: Check, noticed: Noticed) -> Finding:
    if check.asks_only and noticed.verdict in (Verdict.WARN, Verdict.FAIL):
        return Finding(
            check, Verdict.NOT_APPLICABLE, f"Ask yourself: {check.question}", noticed.span, noticed.suggestion
        )
    return Finding(check, noticed.verdict, noticed.message, noticed.span, noticed.suggestion)
