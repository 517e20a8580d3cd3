"""The cards beside the conversation as HTML: checks, sources, changes. What a person or a guide wrote is escaped."""

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt

from assistant.checks.swapping import swap
from assistant.checks.twins import compare
from assistant.dials import Setting
from assistant.language.text import Text
from assistant.model import Finding, Review, Subject, Task, Verdict
from assistant.session import Answered, Cautioned, Drafted, Session
from knowledge.library import LocalLibrary
from knowledge.model import Citation, Guide, Passage, told_apart
from ui.comparing import changes, moved_since_first, moved_text
from ui.page_words import NO_CHANGES, NO_CHECKS, NO_SOURCES
from ui.wording import say

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "link", "autolink"])
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS = {Verdict.PASS: "✓", Verdict.WARN: "!", Verdict.FAIL: "✗", Verdict.NOT_APPLICABLE: "?"}


def checks_html(review: Review, beside: str = "", language: str = "en") -> str:
    """All findings: what fires first, then questions to the writer, what stands `beside` the checks, what is fine."""
    if not review.findings:
        return NO_CHECKS
    firing = [f for f in review.findings if f.fires]
    asking = [f for f in review.findings if f.message.startswith("Ask yourself")]
    fine = [f for f in review.findings if f.verdict is Verdict.PASS]
    head = f'<p class="summary">{say("summary", language, fine=len(fine), firing=len(firing))}</p>'
    cards = "".join(_finding(f, language, open_=True) for f in [*firing, *asking])
    rest = "".join(_finding(f, language, open_=False) for f in fine)
    opened = "" if firing else " open"
    summary = say("what_is_fine", language, n=len(fine))
    more = f'<details class="more"{opened}><summary>{summary}</summary>{rest}</details>'
    fewer = f'<p class="why">{words}</p>' if (words := say("fewer", language)) else ""
    return f"{head}{cards}{beside}{more}{fewer}"


def beside_html(kind: Task | None, text: str, name: str = "") -> str:
    """What is asked of a whole text of this kind: who else could have received it, and its fairness twin."""
    if kind is None or not text.strip():
        return ""
    return (_swap(text) if kind.to_one else "") + (_twin(kind, text, name) if kind.about_one else "")


def _twin(kind: Task, raw: str, name: str) -> str:
    found = compare(Subject(Text(raw)), kind.checks, name)
    if not found.swapped:
        return ""
    same = "The checks say the same of both." if not found.differs else f"They differ in {', '.join(found.differs)}."
    return (
        '<details class="swap"><summary>Would you say the same of somebody else? Read its twin</summary>'
        f"<p>{escape(same)} Does a word sound odd now? Then it may have been about who they are.</p>"
        f"{_diff(raw, found.text)}</details>"
    )


def _swap(raw: str) -> str:
    """The swap test: a meter, and the message with every sentence marked that would be as true for somebody else."""
    tested = swap(Text(raw))
    if not tested.count:
        return ""
    shown, at = "", 0
    for sentence in tested.survivors:
        start, end = sentence.span
        shown += f"{escape(raw[at:start])}<mark>{escape(raw[start:end])}</mark>"
        at = end
    return (
        f'<details class="swap"><summary>How many others could receive this? <meter min="0" max="{tested.count}" '
        f'value="{len(tested.bound)}" aria-label="Sentences that fit only this reader"></meter> '
        f"{len(tested.bound)} of {tested.count}</summary><p>{escape(tested.verdict)} Marked is what would be as true "
        "with another name at the top; courtesies may stay.</p>"
        f'<div class="diff">{shown}{escape(raw[at:])}</div></details>'
    )


