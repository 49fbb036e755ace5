"""What can go wrong, in one sentence each: what, where, how to mend it. A bug stays a traceback."""


class GraphkitError(Exception):
    """The base of all errors that a user can mend; its text is one line for that user."""

    exit_code = 3


class UsageError(GraphkitError):
    """A path that isn't there, an unknown query, parameter or name."""

    exit_code = 2


class DocumentError(GraphkitError):
    """A document that can't be read; one such document never stops a build."""


class DataError(GraphkitError):
    """A table, lexicon, judgement or fact file of the project or the user that doesn't say what it must."""


class QueryError(GraphkitError):
    """A query that the guard or the engine refuses."""

    exit_code = 2


class StoreError(GraphkitError):
    """A workspace that is damaged or in use."""


class EndpointError(StoreError):
    """A SPARQL endpoint that refuses or doesn't answer in time."""

    exit_code = 4
