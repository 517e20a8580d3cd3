"""The command line: JSON of a promised shape, exit codes 0, 1 and 2, errors as sentences."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checks.safety import MESSAGES
from assistant.tasks import all_tasks, find_task
from knowledge.library import LocalLibrary
from tests.talking import Ran

Mentor = Callable[..., Ran]
FINDING = {"check", "verdict", "question", "message", "span", "suggestion", "grade", "source"}
VERDICTS = {"pass", "warn", "fail", "not_applicable"}
GOOD = find_task("outreach").example
BAD = "Subject: HELLO\n\nHi,\n\nwill you be my mentor? I'd love to pick your brain.\n\nRaj\n"
MESSAGE = (
    "I'm Nils Berg, a trainee electrician at Borg & Sons. I want to email Dr Marit Solberg, I heard her talk on "
    "earthing in May and would like to know how she got into testing. 20 minutes by phone."
)


def written(folder: Path, name: str, content: object) -> str:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def well_shaped(review: list[dict[str, object]]) -> bool:
    return all(
        set(found) >= FINDING
        and found["verdict"] in VERDICTS
        and (found["span"] is None or (isinstance(found["span"], list) and len(found["span"]) == 2))
        for found in review
    )


def test_tasks_tells_name_title_roles_and_the_schema_of_the_brief(mentor: Mentor) -> None:
    ran = mentor("tasks", "--json")
    assert ran.code == 0
    assert [row["name"] for row in ran.json] == [task.name for task in all_tasks()]
    for row in ran.json:
        assert set(row) >= {"name", "title", "roles", "brief"}
        assert row["brief"]["type"] == "object"
    (outreach,) = [row for row in ran.json if row["name"] == "outreach"]
    assert "recipient_name" in outreach["brief"]["properties"]


def test_a_draft_from_a_brief_has_the_promised_shape(mentor: Mentor, tmp_path: Path, library: LocalLibrary) -> None:
    ran = mentor("draft", "outreach", "--brief", written(tmp_path, "brief.json", GOOD), "--json")
    assert ran.code == 0
    assert set(ran.json) >= {"task", "draft", "review", "citations", "engine"}
    assert (ran.json["task"], ran.json["engine"]) == ("outreach", "offline")
    assert set(ran.json["draft"]) == {"subject", "body"}
    assert well_shaped(ran.json["review"])
    assert [found["check"] for found in ran.json["review"]] == [c.id for c in find_task("outreach").checks]
    for citation in ran.json["citations"]:
        assert set(citation) == {"passage", "title", "quote"}
        passage = library.passage(citation["passage"])
        assert passage is not None
        assert citation["quote"] in passage.text


def test_a_brief_comes_from_standard_input_too(mentor: Mentor) -> None:
    ran = mentor("draft", "outreach", "--brief", "-", "--json", stdin=json.dumps(GOOD))
    assert ran.code == 0
    assert "Dr Choe" in ran.json["draft"]["body"]


def test_feedback_without_an_act_is_withheld_with_what_to_collect(mentor: Mentor) -> None:
    ran = mentor("draft", "feedback", "--message", "My mentee Ola is lazy.")
    assert ran.code == 2
    assert "three observations" in ran.err
    assert "camera" in ran.err


def test_a_draft_from_a_message_holds_what_the_message_says(mentor: Mentor) -> None:
    ran = mentor("draft", "outreach", "--message", MESSAGE, "--json")
    assert ran.code == 0
    for fact in ("Dr Solberg", "earthing", "20 minutes", "Nils Berg"):
        assert fact in ran.json["draft"]["body"]


def test_a_spoken_draft_has_no_subject(mentor: Mentor) -> None:
    ran = mentor("draft", "feedback", "--brief", "-", "--json", stdin=json.dumps(find_task("feedback").example))
    assert ran.code == 0
    assert ran.json["draft"]["subject"] is None


def test_a_draft_as_text_shows_the_checks_and_the_reasons(mentor: Mentor) -> None:
    ran = mentor("draft", "outreach", "--message", MESSAGE)
    assert "Dear Dr Solberg" in ran.out
    assert "Checks:" in ran.out
    assert "[writing-a-first-email#how-long]" in ran.out


def test_a_check_lists_every_check_of_the_task_and_ends_with_one_when_one_fails(mentor: Mentor) -> None:
    ran = mentor("check", "outreach", "-", "--json", stdin=BAD)
    assert ran.code == 1
    assert set(ran.json) == {"review", "swap", "twin"}
    assert well_shaped(ran.json["review"])
    verdicts = {found["check"]: found["verdict"] for found in ran.json["review"]}
    assert list(verdicts) == [c.id for c in find_task("outreach").checks]
    assert verdicts["OUT-12"] == "fail"
    assert verdicts["GROUND-1"] == "not_applicable"
    (brain,) = [found for found in ran.json["review"] if found["check"] == "OUT-12"]
    assert BAD[slice(*brain["span"])].lower() in ("pick your brain", "will you be my mentor", "be my mentor")


def test_a_text_without_a_failure_ends_with_zero(mentor: Mentor, tmp_path: Path) -> None:
    draft = mentor("draft", "outreach", "--message", MESSAGE, "--json").json["draft"]
    text = f"Subject: {draft['subject']}\n\n{draft['body']}"
    assert mentor("check", "outreach", written(tmp_path, "mail.txt", text), "--json").code == 0


def test_facts_are_what_grounding_is_judged_against(mentor: Mentor, tmp_path: Path) -> None:
    facts = written(tmp_path, "facts.txt", MESSAGE)

    def verdict(text: str) -> str:
        ran = mentor("check", "outreach", "-", "--facts", facts, "--json", stdin=text)
        return next(found["verdict"] for found in ran.json["review"] if found["check"] == "GROUND-1")

    assert verdict("Dear Dr Solberg, I heard your talk on earthing in May. Nils Berg") == "pass"
    assert verdict("Dear Dr Solberg, I heard your talk on turbines in March. Nils Berg") == "fail"


def test_a_brief_is_what_grounding_is_judged_against_too(mentor: Mentor, tmp_path: Path) -> None:
    brief = written(tmp_path, "brief.json", GOOD)
    ran = mentor("check", "outreach", "-", "--brief", brief, "--json", stdin="Dear Dr Quirk, I met you in Oslo.")
    (ground,) = [found for found in ran.json["review"] if found["check"] == "GROUND-1"]
    assert ground["verdict"] == "fail"


def test_the_channel_decides_which_checks_apply(mentor: Mentor) -> None:
    ran = mentor("check", "outreach", "-", "--channel", "linkedin_note", "--json", stdin="Hello " * 80)
    verdicts = {found["check"]: found["verdict"] for found in ran.json["review"]}
    assert verdicts["OUT-1"] == "not_applicable"
    assert verdicts["OUT-2"] == "fail"


def test_feedback_stands_beside_its_twin_in_the_terminal_too(mentor: Mentor, tmp_path: Path) -> None:
    text = written(tmp_path, "note.txt", "On Tuesday she cut the sister off twice, and the night team rang her back.")
    ran = mentor("check", "feedback", text, "--json")
    assert "he cut the brother off twice" in ran.json["twin"]["text"]
    assert ran.json["twin"]["differs"] == []
    assert "The same about somebody else" in mentor("check", "feedback", text).out
    assert mentor("check", "outreach", text, "--json").json["twin"] is None


def test_a_text_in_another_language_is_checked_and_drafted_in_it(mentor: Mentor, tmp_path: Path) -> None:
    text = written(tmp_path, "mail.txt", "Sehr geehrte Frau Choe,\n\nich wollte nur mal nachhaken.\n")
    ran = mentor("check", "follow_up", text, "--language", "de", "--json")
    (guilt,) = [found for found in ran.json["review"] if found["check"] == "FUP-4"]
    assert (guilt["verdict"], guilt["name"]) == ("warn", "Kein Vorwurf")
    assert ran.json["swap"] is None
    brief = written(tmp_path, "brief.json", {"occasion": "le rendez-vous de jeudi", "recipient_name": "Mme Mutua"})
    ran = mentor("draft", "thank_you", "--language", "fr", "--brief", brief, "--json")
    assert (ran.json["language"], ran.json["draft"]["subject"]) == ("fr", "Merci pour le rendez-vous de jeudi")
    assert "le rendez-vous de jeudi" in ran.json["draft"]["body"]
    refused = mentor("draft", "goals", "--language", "de", "--message", "x")
    assert refused.code == 2
    assert "English only" in refused.err


def test_search_gives_passages_best_first(mentor: Mentor, library: LocalLibrary) -> None:
    ran = mentor("search", "asking for feedback", "-k", "3", "--json")
    assert ran.code == 0
    assert len(ran.json) == 3
    for hit in ran.json:
        assert set(hit) >= {"passage", "guide", "heading", "text", "score"}
        passage = library.passage(hit["passage"])
        assert passage is not None
        assert (passage.guide, passage.heading, passage.text) == (hit["guide"], hit["heading"], hit["text"])
    scores = [hit["score"] for hit in ran.json]
    assert scores == sorted(scores, reverse=True)


def test_ask_answers_with_citations(mentor: Mentor, library: LocalLibrary) -> None:
    ran = mentor("ask", "is 20 minutes too much to ask?", "--json")
    assert ran.code == 0
    assert set(ran.json) == {"answer", "citations", "abstained", "model"}
    assert ran.json["abstained"] is False
    for citation in ran.json["citations"]:
        passage = library.passage(citation["passage"])
        assert passage is not None
        assert citation["quote"] in passage.text
        assert citation["quote"] in ran.json["answer"]


def test_ask_says_when_the_library_does_not_know(mentor: Mentor) -> None:
    ran = mentor("ask", "What is the boiling point of tungsten?", "--json")
    assert (ran.code, ran.json["abstained"], ran.json["citations"]) == (0, True, [])


def test_one_message_on_the_command_line_is_a_conversation(mentor: Mentor) -> None:
    for arguments in (["I want to write to Marit Solberg"], ["chat", "I want to write to Marit Solberg"]):
        ran = mentor(*arguments)
        assert ran.code == 0
        assert find_task("outreach").brief.asks["connection"].question in ran.out


def test_one_message_as_json_is_one_turn(mentor: Mentor) -> None:
    ran = mentor("chat", "I want to write to Marit Solberg", "--json")
    assert (ran.json["task"], ran.json["question"]["field"]) == ("outreach", "connection")


def test_a_conversation_in_the_terminal_ends_with_its_input(mentor: Mentor) -> None:
    ran = mentor("chat", stdin="I want to write to Marit Solberg\n\ndraft it now\nshorter\n")
    assert ran.code == 0
    assert ran.out.count("Solberg") >= 2
    assert "Shorter" in ran.out


def test_index_says_how_much_is_ready(mentor: Mentor, library: LocalLibrary) -> None:
    passages = sum(len(guide.passages) for guide in library.guides)
    assert mentor("index", "--json").json == {"guides": len(library.guides), "documents": 0, "passages": passages}


def test_a_grave_message_gets_the_humane_word_and_no_draft(mentor: Mentor) -> None:
    ran = mentor("chat", "I don't want to be alive any more.")
    assert ran.out.strip() == MESSAGES["safety"]


WRONG = {
    "an unknown task": (["draft", "poem", "--message", "x"], "outreach"),
    "a task that writes nothing": (["draft", "answer_question", "--message", "x"], "outreach"),
    "neither brief nor message": (["draft", "outreach"], "--brief"),
    "both brief and message": (["draft", "outreach", "--brief", "-", "--message", "x"], "--brief"),
    "a file that is not there": (["check", "outreach", "no-such-file.txt"], "no-such-file.txt"),
    "an empty text": (["check", "outreach", "-"], "empty"),
    "an unknown channel": (["check", "outreach", "-", "--channel", "pigeon"], "linkedin_note"),
    "an unknown role": (["search", "goals", "--role", "boss"], "mentee"),
    "an unknown option": (["ask", "why", "--loud"], "--loud"),
    "a number too small": (["search", "goals", "-k", "0"], "-k"),
    "an unknown command": (["serv", "now"], "serv"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_of_the_user_ends_with_two_and_a_sentence(what: str, mentor: Mentor) -> None:
    arguments, said = WRONG[what]
    ran = mentor(*arguments, stdin="" if what == "an empty text" else "Dear Ann")
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("no json", "no JSON"),
        ("[1, 2]", "object"),
        ('{"colour": "blue"}', "recipient_name"),
        ('{"minutes": "many"}', "minutes"),
        ('{"minutes": -5}', "minutes"),
    ],
)
def test_a_wrong_brief_ends_with_two_and_says_what_is_wrong(given: str, said: str, mentor: Mentor) -> None:
    ran = mentor("draft", "outreach", "--brief", "-", stdin=given)
    assert ran.code == 2
    assert said in ran.err


def test_a_file_that_is_no_text_is_refused(mentor: Mentor, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Grüße".encode("latin-1"))
    ran = mentor("check", "outreach", str(tmp_path / "latin.txt"))
    assert ran.code == 2
    assert "UTF-8" in ran.err


def test_a_misspelt_setting_ends_with_two_and_the_right_name(mentor: Mentor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTOR_PROT", "1")
    ran = mentor("ask", "why")
    assert ran.code == 2
    assert "MENTOR_PORT" in ran.err


def test_data_goes_where_it_is_told(mentor: Mentor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = mentor("ask", "why", "--data", str(tmp_path / "file"))
    assert ran.code == 2
    assert "--data" in ran.err


def test_help_names_every_command(mentor: Mentor) -> None:
    ran = mentor("--help")
    assert ran.code == 0
    for command in ("chat", "tasks", "draft", "converse", "check", "search", "ask", "serve", "eval", "index"):
        assert command in ran.out
        assert "--json" in mentor(command, "--help").out or command == "serve"


def test_eval_measures_what_it_has_and_says_what_it_has_not(mentor: Mentor, tmp_path: Path) -> None:
    figures = mentor("eval", "--shared", str(tmp_path), "--json").json
    own = figures["own questions"]
    measures = {"nDCG@10", "Recall@5", "Recall@100", "MRR@10"}
    for labels in ("judged", "first labels"):
        assert set(own[labels]) == {"ours", "BM25", "vectors alone", "stock langchain + Chroma"}
        assert all(set(row) == measures and all(0 <= v <= 1 for v in row.values()) for row in own[labels].values())
        ours = own[labels]["ours"]
        assert all(ours[m] > row[m] for name, row in own[labels].items() if name != "ours" for m in measures)
    assert own["refused of the unanswerable"] >= 0.9
    assert own["answered of the answerable"] >= 0.9
    assert all("skipped" in figures[name] for name in ("scifact", "faq_retrieval", "handbook questions"))


@pytest.mark.parametrize("ending", ["docx", "md", "txt", "ics", "zip"])
def test_a_draft_is_saved_by_the_ending_of_the_file(ending: str, mentor: Mentor, tmp_path: Path) -> None:
    brief = written(tmp_path, "brief.json", find_task("session_plan").example)
    file = tmp_path / f"plan.{ending}"
    ran = mentor("draft", "session_plan", "--brief", brief, "--save", str(file))
    assert ran.code == 0
    assert file.stat().st_size > 200


def test_a_file_that_cannot_be_saved_is_a_sentence(mentor: Mentor, tmp_path: Path) -> None:
    brief = written(tmp_path, "brief.json", GOOD)
    for file, words in (("plan.pdf", "docx, md, txt"), ("nowhere/plan.md", "folder that exists"), ("kit.zip", "plan")):
        ran = mentor("draft", "outreach", "--brief", brief, "--save", str(tmp_path / file))
        assert ran.code == 2
        assert words in ran.err


def test_a_check_is_explained_in_the_terminal(mentor: Mentor) -> None:
    ran = mentor("check", "--explain", "fup-2")
    assert ran.code == 0
    assert "FUP-2" in ran.out
    assert "Evidence" in ran.out
    assert mentor("check", "--explain", "OUT-8", "--json").json["check"] == "OUT-8"
    assert mentor("check", "--explain", "NO-1").code == mentor("check").code == 2
