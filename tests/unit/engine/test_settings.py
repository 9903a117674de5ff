from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.settings import SETTINGS, Settings, is_allowed, login_name


def settings_in(folder: Path, values: object = None, policy: object = None) -> Settings:
    if values is not None:
        (folder / "settings.json").write_text(json.dumps(values), "utf-8")
    if policy is not None:
        (folder / "policy.json").write_text(json.dumps(policy), "utf-8")
    return Settings.load(folder / "settings.json", folder / "policy.json")


def test_keys_are_unique_and_every_default_is_allowed() -> None:
    assert len({row.key for row in SETTINGS}) == len(SETTINGS)
    assert all(is_allowed(row, row.default) for row in SETTINGS)
    assert all(row.choices for row in SETTINGS if row.type == "choice")


def test_a_value_comes_from_policy_else_the_user_else_the_default(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, {"reviews.location": "local"}, {"reviews.location": "folder"})
    assert settings.get("reviews.location") == "folder"
    assert settings.is_fixed("reviews.location")
    assert settings.get("reviews.versions") == 20
    assert not settings.is_fixed("reviews.versions")


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00", '{"reviews.location": "moon", "window.motion": 1}'])
def test_a_bad_file_counts_as_empty(text: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    settings = settings_in(tmp_path)
    assert settings.get("reviews.location") == "beside"
    assert settings.get("window.motion") is True


def test_unknown_keys_are_kept_and_values_checked(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, {"future": [1]})
    settings.set("person.name", "张三")
    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["future"] == [1]
    with pytest.raises(ValueError, match="location"):
        settings.set("reviews.location", "moon")
    with pytest.raises(KeyError):
        settings.get("nothing")


def test_the_reviewer_is_the_login_name_until_a_name_is_given(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    one, name, _ = settings.person()
    assert name == login_name()
    settings.set("person.name", "张三")
    assert settings_in(tmp_path).person()[:2] == (one, "张三")
