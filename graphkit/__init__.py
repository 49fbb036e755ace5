"""From a folder of project documents to a partnership map that can be defended line by line."""

__version__ = "0.1.0"
