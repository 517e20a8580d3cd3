"""The library's documents as HTML: what is there, and what became of those being added. Names are escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from knowledge.adding import Added, Outcome
from knowledge.model import GUIDES, Document, told_apart
from knowledge.reading.kinds import FORMATS
from ui.page_words import WORDS
from ui.view import passages_text

GUIDES_LABEL = "Built-in guides"
_MARKS = {
    Outcome.ADDED: "✓",
    Outcome.CHANGED: "✓",
    Outcome.UNCHANGED: "=",
    Outcome.NAMED: "=",
    Outcome.REMOVED: "–",
    Outcome.FAILED: "✗",
    Outcome.PASSED: "·",
    Outcome.WORKING: "·",
}
PREPARING = '<div role="status"><progress aria-label="Documents added"></progress><p>Preparing the library …</p></div>'
MOST_SHOWN = 300
"""Rows of one list; a library may hold thousands of documents."""


def label(collection: str) -> str:
    """A collection's name as people read it."""
    return GUIDES_LABEL if collection == GUIDES else collection


def asked_html(asked: Sequence[str]) -> str:
    """The line under the message box that says where answers come from."""
    named = ", ".join(escape(label(name)) for name in asked) or "nothing: choose a collection under Library"
    return f'<p class="asked">{WORDS("answers_from")}: <b>{named}</b></p>'


def formats_html(file_mb: int) -> str:
    """What can be added."""
    return f'<p class="asked">{FORMATS}; up to {file_mb} MB each.</p>'


def documents_html(documents: Sequence[Document], guides: int, *, whole_paths: bool = True) -> str:
    """Every document by collection, with its kind and size, and where it was found."""
    rows = "".join(_document(document, whole_paths=whole_paths) for document in documents[:MOST_SHOWN])
    more = (
        f"<p>… and {len(documents) - MOST_SHOWN:,} more: mentor documents lists all.</p>"
        if len(documents) > MOST_SHOWN
        else ""
    )
    head = f'<p class="summary"><b>{len(documents)}</b> of your own, beside <b>{guides}</b> built-in guides. '
    head += "What you add stays in this machine's library until you remove it.</p>"
    return f'{head}<ul class="shelf">{rows}</ul>{more}'


def _document(document: Document, *, whole_paths: bool) -> str:
    names = document.names if whole_paths else told_apart(document.names)
    roles = f" · for {', '.join(document.roles)}s" if document.roles else ""
    note = f" · {escape(document.note)}" if document.note else ""
    return (
        f"<li><b>{escape(document.title)}</b><br><span>{escape(document.collection)} · {escape(document.kind)} · "
        f"{passages_text(document.passages)}{roles}{note}</span><br>"
        f"<span>{escape(', '.join(names))}</span></li>"
    )


def progress_html(results: Iterable[Added], now: Added | None = None, trouble: str = "") -> str:
    """A bar while documents are being added (`now` is the latest word), and one line for each that is done."""
    shown = list(results)
    if now is not None:
        at = f": {now.name}, {now.note}" if now.outcome is Outcome.WORKING else ""
        bar = (
            f'<progress max="{max(now.total, 1)}" value="{now.done}" aria-label="Documents added"></progress>'
            f"<p>{now.done} of {now.total}{escape(at)}</p>"
        )
    else:
        bar = f'<p class="summary">{escape(trouble or summary(shown))}</p>'
    failed_first = sorted(shown, key=lambda added: added.outcome is not Outcome.FAILED)
    rows = "".join(_result(added) for added in failed_first[:MOST_SHOWN])
    return f'<div role="status">{bar}</div><ul class="results">{rows}</ul>'


def summary(results: Sequence[Added]) -> str:
    """The outcomes counted: "3 added, 1 failed"."""
    counts = {outcome: sum(added.outcome is outcome for added in results) for outcome in Outcome}
    return ", ".join(f"{count} {outcome.value}" for outcome, count in counts.items() if count) or "Nothing was added."


def _result(added: Added) -> str:
    said = added.reason or (passages_text(added.passages) if added.passages else added.outcome.value)
    note = f" ({escape(added.note)})" if added.note else ""
    return (
        f'<li class="{added.outcome.name.lower()}"><span aria-hidden="true">{_MARKS[added.outcome]}</span> '
        f"<b>{escape(added.name)}</b>: {escape(said)}{note}</li>"
    )