def _finding(finding: Finding, language: str, *, open_: bool) -> str:
    check = finding.check
    grade, meaning = check.grade, escape(say(check.grade.value, language))
    suggestion = f'<p class="do">{escape(finding.suggestion)}</p>' if finding.suggestion and open_ else ""
    return (
        f'<article class="finding {finding.verdict.value}"><h4><span class="mark" '
        f'aria-hidden="true">{_MARKS[finding.verdict]}</span> {escape(check.name)}'
        f' <span class="verdict">{say(finding.verdict.value, language)}</span></h4>'
        f"<p>{escape(finding.message or check.question)}</p>"
        f"{suggestion}"
        f'<p class="why">{escape(check.reason)} <span class="grade" '
        f'title="{meaning}">{grade.value}: {meaning}</span> '
        f"{escape(check.source)}</p></article>"
    )


def sources_html(session: Session, library: LocalLibrary) -> str:
    """The passages behind the last draft and the last answer, the quotation marked, the whole guide one click away."""
    cited: list[tuple[str, Citation]] = []
    answered = next((s for t in reversed(session.turns) for s in t.steps if isinstance(s, Answered)), None)
    if answered:
        cited += [("Answer", citation) for citation in answered.answer.citations]
    cited += [(s.says, s.citation) for t in reversed(session.turns) for s in t.steps if isinstance(s, Cautioned)]
    latest = next((s for t in reversed(session.turns) for s in t.steps if isinstance(s, Drafted)), None)
    if latest:
        cited += list(zip(latest.reasons, latest.citations, strict=False))
    if not cited:
        return NO_SOURCES
    return "".join(_source(why, citation, library) for why, citation in cited)


def _source(why: str, citation: Citation, library: LocalLibrary) -> str:
    passage = library.passage(citation.passage)
    if passage is None:
        return '<p class="empty">A passage that was cited here has been removed from the library.</p>'
    guide = library.guide(passage.guide)
    reason = "" if why == "Answer" else f'<p class="because">{escape(why)}</p>'
    if guide is None:
        text, grade, title = plain_html(passage.text, citation.quote), "a document of yours, not graded", citation.title
        whole = f"<summary>Where it stands</summary>{_surroundings(passage, library)}"
    else:
        text, title = marked(passage.text, citation.quote), f"{guide.title}: {passage.heading}"
        grade = f"{guide.evidence.value}: {guide.evidence.meaning}"
        whole = f"<summary>The whole guide</summary>{guide_html(guide, passage.anchor)}"
    return (
        f'<article class="source" id="source-{escape(citation.passage.replace("#", "--"))}">{reason}'
        f'<h4>{escape(title)}</h4><div class="passage">{text}</div>'
        f'<p class="grade">{escape(grade)} · <code>{escape(passage.id)}</code></p>'
        f"<details ontoggle=\"if(this.open)this.querySelector('.here')?.scrollIntoView({{block:'nearest'}})\">"
        f"{whole}</details></article>"
    )


def _surroundings(passage: Passage, library: LocalLibrary) -> str:
    """A document's passage between the ones before and after it, and the names of its files."""
    passages = library.passages_of(passage.guide)
    at = next((i for i, one in enumerate(passages) if one.id == passage.id), 0)
    shown = passages[max(0, at - 1) : at + 2]
    parts = "".join(
        f'<h5 class="{"here" if one.id == passage.id else ""}">{escape(one.where())}</h5>{plain_html(one.text)}'
        for one in shown
    )
    names = "".join(f"<li>{escape(name)}</li>" for name in told_apart(passage.names))
    return (
        '<div class="guide" tabindex="0" role="region" aria-label="Where it stands">'
        f"{parts}<h5>Files</h5><ul>{names}</ul></div>"
    )


def plain_html(text: str, quotation: str = "") -> str:
    """A document's text as HTML: paragraphs and lists, a quotation in it marked, and nothing in it a tag or a link."""
    start = text.find(quotation) if quotation else -1
    if start >= 0:
        inside = "\n".join(
            re.sub(r"^(- )?(.+)$", lambda m: f"{m[1] or ''}{_OPEN}{m[2]}{_CLOSE}", line)
            for line in quotation.split("\n")
        )
        text = text[:start] + inside + text[start + len(quotation) :]
    html = ""
    for block in re.split(r"\n{2,}", text):
        items = [line for line in block.split("\n") if line.strip()]
        if items and all(line.lstrip(_OPEN).startswith("- ") for line in items):
            html += "<ul>" + "".join(f"<li>{escape(line.replace('- ', '', 1))}</li>" for line in items) + "</ul>"
        elif items:
            html += f"<p>{escape(' '.join(items))}</p>"
    return html.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")


