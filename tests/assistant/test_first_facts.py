"""Facts of a first message: what rules miss is read where it is sure, and offered where it is not."""

import pytest

from assistant.coach import Coach
from assistant.engines import first_facts as reading
from assistant.engines.first_facts import first_facts
from assistant.engines.marked import marked_messages, unmarked
from assistant.engines.offline import YES_TO_WHAT, OfflineEngine
from assistant.engines.tagging import Told, fields_of, made_of, told
from assistant.ports import Library
from assistant.session import Asked, Question, Session, Turn
from assistant.tasks import all_tasks, find_task
from scripts.marked import digest_of, every_message

STORY = (
    "Lift mechanic, Schindler Vienna, trained as a locksmith originally. Feel stuck with hydraulics, need somebody "
    "to show me controllers. My old foreman would be one."
)


def test_what_no_rule_reads_is_read() -> None:
    task = find_task("find_mentor")
    by_rule, found = task.read(STORY), first_facts(STORY, task).facts
    assert "where" not in by_rule
    assert "Schindler" in found["where"]
    assert found.keys() >= by_rule.keys()


def test_every_learned_fact_stands_in_the_message() -> None:
    for one in every_message():
        for found in told(one.message, one.task):
            assert found.words in one.message
            assert 0 <= found.sure <= 1.0001


def test_a_fact_ends_with_a_word() -> None:
    message = "Jo is a student who'd like to shadow Ms O'Neill-Brandt's team."
    for one in told(message, "introduction"):
        place = message.index(one.words) + len(one.words)
        assert not message[place - 1 : place + 1].isalnum(), one.words
        assert message[place : place + 1] not in ("'", "-"), one.words


@pytest.mark.parametrize(
    "message", ["half a \ud83d character", "", "   ", "?", "hi", "🙂🙂", "x" * 5000, "日本語だけです"]
)
def test_any_message_can_be_read(message: str) -> None:
    for task in all_tasks():
        if task.compose is not None:
            first_facts(message, task)


def test_the_reader_knows_only_fields_that_briefs_have_and_was_made_from_what_stands_here() -> None:
    for name, fields in fields_of().items():
        assert set(fields) <= set(find_task(name).brief.model_fields), name
    assert made_of() == digest_of(every_message()), "run python -m scripts.build_reader"


def test_marked_messages_mark_fields_of_their_task() -> None:
    found = marked_messages()
    assert len(found) > 300
    assert len({one.message for one in found}) == len(found)
    for one in found:
        assert {field for field, _, _ in one.spans} <= set(find_task(one.task).brief.model_fields), one.message
        assert all(one.message[start:end].strip() for _, start, end in one.spans), one.message


@pytest.mark.parametrize("line", ["goals {goals: run}", "goals | {goals: run", "goals | run}"])
def test_a_line_that_is_marked_wrongly_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        unmarked(line)


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is told of, but not surely."""
    monkeypatch.setattr(
        reading, "told", lambda message, task: (Told("people", "my old foreman", 0.55), Told("before", "school", 0.1))
    )


@pytest.mark.usefixtures("unsure")
def test_what_is_unsure_is_offered_and_yes_takes_it(library: Library) -> None:
    session, question = begun(library)
    assert question.field == "people"
    assert question.offered == "my old foreman"
    after = OfflineEngine().understand("Yes!", session)
    assert after.brief is not None
    assert after.brief.known["people"] == ["my old foreman"]


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize("no", ["no", "Nope.", "not that"])
def test_no_asks_once_more_without_the_offer(no: str, library: Library) -> None:
    session, question = begun(library)
    after = OfflineEngine().understand(no, session)
    assert after.missing[0] == question.field
    assert dict(after.offered) == {}


@pytest.mark.usefixtures("unsure")
def test_another_answer_counts_instead_of_the_offer(library: Library) -> None:
    session, _ = begun(library)
    after = OfflineEngine().understand("Hana from the depot", session)
    assert after.brief is not None
    assert after.brief.known["people"] == ["Hana from the depot"]


def test_a_bare_yes_to_an_open_question_is_asked_about(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    monkeypatch.setattr(reading, "told", lambda message, task: ())
    session, question = begun(library)
    assert question.offered == ""
    after = OfflineEngine().understand("yes", session)
    assert after.note == YES_TO_WHAT
    assert after.missing[0] == question.field


def begun(library: Library) -> tuple[Session, Question]:
    """A conversation whose first message named what to learn and no place."""
    message = "Please help me find a mentor for welding."
    steps = tuple(Coach(OfflineEngine(), library).run(message, Session()))
    (question,) = (step.question for step in steps if isinstance(step, Asked))
    return Session().after(Turn(message, steps)), question
