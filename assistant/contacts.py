"""The people whom a programme names for danger, matters for other routes, and distress, read from one file.

```yaml
safety: ["Jo Berg, safeguarding lead, +44 20 7946 0000, day and night"]
route: ["Ms Osei, ombudsperson, room 12"]
urgent: ["Student support, Mondays to Fridays, 9 to 16"]
```
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import StringConstraints, TypeAdapter, ValidationError

from assistant.errors import BadSettings

Tier = Literal["safety", "route", "urgent"]
"""The tiers of `assistant.checks.safety`: danger, matters for other routes, distress."""
Contact = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\n]+$")]
"""Whom to turn to and how, in one line."""
Contacts = dict[Tier, tuple[Contact, ...]]


def read_contacts(path: Path) -> dict[str, tuple[str, ...]]:
    """The contacts by tier; a tier that is not in the file has none.

    Raises:
        BadSettings: the file cannot be read, is no YAML, names another tier, or holds something else than lines.
    """
    try:
        held: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {str(tier): lines for tier, lines in TypeAdapter(Contacts).validate_python(held).items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as exc:
        raise BadSettings(f"MENTOR_CONTACTS: {path} cannot be read ({exc}). Give a YAML file in UTF-8.") from exc
    except ValidationError as exc:
        said = "lists under safety, route and urgent, each contact one line of at most 300 characters"
        raise BadSettings(f"MENTOR_CONTACTS: {path} must hold {said}.") from exc