def guide_html(guide: Guide, here: str = "") -> str:
    """A guide as HTML with the heading `here` marked, and its sources."""
    parts = "".join(
        (
            f"<h5 "
            f'class="{"here" if passage.anchor == here else ""}">{escape(passage.heading)}</h5>'
            f"{_MARKDOWN.render(passage.text)}"
        )
        for passage in guide.passages
    )
    sources = "".join(f"<li>{escape(str(source))}</li>" for source in guide.sources)
    return (
        f"<div "
        f'class="guide" tabindex="0" role="region" aria-label="The whole '
        f'guide"><h4>{escape(guide.title)}</h4>{_MARKDOWN.render(guide.opening)}'
        f"{parts}<h5>Sources</h5><ul>{sources}</ul></div>"
    )


def marked(text: str, quotation: str) -> str:
    """A passage as HTML with a quotation in it marked; the quotation is searched in the text, never trusted."""
    start = text.find(quotation)
    if start < 0:
        return _MARKDOWN.render(text)
    inside = re.sub(r"^(\s*(?:[-*] )?)(.+)$", lambda m: f"{m[1]}{_OPEN}{m[2]}{_CLOSE}", quotation, flags=re.MULTILINE)
    html = _MARKDOWN.render(text[:start] + inside + text[start + len(quotation) :])
    return html.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")


def changes_html(drafts: Sequence[Drafted], current: str, review: Review | None = None) -> str:
    """What changed since the first draft by check, and word by word since the one before; every earlier version.

    `review` is that of the current text, where it is not one of the drafts.
    """
    bodies = [drafted.draft.whole for drafted in drafts]
    if not bodies or (len(bodies) == 1 and bodies[0] == current):
        return NO_CHANGES
    language = drafts[-1].draft.language
    before = bodies[-1] if bodies[-1] != current else bodies[-2]
    checked = moved_text(moved_since_first(drafts, review), language)
    blocks = [f'<p class="summary">{escape(checked)}</p>'] if checked else []
    blocks.append(f"<h4>{say('version_before', language)}</h4>{_diff(before, current)}")
    if bodies[0] != before:
        blocks.append(
            f"<details><summary>{say('since_first_draft', language)}</summary>{_diff(bodies[0], current)}</details>"
        )
    earlier = "".join(
        f"<details><summary>{say('version', language, n=n)}</summary><pre>{escape(body)}</pre></details>"
        for n, body in enumerate(bodies, 1)
        if body != current
    )
    return "".join(blocks) + (f"<h4>{say('earlier', language)}</h4>{earlier}" if earlier else "")


def dials_html(settings: Sequence[Setting], language: str) -> str:
    """What each other position of a dial would change, sentence by sentence."""
    rows = [
        f"<dt>{say(f'dial_{setting.name}', language)}</dt><dd>{''.join(map(_would, setting.changes))}</dd>"
        for setting in settings
        if setting.changes and not setting.chosen
    ]
    if not rows:
        return ""
    return (
        f'<details class="dials"><summary>{say("would_change", language)}</summary><dl>{"".join(rows)}</dl></details>'
    )


def _would(change: tuple[str, str]) -> str:
    gone, new = map(escape, change)
    return f"<p>{f'<del>{gone}</del> ' if gone else ''}{f'<ins>{new}</ins>' if new else ''}</p>"


def _diff(before: str, after: str) -> str:
    tags = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}
    pieces = (f"{tags[kind][0]}{escape(words)}{tags[kind][1]}" for kind, words in changes(before, after))
    return f'<div class="diff">{" ".join(pieces)}</div>'
