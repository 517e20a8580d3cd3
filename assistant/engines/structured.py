"""JSON from a model that may not know how: a schema where the server takes one, and a tolerant parser everywhere."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

LONGEST, MOST_STARTS = 6_000, 4
"""Characters of an answer that are looked through, and places where an object may begin."""
M = TypeVar("M", bound=BaseModel)


def parsed(text: str, kind: type[M]) -> M | None:
    """The first object in a text that fits a model, also out of fences, with words around it, or cut off; else None."""
    from langchain_core.utils.json import parse_partial_json

    for match in list(re.finditer(r"\{", text[:LONGEST]))[:MOST_STARTS]:
        try:
            value: Any = parse_partial_json(text[match.start() : LONGEST].split("```")[0])
        except (ValueError, RecursionError):
            value = _first_object(text[match.start() :])
        if not isinstance(value, dict):
            continue
        try:
            return kind.model_validate(value)
        except ValidationError:
            continue
    return None


def _first_object(text: str) -> Any:
    """The object at the start of a text that goes on after it."""
    import json

    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None
