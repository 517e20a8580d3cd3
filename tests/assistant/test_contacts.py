"""The people whom a programme names: they stand at the end of what is said first."""

from pathlib import Path

import pytest

from assistant.build import make_coach
from assistant.checks.safety import MESSAGES
from assistant.contacts import read_contacts
from assistant.errors import BadSettings
from assistant.session import Flagged
from assistant.settings import Settings
from knowledge.library import LocalLibrary
from tests.talking import Conversation

FILE = """
safety: ["Jo Berg, safeguarding lead, +44 20 7946 0000"]
route: ["Ms Osei, ombudsperson, room 12", "the staff council"]
"""
GRAVE = {
    "safety": "I don't want to be alive any more.",
    "route": "My supervisor keeps touching my back and making remarks about my body.",
    "urgent": "We have been evicted and I have nowhere to sleep tonight.",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_each_tier_names_its_own_people_after_the_humane_word(file: Path, library: LocalLibrary) -> None:
    coach = make_coach(Settings(contacts=file, engine="offline"), library)  # pyright: ignore[reportCallIssue]
    for tier, contacts in {**read_contacts(file), "urgent": ()}.items():
        first, *_ = Conversation(coach).say(GRAVE[tier])
        assert isinstance(first, Flagged)
        assert first.safety.message.startswith(MESSAGES[tier])
        assert all(f"- {contact}" in first.safety.message for contact in contacts)
        assert ("In your programme" in first.safety.message) == bool(contacts)


def test_a_visitor_on_a_model_of_their_own_meets_the_same_people(file: Path, library: LocalLibrary) -> None:
    coach = make_coach(Settings(contacts=file, engine="offline"), library)  # pyright: ignore[reportCallIssue]
    first, *_ = Conversation(coach.on(coach._engine)).say(GRAVE["safety"])
    assert isinstance(first, Flagged)
    assert "Jo Berg" in first.safety.message


@pytest.mark.parametrize(
    "held",
    [
        "safety: Jo Berg",
        "danger: [Jo]",
        "[Jo]",
        "",
        "safety: ['']",
        "safety: [[Jo]]",
        "route: ['a\\nb', 3]",
        "safety: [",
        "\xff",
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_it_should_hold(held: str, tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_bytes(held.encode("latin-1"))
    with pytest.raises(BadSettings, match="MENTOR_CONTACTS"):
        read_contacts(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read"):
        read_contacts(tmp_path / "none.yaml")
