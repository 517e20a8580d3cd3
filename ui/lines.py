"""A conversation over JSON lines, for other programs."""

import json
from typing import Any

from assistant.coach import Coach
from assistant.errors import BadInput, MentorError
from assistant.model import Task
from assistant.reviewing import brief_of
from assistant.session import Session, Turn
from assistant.tasks import all_tasks, named
from assistant.voices import task_in
from knowledge.errors import LibraryError
from ui import view


class Conversation:
    """Takes `{"message": …}` or `{"brief": {…}}` (with `"task"` where it is not plain) and answers with one object."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._session = Session()

    def answer(self, line: str) -> dict[str, Any]:
        """The turn as data; a line that cannot be used gives `{"error": sentence}` and changes nothing."""
        try:
            given: Any = json.loads(line)
            if not isinstance(given, dict):
                raise BadInput("Each line must be one JSON object.")
            return self._turn(dict(given))  # pyright: ignore[reportUnknownArgumentType]
        except (json.JSONDecodeError, RecursionError) as exc:
            return {"error": f"This line is no JSON: {exc}."}
        except (MentorError, LibraryError) as exc:
            return {"error": str(exc)}

    def _turn(self, given: dict[str, Any]) -> dict[str, Any]:
        match given:
            case {"message": str(message)} if message.strip():
                steps = tuple(self._coach.run(message, self._session))
                said = message
            case {"brief": dict()}:
                values: dict[str, Any] = given["brief"]
                task = self._task(given, values)
                brief_of(task.brief, values)
                steps = tuple(self._coach.refill(values, task, self._session))
                said = ""
            case _:
                raise BadInput('Give {"message": "…"} or {"brief": {…}}.')
        self._session = self._session.after(Turn(said, steps))
        return view.turn_data(steps, self._session)

    def _task(self, given: dict[str, Any], values: dict[str, Any]) -> Task:
        if "task" in given:
            task = task_in(str(given["task"]), str(given.get("language", self._session.language)))
            if task.compose is None:
                raise BadInput(f"{task.name!r} has no brief. Choose {named(composing=True)}.")
            return task
        reading = self._session.reading
        if reading is not None and reading.task is not None:
            return reading.task
        fitting = [task for task in all_tasks() if task.compose and set(values) <= set(task.brief.model_fields)]
        if len(fitting) != 1:
            raise BadInput('Say which task the brief is for: {"task": "outreach", "brief": {…}}.')
        return fitting[0]
