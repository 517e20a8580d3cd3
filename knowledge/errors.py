"""What can go wrong with the library, said so that the reader knows what to do."""


class LibraryError(Exception):
    """The guides or their index cannot be used; the message says which and what to do."""
