"""Names stay here: what leaves this machine holds none of them, and what comes back has them all."""

import json
import random
from dataclasses import replace
from typing import Any

import pytest

from assistant.engines.material import facts_text, material
from assistant.engines.veil import Veil
from assistant.session import Drafted, Intent, Reading, Session
from assistant.tasks import find_task
from knowledge.library import LocalLibrary
from scripts.scripted_server import Reply, Says
from tests.assistant.models import OPENING, draft_in, modelled
from tests.stories import read_stories

SECRETS = (
    "My number is +44 7700 900123, my mail is lena.fischer@raahe.example and my page is https://lena.example/cv. "
    "Our staff number is RA204417."
)


def veiled() -> Veil:
    veil = Veil()
    veil.learn(find_task("outreach").brief(), OPENING)
    return veil


def echo(body: dict[str, Any]) -> Reply:
    """A model that gives the draft back as it came."""
    return Says(draft_in(body).replace("‹", "<") or "{}")


@pytest.mark.parametrize("story", read_stories(), ids=lambda story: story.name)
def test_no_value_of_a_story_leaves_this_machine(story: Any, library: LocalLibrary) -> None:
    with modelled(library, script=echo, hides=True) as coach:
        coach.talk.say(f"{story.opening} {SECRETS}", "draft it now", "make it sound less like a robot")
        sent = b"\n".join(one.raw for one in coach.sent).decode().lower()
        assert coach.sent
        known = coach.talk.brief.known
        values = [
            value for name, value in known.items() if name.endswith(("_name", "_organisation", "_role", "_title"))
        ]
        secrets = [*values, "7700 900123", "lena.fischer@raahe.example", "lena.example/cv", "RA204417"]
        titles = {"dr", "prof", "mr", "ms", "mrs", "sister", "professor"}
        assert [value for value in secrets if value.lower() in sent and value.lower() not in titles] == []


def test_what_comes_back_has_the_values_again(library: LocalLibrary) -> None:
    with modelled(library, script=echo, hides=True) as coach:
        coach.talk.say(OPENING)
        for value in ("Dear Dr Choe", "Lena Fischer", "junior metallurgist", "Raahe works"):
            assert value in coach.talk.text
        assert "PERSON" not in coach.talk.text
        assert "_1" not in coach.talk.text


def test_a_name_typed_in_small_letters_comes_back_as_it_is_written_in_a_letter(library: LocalLibrary) -> None:
    kind = find_task("outreach")
    brief = kind.brief.model_validate({**kind.example, "sender_name": "lena fischer"})
    with modelled(library, script=echo, hides=True) as coach:
        steps = coach.talk.coach.draft(Reading(Intent.FACTS, kind, brief, draft_now=True), Session(), "lena fischer")
        drafted = next(step for step in steps if isinstance(step, Drafted))
        assert drafted.draft.engine == "openai"
        assert drafted.draft.body.endswith("Lena Fischer")


def test_names_in_facts_given_by_hand_and_in_a_draft_edited_by_hand_are_hidden_too(library: LocalLibrary) -> None:
    with modelled(library, script=echo, hides=True) as coach:
        coach.talk.say(OPENING)
        coach.talk.refill(
            connection="Brigitte Kowalski at Siemens gave me her number 0151 2345678, after her talk in June"
        )
        (drafted, *_) = reversed(coach.talk.session.drafts)
        edited = replace(
            drafted, draft=replace(drafted.draft, body=f"{drafted.draft.body}\n\nOla Nordmann of Statoil.")
        )
        last = coach.talk.session.turns[-1]
        turns = (*coach.talk.session.turns[:-1], replace(last, steps=(*last.steps, edited)))
        coach.talk.session = replace(coach.talk.session, turns=turns)
        coach.talk.say("make it sound less like a robot")
        sent = b"\n".join(one.raw for one in coach.sent).decode()
        secrets = ("Kowalski", "Siemens", "2345678", "Nordmann", "Statoil")
        assert [secret for secret in secrets if secret in sent] == []


def test_what_was_sent_is_kept_word_for_word(library: LocalLibrary) -> None:
    with modelled(library, script=echo, hides=True) as coach:
        coach.talk.say(OPENING)
        (exchange,) = coach.talk.session.exchanges
        assert [{"role": role, "content": text} for role, text in exchange.sent] == coach.sent[0].body["messages"]


def test_the_key_goes_into_the_header_and_nowhere_else(library: LocalLibrary) -> None:
    with modelled(library, script=echo, key="sk-very-secret") as coach:
        coach.talk.say(OPENING)
        assert coach.sent[0].headers["authorization"] == "Bearer sk-very-secret"
        assert b"sk-very-secret" not in coach.sent[0].raw
        assert "sk-very-secret" not in repr(coach.engine._calls.chat.connection)  # pyright: ignore[reportPrivateUsage]
        assert "sk-very-secret" not in repr(coach.talk.session)


BENT = {
    "PERSON_1's talk": "Hyejin Choe's talk",
    "Dear PERSON_1,": "Dear Hyejin Choe,",
    "Person_1": "Hyejin Choe",
    "PERSON\\_1": "Hyejin Choe",
    "PERSON 1": "Hyejin Choe",
    "PERSON-1": "Hyejin Choe",
    "PERSON_1s": "Hyejin Choes",
    "**PERSON_1**": "**Hyejin Choe**",
    "PERSON_9": "PERSON_9",
    "in person 1 of 3": "in person 1 of 3",
    "PERSON_11": "PERSON_11",
}


