"""The view: everything a template may read of one case for one debt, as plain frozen data."""

from negotiation_docs.views.assemble import build_view, functions
from negotiation_docs.views.order import Order

__all__ = ["Order", "build_view", "functions"]
