"""No deadlines for generated examples: a busy machine is no reason to fail."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
