"""The settings: one table of keys, types, defaults and allowed values; a file per user, with a policy that may fix
values.

The settings dialog is drawn from the table. A file that cannot be read counts as empty; unknown keys in it are kept.
"""

from __future__ import annotations

import getpass
import json
import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple

SettingType = Literal["text", "choice", "whole", "switch", "folder"]
Value = str | int | bool


class Setting(NamedTuple):
    """One row. `choices` for type choice, `low` and `high` (both included) for whole numbers; a row that is not
    `is_shown` has no place in the dialog."""

    key: str
    type: SettingType
    default: Value
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    is_shown: bool = True


SETTINGS: tuple[Setting, ...] = (
    Setting("person.name", "text", ""),  # empty: the login name
    Setting("person.office", "text", ""),
    Setting("office.folder", "folder", "", is_shown=False),  # units.csv and silence.tsv; empty: beside the settings
    Setting("person.id", "text", "", is_shown=False),
    Setting("person.known", "text", "", is_shown=False),  # who has checked at this desktop: [[id, name, office], …]
    Setting("reviews.location", "choice", "beside", ("beside", "folder", "local")),
    Setting("reviews.folder", "folder", ""),
    Setting("reviews.versions", "whole", 20, low=1, high=200),
    Setting("reviews.version-days", "whole", 90, low=1, high=3650),
    Setting("window.language", "choice", "system", ("system", "zh_CN", "en")),
    Setting("window.theme", "choice", "system", ("system", "light", "dark", "high-contrast")),
    Setting("window.motion", "switch", default=True),
    Setting("check.doubtful-first", "switch", default=False),
)


class Settings:
    """Values by key: the policy's, else the user's, else the default."""

    def __init__(self, path: Path | None, values: Mapping[str, Any], policy: Mapping[str, Any]) -> None:
        self.path = path
        self._values = dict(values)
        self._policy = dict(policy)

    @classmethod
    def load(cls, path: Path | None = None, policy: Path | None = None) -> Settings:
        """The settings of this user (`settings.json` in the configuration folder) under the machine's policy
        (`/etc/piyue/policy.json`, on Windows in ProgramData). Reads only; never raises for a bad file."""
        chosen = path or config_folder() / "settings.json"
        return cls(chosen, _read(chosen), _read(policy or policy_path()))

    def get(self, key: str) -> Value:
        """The value in force; KeyError for a key that is not in the table. A value of the wrong type counts as
        missing."""
        row = row_of(key)
        for values in (self._policy, self._values):
            if is_allowed(row, values.get(key)):
                return values[key]  # type: ignore[no-any-return]
        return row.default

    def text(self, key: str) -> str:
        return str(self.get(key))

    def whole(self, key: str) -> int:
        return int(self.get(key))

    def is_fixed(self, key: str) -> bool:
        """Whether policy has decided it."""
        return is_allowed(row_of(key), self._policy.get(key))

    def set(self, key: str, value: Value) -> None:
        """Change a value and write the file. ValueError for what the table does not allow; OSError where not
        writable."""
        if not is_allowed(row_of(key), value):
            raise ValueError(key)
        self._values[key] = value
        self.save()

    def save(self) -> None:
        """Write the user's values (policy's are not copied into them)."""
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        temporary.write_text(json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
        temporary.replace(self.path)

    def person(self) -> tuple[str, str, str]:
        """(id, name, office) of the reviewer. The id is made and kept at the first call; the name is the login name
        until the user gives one."""
        one = self.text("person.id")
        if not one:
            one = str(uuid.uuid4())
            self._values["person.id"] = one
            with suppress(OSError):  # a home that cannot be written: the id lasts as long as the program
                self.save()
        return one, self.text("person.name") or login_name(), self.text("person.office")


def known_people(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Name and office of who has checked at this desktop."""
    return tuple(_known(settings))


def become(settings: Settings, name: str, office: str, *, is_same_person: bool) -> None:
    """Go on under another name and office ("" for the login name). Another person has an id of their own, the same one
    whenever they come back, so that nobody's verdicts become somebody else's; the same person was only misspelt. Raises
    OSError where the file cannot be written."""
    one, former, former_office = settings.person()
    known = _known(settings)
    known.pop((former, former_office), None)
    if not is_same_person:
        known = {(former, former_office): one, **known}
        one = known.pop((name or login_name(), office), "") or str(uuid.uuid4())
    told = [[other, *who] for who, other in known.items()]
    given = {"person.id": one, "person.name": name, "person.office": office}
    for key, value in {**given, "person.known": json.dumps(told, ensure_ascii=False)}.items():
        if not settings.is_fixed(key):
            settings.set(key, value)


def _known(settings: Settings) -> dict[tuple[str, str], str]:
    """Ids by name and office, the last one first."""
    try:
        told = json.loads(settings.text("person.known") or "[]")
        return {(str(name), str(office)): str(one) for one, name, office in told}
    except (ValueError, TypeError):
        return {}


def row_of(key: str) -> Setting:
    """The row of a key; KeyError where there is none."""
    for row in SETTINGS:
        if row.key == key:
            return row
    raise KeyError(key)


def is_allowed(row: Setting, value: object) -> bool:
    """Whether a value is of the row's type and among its values."""
    match row.type:
        case "switch":
            return isinstance(value, bool)
        case "whole":
            return isinstance(value, int) and not isinstance(value, bool) and row.low <= value <= row.high
        case "choice":
            return value in row.choices
        case _:
            return isinstance(value, str)


def config_folder() -> Path:
    """Where this user's settings stand."""
    import platformdirs  # noqa: PLC0415 - not before page one

    return Path(platformdirs.user_config_path("piyue", appauthor=False))


def office_folder(settings: Settings) -> Path:
    """Where the office's own lists stand: the folder set, by policy for all its desktops, else beside the settings."""
    chosen = settings.text("office.folder")
    return Path(chosen) if chosen else config_folder()


def state_folder() -> Path:
    """Where what concerns this computer only stands: journals, versions, reviews that could not be saved in their
    place."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_state_path("piyue", appauthor=False))


def policy_path() -> Path:
    """The administrator's file, the same keys; what stands there cannot be changed by the user."""
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "piyue" / "policy.json"
    return Path("/etc/piyue/policy.json")


def login_name() -> str:
    """The name the user logged in with, "" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
