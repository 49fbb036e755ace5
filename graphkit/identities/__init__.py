"""What is the same: facts -> Resolution."""

from graphkit.identities.clusters import resolve

__all__ = ["resolve"]
