"""The view: everything a template may read of one case for one debt, as plain frozen data."""

from .assemble import build_view, functions

__all__ = ["build_view", "functions"]
