"""The model's part of the page as HTML: which engine runs, what a test found, what was sent. All text is escaped."""

from collections.abc import Sequence
from html import escape

from assistant.build import ModelChoice
from assistant.engines.probing import Probe
from assistant.session import Exchange
from ui.page_words import WORDS
from ui.view import used_text

_PURPOSES = {
    "read": "To read your message",
    "write": "To write the draft",
    "rewrite": "To mend the draft",
    "answer": "To answer your question",
}


def engine_html(choice: ModelChoice | None) -> str:
    """The engine in one line, with what leaves this machine."""
    if choice is None:
        return f'<p class="asked">{WORDS("no_model")}</p>'
    name = escape(choice.connection.model or "the server's model")
    where = "on this machine" if choice.connection.local else escape(choice.connection.host)
    if choice.connection.local and not choice.hides:
        names = "Your words stay on this machine."
    elif choice.hides:
        names = "Names and addresses are replaced before anything is sent."
    else:
        names = "What you say is sent there as it is."
    return f'<p class="asked">Engine: {name}, {where}. {names}</p>'


def probes_html(probes: Sequence[Probe]) -> str:
    """What a test of the connection found, line by line."""
    rows = "".join(
        f'<li class="{"" if probe.works else "failed"}"><b>{"✓" if probe.works else "✗"} {escape(probe.name)}</b> '
        f"{escape(probe.sentence)}</li>"
        for probe in probes
    )
    return f'<ul class="results">{rows}</ul>'


def sent_html(exchanges: Sequence[Exchange]) -> str:
    """Every exchange of a conversation, the newest first, word for word, one click away."""
    if not exchanges:
        return '<p class="empty">Nothing was sent to a model in this conversation.</p>'
    return f'<p class="summary">{escape(used_text(exchanges[-1:]))}</p>' + "".join(map(_exchange, reversed(exchanges)))


def _exchange(one: Exchange) -> str:
    messages = "".join(f"<h5>{escape(role)}</h5>{_words(text)}" for role, text in one.sent)
    about = "" if one.counted else "about "
    trouble = f'<p class="failed">{escape(one.trouble)}</p>' if one.trouble else ""
    return (
        f'<details class="sent"><summary>{_PURPOSES.get(one.purpose, escape(one.purpose))}: {about}'
        f"{one.tokens_sent:,} tokens sent, {one.tokens_received:,} received, {one.seconds:.1f} s</summary>"
        f"{trouble}{messages}<h5>{escape(one.model)} answered</h5>"
        f"{_words(one.received or '(nothing)')}</details>"
    )


def _words(text: str) -> str:
    """Words as they are, in a box that can be scrolled with the keyboard."""
    return f'<pre tabindex="0" role="region" aria-label="Word for word">{escape(text)}</pre>'