@pytest.mark.parametrize("bent", BENT)
def test_a_placeholder_is_put_back_however_it_is_bent(bent: str) -> None:
    veil = Veil()
    veil.learn(find_task("outreach").brief(recipient_name="Hyejin Choe"))
    assert veil.show(bent) == BENT[bent]
    for cut in range(len(bent) + 1):
        assert "".join(veil.showing([bent[:cut], "", bent[cut:]])) == BENT[bent]


def test_a_text_in_any_pieces_shows_the_same() -> None:
    veil = veiled()
    hidden = veil.hide(OPENING)
    draw = random.Random(7)
    for _ in range(200):
        cuts = sorted(draw.sample(range(len(hidden)), 12))
        pieces = [hidden[a:b] for a, b in zip([0, *cuts], [*cuts, len(hidden)], strict=True)]
        assert "".join(veil.showing(pieces)) == veil.show(hidden)


def test_placeholders_stay_the_same_while_a_conversation_grows() -> None:
    veil = veiled()
    before = veil.hide(OPENING)
    veil.learn(find_task("outreach").brief(recipient_name="Sam Poe", sender_name="Ada"), "I know Nils Berg too.")
    assert veil.hide(OPENING) == before


def test_a_name_that_looks_like_a_placeholder_is_put_back_as_it_was() -> None:
    veil = Veil()
    veil.learn(find_task("outreach").brief(recipient_name="PERSON_2", sender_name="Ada Lund"))
    hidden = veil.hide("Dear PERSON_2, I am Ada Lund.")
    assert "Lund" not in hidden
    assert veil.show(hidden) == "Dear PERSON_2, I am Ada Lund."


def test_on_this_machine_only_peoples_names_are_replaced(library: LocalLibrary) -> None:
    with modelled(library, script=echo, hides=False) as coach:
        coach.talk.say(OPENING)
        user = coach.sent[0].said("user")
        assert "Raahe works" in user
        assert "Choe" not in user


PEOPLE = (
    ("Hyejin Choe", "she", "her"),
    ("Mohammed Al-Sayed", "he", "his"),
    ("John Smith", "he", "his"),
    ("Guadalupe Hernández", "she", "her"),
)


@pytest.mark.parametrize("task", ["outreach", "feedback", "agenda"])
def test_swapped_names_and_pronouns_give_the_same_prompt_the_same_verdicts_and_the_same_length(
    task: str, library: LocalLibrary
) -> None:
    kind = find_task(task)
    prompts, verdicts, lengths = set[str](), set[tuple[str, ...]](), list[int]()
    for name, pronoun, owner in PEOPLE:
        said = json.loads(json.dumps(kind.example).replace("her talk", f"{owner} talk").replace("she ", f"{pronoun} "))
        facts = {**said, "mentee_name" if task == "agenda" else "recipient_name": name}
        facts |= {"pronoun": pronoun} if "pronoun" in kind.brief.model_fields else {}
        brief = kind.brief.model_validate(facts)
        with modelled(library, script=echo) as coach:
            reading = Reading(Intent.FACTS, kind, brief, draft_now=True)
            steps = list(coach.talk.coach.draft(reading, Session(), ""))
            drafted = next(step for step in steps if isinstance(step, Drafted))
            prompts.add(coach.sent[0].said("user"))
            verdicts.add(tuple(finding.verdict.value for finding in drafted.review.findings))
            lengths.append(len(drafted.draft.body.replace(name, "").split()))
    assert len(prompts) == 1
    assert len(verdicts) == 1
    assert max(lengths) <= 1.1 * min(lengths)


def hidden(text: str, **facts: str) -> str:
    veil = Veil()
    veil.learn(find_task("outreach").brief.model_validate(facts), text)
    assert veil.show(veil.hide(text)) == text
    return veil.hide(text)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Will Hope told me that we will meet. I hope so.", "that we will meet. I hope so."),
        ("My colleague May said that I may come in May 2026.", "said that I may come in May 2026."),
        ("Grace told me to ask. Every grace period ends.", "told me to ask. Every grace period ends."),
        ("Tell Joy that I enjoy it. What a joy!", "that I enjoy it. What a joy!"),
    ],
)
def test_a_name_that_is_an_ordinary_word_is_hidden_only_where_it_is_a_name(said: str, left: str) -> None:
    assert hidden(said).endswith(left)
    assert not any(name in hidden(said) for name in ("Will", "Hope", "colleague May", "Grace", "Joy"))


def test_the_words_that_start_a_plan_are_nobodys_names() -> None:
    plan = "# First meeting\n\n**Purpose:** By the end we know.\n\n1. Introductions\n\nQuestions to bring: why?"
    assert hidden(plan) == plan


@pytest.mark.parametrize("name", ["Иван Петров", "王伟", "Łukasz Żak", "Şule Çelik", "محمد"])
def test_a_name_in_any_script_is_hidden(name: str) -> None:
    assert name.split()[-1] not in hidden(f"I want to write to {name} at the works.")


@pytest.mark.parametrize(
    "said",
    ["Ask @Lena about Her Campus, where Jian He works.", "Soft\u00adBank and Lena\u200b Fischer met Pa Her there."],
)
def test_a_value_is_hidden_however_it_stands_in_a_prompt(said: str) -> None:
    veil = Veil()
    brief = find_task("outreach").brief(connection=said, recipient_organisation="Her Campus", recipient_name="Jian He")
    veil.learn(brief, said)
    prompt = veil.hide(facts_text(brief)) + veil.hide(material(said))
    assert not [word for word in ("Lena", "Campus", "Jian", "SoftBank", "Fischer", "Pa Her") if word in prompt]
