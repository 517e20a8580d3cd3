"""`mentor doctor` and --engine: which engine is used, what works, and what is said when it does not."""

from collections.abc import Callable

import pytest

from assistant.build import choose_model
from assistant.settings import read_settings
from assistant.tasks import all_tasks
from scripts.scripted_server import Fails, Says, serving
from tests.talking import Ran
from ui.doctor import about

Mentor = Callable[..., Ran]
READING = '{"task": "outreach", "facts": [], "question": "", "wish": ""}'


def test_without_a_model_it_says_that_nothing_leaves(mentor: Mentor) -> None:
    ran = mentor("doctor")
    assert ran.code == 0
    assert "offline: nothing leaves this machine" in ran.out
    assert "90 guides" in ran.out


def test_a_server_is_tried_out(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Says("Hello to you, dear Ada."), Says(READING)) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        ran = mentor("doctor", "--json")
    assert ran.code == 0
    rows = {row["name"]: row for row in ran.json}
    assert list(rows) == ["library", "engine", "models", "chat", "streaming", "JSON"]
    assert "on this machine" in rows["engine"]["says"]
    assert "scripted" in rows["models"]["says"]


def test_what_does_not_work_is_said_and_the_exit_code_is_one(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Fails(401)) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        ran = mentor("doctor")
    assert ran.code == 1
    assert "✗ chat" in ran.out
    assert "does not accept the key" in ran.out


def test_a_far_server_without_encryption_is_warned_of() -> None:
    far = choose_model(read_settings(), "http://mentor.invalid/v1", "x", "k")
    rows = {row["name"]: row for row in about(far)}
    assert "can be read on the way" in rows["encryption"]["says"]
    assert "names are hidden from it" in rows["engine"]["says"]
    assert "encryption" not in {
        row["name"] for row in about(choose_model(read_settings(), "https://a.invalid", "", ""))
    }


def test_a_key_alone_sends_nothing_anywhere(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-somebody")
    assert "offline" in mentor("doctor").out


def test_an_engine_without_a_server_is_refused_with_what_to_do(mentor: Mentor) -> None:
    ran = mentor("chat", "I want to write to Dr Choe", "--engine", "openai")
    assert ran.code == 2
    assert "MENTOR_BASE_URL" in ran.err
    assert "OPENAI_API_KEY" in ran.err


def test_an_engine_that_is_none_is_refused(mentor: Mentor) -> None:
    ran = mentor("draft", "outreach", "--message", "x", "--engine", "gpt")
    assert ran.code == 2
    assert "'gpt'" in ran.err


def test_the_offline_engine_can_be_asked_for(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Says("Hello.")) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        ran = mentor("ask", "how long should a first email be?", "--engine", "offline", "--json")
        assert server.received == []
    assert not ran.json["abstained"]


def test_a_question_is_answered_with_the_model(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Says("Keep the body between 50 and 125 words [1].")) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        ran = mentor("ask", "how long should a first email be?", "--json")
    assert ran.json["answer"] == "Keep the body between 50 and 125 words. [1]"
    assert ran.json["citations"][0]["passage"] == "writing-a-first-email#how-long"


def test_a_turn_says_what_was_sent_and_what_it_cost(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Fails(503)) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        monkeypatch.setenv("MENTOR_MODEL_TIMEOUT", "2")
        ran = mentor("chat", "just write to Dr Choe, I'm Ada and heard her talk on steel", "--json")
        assert ran.json["model"]["fell_back"]
        assert ran.json["model"]["exchanges"][0]["sent"][0]["role"] == "system"
        text = mentor("chat", "just write to Dr Choe, I'm Ada and heard her talk on steel").out
    assert "This was done without the model." in text


def test_the_model_is_measured_beside_none(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Says("{}")) as server:
        monkeypatch.setenv("MENTOR_BASE_URL", server.address)
        ran = mentor("eval", "--engine", "openai", "--most", "2", "--json")
    assert ran.code == 0
    figures = ran.json
    assert figures["drafts, with the model"]["drafts by the engine without a model"] == 1.0
    assert figures["drafts, offline"]["briefs"] == 2
    tasks = {task.name for task in all_tasks() if task.compose}
    assert set(figures["model"]["prompts"]) == {"understand", "write", "revise", "answer", "all", *tasks}
