"""With a model: its words arrive, what nobody told does not, and the engine without one finishes what it cannot."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from assistant.coach import Coach
from assistant.engines.accounts import ACCOUNTS
from assistant.engines.offline import OfflineEngine
from assistant.engines.sieve import Sieve
from assistant.session import Answered, Drafted, Exchange, FellBack, Reading, Rewriting, Session, Waiting, Writing
from assistant.tasks import find_task
from knowledge.library import LocalLibrary
from scripts.scripted_server import Fails, Hangs, Reply, Says, Sends
from tests.assistant.models import OPENING, Modelled, draft_in, engine_at, modelled
from tests.talking import Conversation

BETTER = """Subject: From the lab to running a plant

Dear Dr Choe,

I am Lena Fischer, a junior metallurgist at the Raahe works. I heard your talk on scrap sorting in June, \
and it is why I write to you.

I would like to understand how you moved from the lab into running a plant. Could we talk by phone for 20 minutes, \
whenever it suits you?

If now is not a good time, I quite understand. Thank you for reading this.

Kind regards,
Lena Fischer"""
INVENTED = BETTER.replace(
    "and it is why I write to you.", "and your award-winning work with the Oulu team inspired our whole night shift."
)


def plain(library: LocalLibrary, message: str = OPENING) -> str:
    """The draft without a model."""
    talk = Conversation(Coach(OfflineEngine(), library))
    talk.say(message)
    return talk.text


def fell_back(coach: Modelled) -> str:
    step = coach.talk.last(FellBack)
    assert step is not None, "the engine did not say that it went on without the model"
    return step.reason


def test_a_draft_is_in_the_models_words_and_streams(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER)) as coach:
        steps = list(coach.talk.coach.run(OPENING, Session()))
        drafted = next(step for step in steps if isinstance(step, Drafted))
        assert drafted.draft.whole == BETTER
        assert drafted.draft.engine == "openai"
        assert drafted.draft.prompt.startswith("1/")
        assert drafted.review.ok
        assert "".join(step.delta for step in steps if isinstance(step, Writing)).strip() == BETTER
        assert [step.purpose for step in steps if isinstance(step, Exchange)] == ["write"]


def test_the_prompt_holds_brief_passages_questions_and_limits(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        user = coach.sent[0].said("user")
        for part in ("<facts>", "What you hope to learn: how they moved", "<guidance>", "between 50 and 125 words"):
            assert part in user
        assert draft_in(coach.sent[0].body).startswith("Subject: ")
        assert "Lena" not in coach.sent[0].said("system")


def test_what_a_model_invents_is_sent_back_once_and_then_becomes_a_slot(library: LocalLibrary) -> None:
    with modelled(library, Says(INVENTED)) as coach:
        steps = coach.talk.say(OPENING)
        assert [one.purpose for one in steps if isinstance(one, Exchange)] == ["write", "rewrite"]
        reasons = next(step.reasons for step in steps if isinstance(step, Rewriting))
        assert any("award-winning" in reason for reason in reasons)
        assert "award" in coach.sent[1].said("user").split("To mend:")[1]
        streamed = "".join(step.delta for step in steps if isinstance(step, Writing))
        for invention in ("award", "Oulu", "night shift", "inspired"):
            assert invention not in coach.talk.text
            assert invention not in streamed
        assert "[" in coach.talk.text


def test_brackets_hide_no_invention(library: LocalLibrary) -> None:
    with modelled(
        library, Says(BETTER.replace("Thank you", "[I won the Nobel Prize in 1998.] [your reply] Thank you"))
    ) as coach:
        coach.talk.say(OPENING)
        assert "Nobel" not in coach.talk.text
        assert "1998" not in coach.talk.text


def test_a_second_attempt_that_is_worse_is_not_taken(library: LocalLibrary) -> None:
    once = BETTER.replace("whenever it suits you", "at 4 pm")
    with modelled(library, Says(once), Says(INVENTED)) as coach:
        coach.talk.say(OPENING)
        assert "it is why I write to you" in coach.talk.text
        assert "4 pm" not in coach.talk.text


def test_a_second_attempt_that_is_better_is_taken(library: LocalLibrary) -> None:
    with modelled(library, Says(INVENTED), Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER


def test_a_model_that_leaves_out_what_was_said_is_not_used(library: LocalLibrary) -> None:
    without = BETTER.replace("I would like to understand how you moved from the lab into running a plant. ", "")
    without = without.replace("From the lab to running a plant", "A question").replace("for 20 minutes", "for a while")
    with modelled(library, Says(without)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == plain(library)
        assert "left out" in fell_back(coach)


def test_a_wish_that_no_rule_knows_goes_to_the_model(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING, "make it sound less like a robot")
        last = coach.sent[-1].said("user")
        assert "make it sound less like a robot" in last
        assert draft_in(coach.sent[-1].body).replace("‹", "<").startswith("Subject: From the lab")
        reading = coach.talk.session.reading
        assert reading is not None
        assert reading.style.wishes == ("make it sound less like a robot",)


# Reading


def reading_of(library: LocalLibrary, message: str, answer: Any, *before: str) -> tuple[Reading, Modelled]:
    with modelled(library, Says(json.dumps(answer) if isinstance(answer, dict) else str(answer))) as coach:
        coach.talk.say(*before, message)
        reading = coach.talk.last(Reading)
        assert reading is not None
        return reading, coach


VAGUE = (
    "so there is this woman, Hyejin Choe, who spoke about scrap at our place, and I keep thinking "
    "I should drop her a line"
)
FACT = '{"field": "connection", "words": "spoke about scrap at our place"}'


def test_a_fact_is_taken_only_with_the_words_that_bear_it_out(library: LocalLibrary) -> None:
    answer = {
        "task": "outreach",
        "facts": [
            {"field": "connection", "words": "who spoke about scrap at our place"},
            {"field": "recipient_organisation", "words": "Nordstal"},
            {"field": "goal", "words": "how to become a director"},
            {"field": "salary", "words": "scrap"},
        ],
        "question": "",
        "wish": "",
    }
    reading, _ = reading_of(library, VAGUE, answer)
    assert reading.task is not None
    assert reading.task.name == "outreach"
    assert reading.brief is not None
    known = reading.brief.known
    assert "spoke about scrap" in known["connection"]
    assert "recipient_organisation" not in known
    assert "goal" not in known


@pytest.mark.parametrize(
    "answer",
    [
        f'Sure! Here it is:\n```json\n{{"task": "outreach", "facts": [{FACT}]}}\n```\nHope that helps.',
        f'{{"task": "outreach", "facts": [{FACT}], "question": "", "wi',
        f'<think>hm, {{maybe}}</think>{{"task": "outreach", "facts": [{FACT}]}}',
    ],
    ids=["fenced", "cut off", "thinking aloud"],
)
def test_json_is_found_wherever_a_model_puts_it(answer: str, library: LocalLibrary) -> None:
    reading, _ = reading_of(library, VAGUE, answer)
    assert reading.brief is not None
    assert "spoke about scrap" in str(reading.brief.known.get("connection"))


@pytest.mark.parametrize("answer", ["I think it is outreach.", "[]", '{"task": 7}', "{{{", '{"facts": "none"}'])
def test_an_answer_that_is_no_reading_changes_nothing(answer: str, library: LocalLibrary) -> None:
    reading, _ = reading_of(library, VAGUE, answer)
    offline = OfflineEngine().understand(VAGUE, Session())
    assert reading.brief == offline.brief
    assert reading.task is offline.task


def test_where_the_offline_reader_is_sure_there_is_one_call_before_the_draft_else_two(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert len(coach.sent) == 1
    with modelled(library, Says("{}"), Says("[]")) as coach:
        coach.talk.say(f"{VAGUE}. just write it")
        assert len(coach.sent) <= 2


def test_a_server_without_json_schema_or_json_mode_is_asked_in_plain_words(library: LocalLibrary) -> None:
    asked: list[str] = []

    def script(body: dict[str, Any]) -> Reply:
        kind = body.get("response_format", {}).get("type", "plain")
        asked.append(kind)
        if kind != "plain":
            return Fails(400, f"response_format of type {kind} is not supported")
        return Says(
            '{"task": "outreach", "facts": [{"field": "connection", "words": "spoke about scrap at our place"}]}'
        )

    with modelled(library, script=script) as coach:
        coach.talk.say(VAGUE)
        assert asked == ["json_schema", "json_object", "plain"]
        assert "spoke about scrap" in str(coach.talk.brief.known["connection"])
        coach.talk.say("and some more about it, hm")
        assert set(asked[3:]) <= {"plain"}


def test_a_server_that_refuses_a_temperature_is_asked_without(library: LocalLibrary) -> None:
    def script(body: dict[str, Any]) -> Reply:
        return Fails(400, "unsupported value: temperature") if "temperature" in body else Says(BETTER)

    with modelled(library, script=script) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER


# Answers

QUESTION = "How long should a first email to a mentor be?"


def answered(library: LocalLibrary, text: str) -> Answered:
    with modelled(library, Says(text)) as coach:
        coach.talk.say(QUESTION)
        assert coach.talk.answer is not None
        return coach.talk.answer


def test_an_answer_is_made_of_sentences_that_the_passages_bear_out(library: LocalLibrary) -> None:
    text = (
        "Keep the body between 50 and 125 words [1]. Messages of that length were answered most often [1]. "
        "Always attach your CV and follow up daily [1]. A study at Harvard found that 90% reply to poems [2]."
    )
    answer = answered(library, text).answer
    assert not answer.abstained
    assert "between 50 and 125 words" in answer.text
    for dropped in ("CV", "Harvard", "poems"):
        assert dropped not in answer.text
    for citation in answer.citations:
        passage = library.passage(citation.passage)
        assert passage is not None
        assert citation.quote in passage.text


@pytest.mark.parametrize(
    "text",
    [
        "The body should not be between 50 and 125 words [1].",
        "Keep the body between 60 and 225 words [1].",
        "Yes.",
        "The library does not say.",
        "Mentoring is a wonderful journey of growth for everybody involved [1].",
    ],
)
def test_nothing_that_is_not_borne_out_is_said(text: str, library: LocalLibrary) -> None:
    answer = answered(library, text).answer
    assert answer.abstained
    assert answer.citations == ()


def test_a_question_that_the_library_does_not_cover_is_not_sent(library: LocalLibrary) -> None:
    with modelled(library, Says("Yes, certainly [1].")) as coach:
        coach.talk.say("Can my firm deduct the coffee I buy for my mentee as a business expense?")
        assert coach.talk.answer is not None
        assert coach.talk.answer.answer.abstained
        assert [one for one in coach.sent if "<passages>" in one.raw.decode()] == []


# Trouble

NO_CHOICES = (
    b'data: {"id":"x","object":"chat.completion.chunk","created":0,"model":"x","choices":[]}\n\ndata: [DONE]\n\n'
)
ELSEWHERE = (("location", "http://127.0.0.1:9/v1/chat/completions"),)
FAULTS: dict[str, tuple[Reply, str]] = {
    "no answer in time": (Hangs(3.0), "did not answer within"),
    "the key is refused": (Fails(401), "does not accept the key"),
    "the model is unknown": (Fails(404), "knows no model"),
    "too many requests": (Fails(429), "too many requests"),
    "too many requests, and a long wait": (Fails(429, headers=(("retry-after", "90"),)), "wait 90 seconds"),
    "an error of the server": (Fails(500), "an error of its own"),
    "no service": (Fails(503), "an error of its own"),
    "gone in the middle": (Says(BETTER[:200], drops=True), "broke off"),
    "an end without a reason": (Says(BETTER[:200], finish=None), "broke off"),
    "an empty answer": (Says(""), "said nothing"),
    "an answer without end": (Says("and so on " * 3000, finish=None), "did not come to an end"),
    "cut at the limit": (Says(BETTER[:200], finish="length"), "did not come to an end"),
    "no choices": (Sends(NO_CHOICES), "said nothing"),
    "cut JSON": (Sends(b'data: {"id":"x","choices":[{"del\n\ndata: [DONE]\n\n'), "no answer of a chat model"),
    "a web page": (Sends(b"<html><body>Welcome</body></html>", "text/html"), ""),
    "a refusal": (Says("I'm sorry, but I can't help with that request."), "declined"),
    "a filter": (Says("Dear", finish="content_filter"), "declined"),
    "too long for the model": (Fails(400, "it exceeds the available context size"), "longer than the model"),
    "sent on to somewhere else": (Fails(307, headers=ELSEWHERE), "another address"),
    "next to nothing": (Says("Sure."), "next to nothing"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_has_one_sentence_and_the_offline_engine_finishes(fault: str, library: LocalLibrary) -> None:
    reply, sentence = FAULTS[fault]
    with modelled(library, reply, timeout=1.0) as coach:
        started = time.monotonic()
        coach.talk.say(OPENING)
        assert time.monotonic() - started < 12
        said = fell_back(coach)
        assert sentence in said
        assert said.endswith((".", "?"))
        assert "\n" not in said
        assert coach.talk.text == plain(library)
        assert len(coach.sent) <= 4


def test_nobody_at_the_address_is_said_and_costs_nothing(library: LocalLibrary) -> None:
    talk = Conversation(Coach(engine_at("http://127.0.0.1:9/v1"), library))
    talk.say(OPENING)
    step = talk.last(FellBack)
    assert step is not None
    assert "Nobody answers at 127.0.0.1:9" in step.reason
    assert talk.text == plain(library)
    assert talk.session.exchanges[-1].spent == 0


def test_a_short_wait_that_the_server_asks_for_is_kept_and_then_it_works(library: LocalLibrary) -> None:
    busy = Fails(429, headers=(("retry-after", "0.3"),))
    with modelled(library, busy, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        assert coach.talk.last(FellBack) is None


def test_a_model_that_failed_in_reading_is_not_asked_again_in_the_same_turn(library: LocalLibrary) -> None:
    with modelled(library, Fails(401), Says(BETTER)) as coach:
        coach.talk.say(f"{VAGUE}. just write it")
        assert len(coach.sent) == 1
        coach.talk.say(OPENING)
        assert len(coach.sent) > 1


def test_who_stops_ends_the_request_on_the_server_too(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER, first=0.0, between=0.2)) as coach:
        running = coach.talk.coach.run(OPENING, Session())
        next(step for step in running if isinstance(step, Writing))
        running.close()
        assert coach.sent[0].left.wait(3.0)


def test_who_stops_before_the_first_word_ends_the_request_too(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER, first=20.0), timeout=30.0) as coach:
        running = coach.talk.coach.run(OPENING, Session())
        next(step for step in running if isinstance(step, Waiting))
        running.close()
        assert coach.sent[0].left.wait(3.0)


def test_the_limit_stops_before_a_request_and_not_after(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER), limit=3_000) as coach:
        coach.talk.say(OPENING)
        first = coach.talk.session.exchanges[-1]
        assert 0 < first.spent == first.tokens_sent + first.tokens_received
        for _ in range(4):
            coach.talk.say("make it sound less like a robot")
        assert "MENTOR_TOKEN_LIMIT" in fell_back(coach)
        assert coach.talk.session.exchanges[-1].spent <= 3_000


def test_two_conversations_do_not_share_use_or_placeholders(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER), hides=True) as coach:
        coach.talk.say(OPENING)
        other = Conversation(coach.talk.coach)
        other.say(OPENING.replace("Lena Fischer", "Ola Nordmann").replace("Hyejin Choe", "Sam Poe"))
        exchange = other.session.exchanges[0]
        assert exchange.spent == exchange.tokens_sent + exchange.tokens_received
        assert "PERSON_1" in exchange.sent[1][1]


def test_passages_are_cut_to_a_small_window(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER), context=1200) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        short = len(coach.sent[0].raw)
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert short < len(coach.sent[0].raw)


def test_tracing_in_the_environment_sends_nothing_anywhere(
    monkeypatch: pytest.MonkeyPatch, library: LocalLibrary
) -> None:
    from langsmith import utils

    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")

    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        assert utils.tracing_is_enabled() is False


def test_a_long_message_is_cut_to_a_small_window(library: LocalLibrary) -> None:
    with modelled(library, Says("{}"), context=1300) as coach:
        coach.talk.say(f"{VAGUE}. {'And then there was this and that about the scrap. ' * 100}")
        assert coach.sent
        count = coach.engine._calls.chat.count  # pyright: ignore[reportPrivateUsage]
        assert count(coach.sent[0].said("system")) + count(coach.sent[0].said("user")) < 1300


def test_a_model_that_thinks_first_gets_room_for_its_thoughts(library: LocalLibrary) -> None:
    with modelled(library, Says("", finish="length"), Says(BETTER), context=16_000) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        first, second = (one.body["max_tokens"] for one in coach.sent)
        assert second == first + 2_000


def test_the_limit_of_a_reply_has_the_name_that_the_server_knows(library: LocalLibrary) -> None:
    def picky(body: dict[str, Any]) -> Reply:
        refused = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
        return Fails(400, refused) if "max_tokens" in body else Says(BETTER)

    with modelled(library, script=picky) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        coach.talk.say("make it sound less like a robot")
        assert len(coach.sent) == 3


def test_a_refusal_without_a_reason_is_asked_in_plain_words_once_and_not_remembered(library: LocalLibrary) -> None:
    with modelled(library, Fails(400, "no"), Says("{}"), Says("{}")) as coach:
        coach.talk.say("hm, about that matter and so on")
        coach.talk.say("it is about people and about work and so on")
        forms = ["response_format" in one.body for one in coach.sent]
        assert forms[:2] == [True, False]
        assert any(forms[2:])


def test_what_a_stopped_turn_sent_is_on_the_account(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER, first=0.0, between=0.2)) as coach:
        session = Session()
        running = coach.talk.coach.run(OPENING, session)
        next(step for step in running if isinstance(step, Writing))
        running.close()
        account = ACCOUNTS.of(session.id)
        assert [one.trouble for one in account.exchanges] == ["It was stopped here."]
        assert account.spent > 0
        ACCOUNTS.close(session.id)
        assert ACCOUNTS.of(session.id).exchanges == []


def test_a_model_that_repeats_its_instructions_is_stopped_and_what_was_sent_is_kept(library: LocalLibrary) -> None:
    def parrot(body: dict[str, Any]) -> Reply:
        return Says(body["messages"][-1]["content"].partition("<guidance>\n")[2])

    with modelled(library, script=parrot) as coach:
        coach.talk.say(OPENING)
        assert "repeats its instructions" in fell_back(coach)
        assert len(ACCOUNTS.of(coach.talk.session.id).exchanges) == 1


def test_another_engine_goes_on_with_the_same_account(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        spent = ACCOUNTS.of(coach.talk.session.id).spent
        coach.talk.coach = Coach(engine_at(coach.server.address, limit=spent + 10), library)
        coach.talk.say("make it sound less like a robot")
        assert "MENTOR_TOKEN_LIMIT" in fell_back(coach)
        assert len(coach.sent) == 1


@pytest.mark.parametrize("counts", [{"prompt_tokens": -9000, "completion_tokens": 1, "total_tokens": 1}, {}])
def test_a_count_that_cannot_be_is_not_believed(counts: dict[str, int], library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER, counts=counts or {"prompt_tokens": 0, "completion_tokens": 0})) as coach:
        coach.talk.say(OPENING)
        (exchange,) = coach.talk.session.exchanges
        assert not exchange.counted
        assert exchange.spent > 500


def test_no_header_tells_of_the_machine_or_of_other_settings(
    monkeypatch: pytest.MonkeyPatch, library: LocalLibrary
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-secret")
    monkeypatch.setenv("OPENAI_PROXY", "http://127.0.0.1:9")
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER
        needed = {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host"}
        assert set(coach.sent[0].headers) <= needed


def test_a_key_that_the_server_repeats_is_not_shown(library: LocalLibrary) -> None:
    with modelled(library, Fails(400, "bad key sk-abc123def456 or my-own-key"), key="my-own-key") as coach:
        coach.talk.say(OPENING)
        assert "[key] or [key]" in fell_back(coach)


@pytest.mark.parametrize("wait", ["inf", "nan", "soon"])
def test_a_wait_without_a_number_of_seconds_is_not_kept(wait: str, library: LocalLibrary) -> None:
    with modelled(library, Fails(429, headers=(("retry-after", wait),)), Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        assert coach.talk.text == BETTER


def test_a_wish_that_fails_leaves_the_draft_that_stands(library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER), Fails(401)) as coach:
        coach.talk.say(OPENING)
        coach.talk.say("make it sound less like a robot")
        assert coach.talk.text == BETTER
        assert coach.talk.drafted.draft.notice == "The draft stays as it was."


def test_what_was_written_into_a_draft_by_hand_is_no_invention(library: LocalLibrary) -> None:
    own = "My sister Brigitte Kowalski studied with you in Oulu in 1998."
    with modelled(library, Says(BETTER)) as coach:
        coach.talk.say(OPENING)
        drafted = coach.talk.drafted
        body = drafted.draft.body.replace("Thank you for reading this.", own)
        by_hand = replace(drafted, draft=replace(drafted.draft, body=body, edited=True))
        last = coach.talk.session.turns[-1]
        turns = (*coach.talk.session.turns[:-1], replace(last, steps=(*last.steps, by_hand)))
        coach.talk.session = replace(coach.talk.session, turns=turns)
        coach.server.answer_with(Says(f"Subject: {drafted.draft.subject}\n\n{body}"))
        coach.talk.say("make it sound less like a robot")
        assert own in coach.talk.text
        assert "[" not in coach.talk.text


def test_a_failed_reading_does_not_rest_the_model_for_what_comes_next(library: LocalLibrary) -> None:
    with modelled(library, Fails(401), Says(BETTER)) as coach:
        coach.talk.say(VAGUE)
        kind = find_task("outreach")
        steps = list(coach.talk.coach.refill(kind.example, kind, coach.talk.session))
        assert len(coach.sent) > 1
        assert any(isinstance(step, Drafted) for step in steps)


@pytest.mark.parametrize(
    "claim",
    [
        "I am your friend.",
        "I have practical experience in development.",
        "You have a background in this area.",
        "My career is about people.",
        "I am available any day.",
        "Привет, мы с вами старые друзья.",
    ],
)
def test_claims_of_general_words_and_in_other_scripts_reach_nobody(claim: str, library: LocalLibrary) -> None:
    with modelled(library, Says(BETTER.replace("Thank you for reading this.", claim))) as coach:
        coach.talk.say(OPENING)
        assert claim not in coach.talk.text


def test_no_memory_is_shown_in_a_greeting_for_a_moment(library: LocalLibrary) -> None:
    greeting = "Dear Dr Choe, it was great to meet you at the fair and to talk"
    sieve = Sieve(OPENING)
    shown = "".join(sieve.feed(f"{word} ") for word in greeting.split())
    assert shown.startswith("Dear Dr Choe,")
    assert "great" not in shown
