"""One suite for every engine: without a model, on a scripted server, and on a real one with a small real model."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest

from assistant.coach import Coach
from assistant.engines.chat import Connection, ModelTrouble, Prompt, Reply, Said
from assistant.engines.model import ModelEngine
from assistant.engines.offline import OfflineEngine
from assistant.engines.openai import OpenAIChat
from assistant.engines.probing import probe
from assistant.engines.structured import parsed
from assistant.engines.understanding import Understood, reading_schema
from assistant.ports import Engine
from assistant.session import Drafted, Exchange, FellBack, Session, Writing
from knowledge.library import LocalLibrary
from scripts.scripted_server import Says, serving
from tests.assistant.models import OPENING, draft_in, engine_at, real_server
from tests.stories import Story, invented, lost, read_stories
from tests.talking import Conversation, read_rows

Make = Callable[[], Engine]


@pytest.fixture(scope="module")
def small_model() -> Iterator[str]:
    """The address of llama.cpp with SmolLM2-135M-Instruct."""
    with real_server() as address:
        yield address


@pytest.fixture(scope="module")
def copyist() -> Iterator[str]:
    """The address of a scripted model that gives each draft back as it came, and nothing else."""
    with serving(script=lambda body: Says(draft_in(body) or "{}")) as server:
        yield server.address


@pytest.fixture(params=["offline", "scripted", "real"])
def engine(request: pytest.FixtureRequest) -> Engine:
    match request.param:
        case "offline":
            return OfflineEngine()
        case "scripted":
            return engine_at(request.getfixturevalue("copyist"), hides=True)
        case _:
            return engine_at(request.getfixturevalue("small_model"), timeout=60.0)


# What every engine must hold


@pytest.mark.parametrize("story", read_stories(), ids=lambda story: story.name)
def test_a_story_ends_with_a_draft_that_keeps_the_facts_and_invents_nothing(
    story: Story, engine: Engine, library: LocalLibrary
) -> None:
    talk = Conversation(Coach(engine, library))
    talk.say(story.opening)
    for _ in range(6):
        if talk.asked:
            talk.say(story.answers.get(talk.asked, "skip"))
    draft = talk.drafted
    assert draft.review.ok
    assert draft.citations
    assert lost(story, draft.draft.body) == []
    assert invented(draft.draft.whole, talk.session.said, story.task) == []


def test_a_question_is_answered_from_the_library_or_not_at_all(engine: Engine, library: LocalLibrary) -> None:
    talk = Conversation(Coach(engine, library))
    talk.say("How long should a first email to a mentor be?")
    assert talk.answer is not None
    answer = talk.answer.answer
    for citation in answer.citations:
        passage = library.passage(citation.passage)
        assert passage is not None
        assert citation.quote in passage.text
    assert answer.abstained == (answer.citations == ())


def test_a_question_without_an_answer_gets_none(engine: Engine, library: LocalLibrary) -> None:
    talk = Conversation(Coach(engine, library))
    talk.say("Can my firm deduct the coffee I buy for my mentee as a business expense?")
    assert talk.answer is not None
    assert talk.answer.answer.abstained


def test_a_text_of_ones_own_is_left_as_it_is(engine: Engine, library: LocalLibrary) -> None:
    text = "Dear Ms Roy, I am a welder in Leith and heard your talk. Could I ask you for 20 minutes? Thank you, Jo"
    talk = Conversation(Coach(engine, library))
    talk.say(f"Could you check this before I send it? “{text}”")
    step = talk.last(Drafted)
    assert step is not None
    assert step.draft.body == text


def test_distress_comes_before_any_engine(engine: Engine, library: LocalLibrary) -> None:
    talk = Conversation(Coach(engine, library))
    steps = talk.say("I can't go on and I want to kill myself")
    assert [type(step).__name__ for step in steps] == ["Flagged"]


# The real one


def chat_with(address: str, context: int = 4096) -> OpenAIChat:
    return OpenAIChat(Connection(address, "", "", context, 60.0))


def test_a_real_model_streams(small_model: str) -> None:
    pieces = list(chat_with(small_model).stream(Prompt((Said("user", "Say hello to Ada."),), 200)))
    assert sum(bool(piece) for piece in pieces if isinstance(piece, str)) > 3
    reply = pieces[-1]
    assert isinstance(reply, Reply)
    assert reply.counted
    assert reply.received > 3


def test_a_real_model_that_goes_on_too_long_is_cut_off(small_model: str) -> None:
    with pytest.raises(ModelTrouble) as trouble:
        list(chat_with(small_model).stream(Prompt((Said("user", "Write a very long story about a mill."),), 20)))
    assert trouble.value.kind == "endless"


def test_a_real_model_fits_a_schema(small_model: str) -> None:
    chat = chat_with(small_model)
    schema = reading_schema()
    schema["properties"]["facts"]["maxItems"] = 1
    for part in ("question", "wish", "concern", "concern_words"):
        schema["properties"][part] = {"type": "string", "maxLength": 20}
    fact = schema["properties"]["facts"]["items"]["properties"]
    fact |= {"field": {"type": "string", "maxLength": 20}, "words": {"type": "string", "maxLength": 40}}
    prompt = Prompt((Said("user", "I want to write to a plant director. Give JSON."),), 250, schema)
    text = "".join(piece for piece in chat.stream(prompt) if isinstance(piece, str))
    assert parsed(text, Understood) is not None
    assert chat.structure == "JSON schema"


def test_a_real_model_stops_when_the_reader_goes(small_model: str) -> None:
    chat = chat_with(small_model)
    running = chat.stream(Prompt((Said("user", "Write a very long story about a mill."),), 2000))
    next(piece for piece in running if piece)
    running.close()
    started = monotonic()
    list(chat.stream(Prompt((Said("user", "Say hello to Ada."),), 200)))
    assert monotonic() - started < 20


def test_a_real_server_says_when_a_prompt_is_too_long(small_model: str) -> None:
    with pytest.raises(ModelTrouble) as trouble:
        list(chat_with(small_model, 100_000).stream(Prompt((Said("user", "mill " * 9000),), 10)))
    assert trouble.value.kind == "overflow"


def test_what_does_not_fit_the_window_is_cut_before_it_is_sent(small_model: str, library: LocalLibrary) -> None:
    talk = Conversation(Coach(engine_at(small_model, context=1100, timeout=60.0), library))
    talk.say(OPENING)
    (exchange, *_) = talk.session.exchanges
    assert exchange.tokens_sent + exchange.tokens_received <= 1100
    assert "overflow" not in exchange.trouble


def test_ten_users_at_once_keep_their_own_words(small_model: str, library: LocalLibrary) -> None:
    engine = ModelEngine(chat_with(small_model), hides=True)
    coach = Coach(engine, library)
    names = [f"{name} Testson" for name in "Ada Bo Cy Di Eve Fay Gus Hal Ivy Jo".split()]
    started = threading.Barrier(10)

    def hold(name: str) -> Conversation:
        talk = Conversation(coach)
        started.wait(30)
        talk.say(OPENING.replace("Lena Fischer", name))
        return talk

    with ThreadPoolExecutor(10) as pool:
        talks = list(pool.map(hold, names))
    for name, talk in zip(names, talks, strict=True):
        assert name in talk.text
        assert [other for other in names if other != name and other in talk.text] == []
        sent = str([exchange.sent for exchange in talk.session.exchanges])
        assert "Testson" not in sent


def test_the_connection_is_tested_with_a_real_server(small_model: str) -> None:
    found = {one.name: one for one in probe(chat_with(small_model))}
    assert found["models"].works
    assert "smollm2" in found["models"].sentence
    assert found["chat"].works
    assert found["streaming"].works
    assert "JSON" in found


# No invention with any engine

GAPS = [
    row
    for name in ("tempting_gaps.yaml", "tempting_gaps_2.yaml", "tempting_gaps_3.yaml", "tempting_gaps_4.yaml")
    for row in read_rows(name)
]
KNOWN = {
    ("gap-30", "5 min"),  # the plan shares out the time that it has, as the one without a model does
    # The fourth set, which no rule was made on:
    ("gap-316", "even those who had only come along with someone"),
    ("gap-317", "you only wanted to move things along"),
    ("gap-317", "After that she said nothing more"),
    ("gap-317", "it isn't the first time"),
    ("gap-320", "although nobody had asked you to"),
    ("gap-320", "I could see how much it meant to her"),
    ("gap-321", "please hand them in as soon as we are back"),
    ("gap-323", "he cares a lot about what you think"),
    ("gap-323", "the others laughed along with you"),
    ("gap-327", "the buyer now trusts our labels less"),
    ("gap-329", "the site manager has agreed"),
    ("gap-329", "There is not much time left"),
    ("gap-332", "Evenings are best for Goran"),
    ("gap-334", "the cousin needs it himself"),
    ("gap-336", "The team does not know yet"),
}
"""What still gets through, of 526 inventions; docs/benchmarks.md tells of it."""


@pytest.mark.parametrize("row", GAPS, ids=lambda row: row["id"])
def test_what_an_eager_model_invents_reaches_nobody(row: dict[str, object], library: LocalLibrary) -> None:
    from assistant.session import Intent, Reading
    from assistant.tasks import find_task

    kind = find_task(str(row["task"]))
    brief = kind.brief.model_validate(row["brief"])
    with serving(Says(str(row["reply"]).rstrip())) as server:
        coach = Coach(engine_at(server.address), library)
        steps = list(coach.draft(Reading(Intent.FACTS, kind, brief, draft_now=True), Session(), ""))
    draft = next(step for step in steps if isinstance(step, Drafted)).draft
    invented_here = row["invented"]
    assert isinstance(invented_here, list)
    through = {(row["id"], words) for words in invented_here if words in draft.whole}
    assert through - KNOWN == set()
    assert any(isinstance(step, Writing) for step in steps) or any(isinstance(step, FellBack) for step in steps)
    assert 1 <= sum(isinstance(step, Exchange) for step in steps) <= 2
