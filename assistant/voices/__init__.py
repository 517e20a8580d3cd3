"""Texts in other languages than English: tasks of their own, found by language and name."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from assistant.errors import BadInput
from assistant.language.past_days import working_days
from assistant.model import Brief, Choice, Draft, Facts, Need, Style, Task
from assistant.tasks import find_task
from assistant.voices.briefs import FIELDS, VoiceBrief, brief_of
from assistant.voices.catalogue import LANGUAGES, Words, words_of
from assistant.voices.checks import checks_of
from assistant.voices.facts import mixed
from assistant.voices.reading import facts_in
from assistant.voices.writing import compose

_CHOICES: dict[str, dict[str, tuple[str, str]]] = {
    "outreach": {
        "why": ("approaching-with-purpose#why-you", "why you chose"),
        "ask": ("making-one-small-ask#one-ask", "one ask"),
        "out": ("making-one-small-ask#easy-out", "courtesy easy out"),
    },
    "follow_up": {
        "wait": ("following-up-when-no-reply#when", "working days wait"),
        "ask": ("following-up-when-no-reply#what-to-write", "shorter repeat the ask one new thing"),
    },
    "thank_you": {
        "said": ("saying-thank-you#what-to-say", "one thing what you did"),
        "close": ("saying-thank-you#thanks-wrong", "new request last line wrapping"),
    },
    "agenda": {
        "purpose": ("owning-the-agenda#who-drafts", "mentee drafts agenda"),
        "time": ("time-boxing-a-meeting#minutes-and-slack", "minutes slack free"),
    },
    "feedback": {
        "behaviour": ("sbi-feedback#behaviour", "camera behaviour"),
        "inquiry": ("sbi-feedback#intent", "ask open question intent"),
    },
}
"""By choice of a draft the passage behind it, which is English, and the words that the quotation should be near to."""
TASKS = tuple(FIELDS)
"""The tasks that there are in other languages."""


def language_named(code: str) -> str:
    """The code of a language, as given; raises `BadInput` naming those there are."""
    if code not in ("en", *LANGUAGES):
        named = ", ".join(f"{one} ({words_of(one).name})" for one in LANGUAGES)
        raise BadInput(f"There is no language {code!r}. Choose one of: en (English), {named}.")
    return code


def task_in(name: str, language: str) -> Task:
    """The task of this name in a language; raises `BadInput` naming what there is."""
    if language_named(language) == "en":
        return find_task(name)
    if name not in TASKS:
        raise BadInput(f"{find_task(name).name!r} is there in English only. In {language}: {', '.join(TASKS)}.")
    return _made(name, language)


def task_of(draft: Draft) -> Task:
    """The task that a draft is of, in its language."""
    return task_in(draft.task, draft.language if draft.task in TASKS else "en")


def tasks_in(language: str) -> tuple[Task, ...]:
    """All tasks of a language other than English."""
    return tuple(_made(name, language) for name in TASKS)


@cache
def _made(name: str, language: str) -> Task:
    english, said = find_task(name), words_of(language)
    told = said.tasks[name]
    need = english.need
    return Task(
        name=name,
        title=told.title,
        roles=english.roles,
        brief=brief_of(name, language),
        cues=(),
        checks=checks_of(name, language),
        read=_reader(name, said),
        compose=compose,
        setting=_setting,
        choices=_chooser(name, said),
        wanted=_wanted,
        need=Need(need.field, told.need, need.passage, need.about) if need else None,
        notice=_notice,
        opening=told.opening,
        language=language,
        subject_label=said.subject_label,
        nothing_earlier=said.nothing_earlier,
        nothing_changed=f"{said.change.text} {said.change.why}",
        questions=5,
        order=english.order,
        changes=told.changes,
        parts=said.part_names,
    )


def _reader(name: str, said: Words) -> Callable[[str], Facts]:
    return lambda message: facts_in(message, name, said)


def _chooser(name: str, said: Words) -> Callable[[Brief, Style], tuple[Choice, ...]]:
    def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
        told = said.tasks[name].choices
        left = (key for key in _CHOICES[name] if key not in style.without)
        return tuple(Choice(told[key], *_CHOICES[name][key]) for key in left)

    return choices


def _wanted(brief: Brief) -> tuple[str, ...]:
    """What is asked for; minutes that are known are a request already, praise needs no next step."""
    known, kind = brief.known, brief.known.get("kind")
    spared = {"ask"} if "minutes" in known and "ask" in brief.asks else set[str]()
    spared |= {"next_step", "support"} if kind == "appreciative" else set[str]()
    spared |= {"actions"} if known.get("meeting") == "first" else set[str]()
    return tuple(name for name in brief.asks if name not in spared)


def _notice(brief: Brief) -> str:
    assert isinstance(brief, VoiceBrief)
    return mixed(brief)


def _setting(brief: Brief) -> dict[str, Any]:
    """Channel, meeting and minutes; how often and how long ago was written, where the words name a day."""
    assert isinstance(brief, VoiceBrief)
    known, today = brief.known, date.today()  # noqa: DTZ011 - the person's own calendar
    if brief.task == "agenda":
        return {"meeting": known.get("meeting", "recurring"), "minutes": known.get("minutes", 45)}
    around: dict[str, Any] = {"channel": known.get("channel", "spoken" if brief.task == "feedback" else "email")}
    if brief.task == "feedback":
        around["kind"] = known.get("kind", "critical")
    if brief.task == "follow_up":
        sent = day_in(str(known.get("sent", "")), brief.language)
        around |= {"earlier": known.get("times", 1), "waited": working_days(sent, today) if sent else None}
    return around


def day_in(text: str, language: str) -> date | None:
    """The past day that a phrase in this language names; None when it names none."""
    import dateparser

    base = datetime.now()  # noqa: DTZ005 - the person's own clock
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
    plain = words_of(language).pattern("before_a_day").sub("", text.strip())
    found = dateparser.parse(plain, languages=[language], settings=settings) if plain else None
    return found.date() if found and found <= base else None
