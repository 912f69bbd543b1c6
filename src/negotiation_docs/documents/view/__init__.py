"""The view: everything a template may read of one case for one debt, as plain frozen data."""

from .assemble import build_view, functions
from .order import Order

__all__ = ["Order", "build_view", "functions"]
