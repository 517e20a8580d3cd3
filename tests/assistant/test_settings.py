"""Settings: defaults that work, names that are checked."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.build import choose_model, embedding_key, make_coach, make_library
from assistant.coach import Coach
from assistant.errors import BadInput, BadSettings
from assistant.settings import read_settings


def test_everything_has_a_default() -> None:
    settings = read_settings()
    assert (settings.host, settings.port, settings.engine) == ("127.0.0.1", 7860, "auto")
    assert settings.data_dir.name == "mentor-coach"


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MENTOR_PORT", "7999")
    monkeypatch.setenv("MENTOR_DATA_DIR", str(tmp_path))
    assert (read_settings().port, read_settings().data_dir) == (7999, tmp_path)


def test_a_file_in_the_folder_is_read_and_variables_go_before_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("MENTOR_PORT=7001\nMENTOR_HOST=localhost\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("MENTOR_PORT", "7002")
    assert (read_settings().port, read_settings().host) == (7002, "localhost")


def test_the_data_folder_of_the_command_line_goes_before_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MENTOR_DATA_DIR", "elsewhere")
    assert read_settings(tmp_path).data_dir == tmp_path


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("MENTOR_PROT", "MENTOR_PORT"), ("MENTOR_DATADIR", "MENTOR_DATA_DIR"), ("MENTOR_ENGIN", "MENTOR_ENGINE")],
)
def test_a_misspelt_name_says_the_right_one(wrong: str, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(wrong, "1")
    with pytest.raises(BadSettings, match=rf"{wrong}\b.*{right}\b"):
        read_settings()


def test_a_name_like_no_other_says_which_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTOR_ZZZ", "1")
    with pytest.raises(BadSettings, match=r"MENTOR_ZZZ.*MENTOR_PORT"):
        read_settings()


def test_a_misspelt_name_in_the_file_is_refused_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("MENTOR_PROT=7001\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="MENTOR_PORT"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"), [("MENTOR_PORT", "many"), ("MENTOR_PORT", "0"), ("MENTOR_PORT", "70000"), ("MENTOR_ENGINE", "x")]
)
def test_a_value_that_cannot_be_used_is_said_with_its_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=f"{name}='{value}'"):
        read_settings()


def test_a_coach_is_made_from_settings_without_touching_the_disk(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "not yet")
    assert isinstance(make_coach(settings, make_library(settings)), Coach)
    assert not (tmp_path / "not yet").exists()


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:99999/v1", "http://:80/v1", "127.0.0.1:80", "http://a b/v1", "http://u@x/v1", "ftp://x"],
)
def test_an_address_of_no_server_is_refused_before_it_is_asked(address: str) -> None:
    with pytest.raises(BadInput, match="no address of a server"):
        choose_model(read_settings(), address, "", "")


@pytest.mark.parametrize("key", ["kéy", "two words", "line\nbreak"])
def test_a_key_that_no_header_can_carry_is_refused(key: str) -> None:
    with pytest.raises(BadInput, match="key"):
        choose_model(read_settings(), "http://127.0.0.1:1/v1", "", key)


def test_the_models_key_goes_to_a_server_of_embeddings_only_where_it_is_the_same_server() -> None:
    def key(url: str, own: str = "", base: str = "") -> str:
        given = {"embedding_url": url, "embedding_key": SecretStr(own), "base_url": base}
        return embedding_key(read_settings().model_copy(update={**given, "openai_api_key": SecretStr("general")}))

    assert key("https://elsewhere.example/v1") == ""
    assert key("https://api.openai.com/v1") == "general"
    assert key("http://127.0.0.1:8080/v1", base="http://127.0.0.1:8080/v1") == "general"
    assert key("https://elsewhere.example/v1", own="own") == "own"
