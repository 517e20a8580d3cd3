"""What can go wrong while coaching, in words for the person at the keyboard."""


class MentorError(Exception):
    """The base of every error meant for a user: the message says what happened and what to do next."""


class BadInput(MentorError):
    """What was given cannot be used: an unknown task or channel, a brief with a wrong field, an empty text."""


class BadSettings(MentorError):
    """A setting is misspelt or has a value that cannot be used."""
