"""The cards beside the conversation: everything that somebody wrote is escaped, every quotation marked in its place."""

import re
from html import unescape

import pytest

from assistant.model import Review
from assistant.reviewing import review_text_of
from assistant.tasks import find_task
from knowledge.library import LocalLibrary
from tests.talking import Conversation
from ui import panels

EVIL = "<img src=x onerror=alert(1)> & <script>alert('2')</script>"
TAG = re.compile(
    r"<(?!/?(?:p|b|h\d|article|span|div|details|summary|code|mark|ul|ol|li|em|strong|del|ins|pre|blockquote|br|a|button)\b)"
)


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_before_there_is_a_draft_each_card_says_what_will_be_there(talk: Conversation, library: LocalLibrary) -> None:
    for html in (
        panels.checks_html(Review()),
        panels.sources_html(talk.session, library),
        panels.changes_html((), ""),
    ):
        assert 'class="empty"' in html


def test_findings_show_question_reason_grade_and_source() -> None:
    review = review_text_of("outreach", "Will you be my mentor?")
    html = panels.checks_html(review)
    said = plain(html)
    for finding in review.firing:
        for word in (finding.check.name, finding.message, finding.check.reason, finding.check.grade.meaning):
            assert " ".join(word.split()) in said
    assert html.index("finding fail") < html.index("finding pass")


def test_what_fires_is_not_told_by_colour_alone() -> None:
    html = panels.checks_html(review_text_of("outreach", "Will you be my mentor?"))
    assert "change this" in html
    assert 'aria-hidden="true"' in html


def test_findings_escape_what_was_typed() -> None:
    for task in ("outreach", "feedback", "agenda"):
        html = panels.checks_html(
            review_text_of(task, f"Dear {EVIL}, [{EVIL}] will you be my mentor? “{EVIL}”", facts="x")
        )
        assert "<img" not in html
        assert "<script" not in html


def test_changes_escape_what_was_typed(talk: Conversation) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing", "draft it now")
    html = panels.changes_html(talk.session.drafts, f"{talk.text} {EVIL}")
    assert "<ins>" in html
    assert "<img" not in html
    assert "&lt;img" in html


def test_a_fact_with_markup_stays_text_everywhere(talk: Conversation, library: LocalLibrary) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing", "draft it now")
    talk.refill(goal=EVIL, sender_name=EVIL)
    talk.say("shorter")
    for html in (
        panels.sources_html(talk.session, library),
        panels.changes_html(talk.session.drafts, talk.text),
        panels.checks_html(talk.drafted.review),
    ):
        assert "<img" not in html
        assert "<script" not in html


def test_sources_mark_the_quotation_and_hold_the_whole_guide(talk: Conversation, library: LocalLibrary) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing", "draft it now")
    html = panels.sources_html(talk.session, library)
    for citation in talk.drafted.citations:
        guide = library.guide(citation.passage.partition("#")[0])
        assert guide is not None
        card = html[html.index(f'id="source-{citation.passage.replace("#", "--")}"') :]
        card = card[: card.index("</article>")]
        assert (
            plain("".join(re.findall(r"<mark>(.*?)</mark>", card, re.DOTALL))).split()
            == plain(panels._MARKDOWN.render(citation.quote)).split()
        )
        assert all(plain(passage.heading) in plain(card) for passage in guide.passages)
        assert str(guide.sources[0].title) in unescape(card)


def test_an_answer_shows_its_passage(talk: Conversation, library: LocalLibrary) -> None:
    talk.say("is 20 minutes too much to ask of a mentor?")
    html = panels.sources_html(talk.session, library)
    assert 'id="source-making-one-small-ask--is-20-minutes-too-much"' in html
    assert "<mark>" in html


def test_every_sentence_of_every_guide_can_be_marked_without_breaking_the_page(library: LocalLibrary) -> None:
    from assistant.language.text import split_sentences

    for guide in library.guides:
        for passage in guide.passages:
            for sentence in split_sentences(passage.text):
                html = panels.marked(passage.text, sentence.text)
                assert html.count("<mark>") == html.count("</mark>") >= 1, (passage.id, sentence.text)
                assert "\ue000" not in html
                unmarked = html.replace("<mark>", "").replace("</mark>", "")
                assert plain(unmarked) == plain(panels.marked(passage.text, "\0")), (passage.id, sentence.text)


def test_a_quotation_that_is_not_in_the_text_marks_nothing() -> None:
    assert "<mark>" not in panels.marked("One. Two.", "Three.")


@pytest.mark.parametrize(
    "text", [EVIL, "[a](javascript:alert(1))", "![x](http://elsewhere/x.png)", "<http://elsewhere>"]
)
def test_a_passage_makes_no_tag_link_or_image_of_its_own(text: str) -> None:
    html = panels.marked(text, text)
    assert not re.search(r"<(?:img|script|a)\b", html)


def test_guides_render_with_plain_tags_only(library: LocalLibrary) -> None:
    for guide in library.guides:
        html = panels.guide_html(guide, guide.passages[0].anchor)
        assert TAG.findall(html) == [], guide.id
        assert 'class="here"' in html


def test_the_swap_test_marks_what_anybody_could_have_received(talk: Conversation) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing in Bergen", "draft it now")
    html = panels.beside_html(find_task("outreach"), f"{talk.text} Thank you for {EVIL} all of it.")
    assert "How many others could receive this?" in html
    assert re.search(r'<meter min="0" max="\d+" value="[1-9]', html)
    assert "<mark>" in html
    assert "<img" not in html
    assert "twin" not in html
    assert panels.beside_html(find_task("agenda"), talk.text) == ""


def test_feedback_is_shown_beside_its_twin() -> None:
    html = panels.beside_html(find_task("feedback"), f"On Tuesday Ola said that he was late. {EVIL}", "Ola")
    assert "The checks say the same of both." in html
    assert "<del>Ola</del> <ins>Maria</ins>" in html.replace("\n", " ")
    assert "<img" not in html
