"""What can go wrong with a store, each error a sentence for the user."""


class CatalogueError(Exception):
    """The catalogue is missing, damaged or of another version; the text says how to mend it."""


class UnknownSlugError(LookupError):
    """No entry of that name is known on that day."""
