"""Checks: what a good adviser would refuse, warn about or do next, over facts and figures."""

from negotiation_docs.checks.findings import Findings
from negotiation_docs.checks.run import check, readiness, readiness_of_all

__all__ = ["Findings", "check", "readiness", "readiness_of_all"]
