"""ReportLab without anybody's settings: it would run ``~/.reportlab_settings``, ``~/.reportlab_mods`` and their like.

Where HOME is shared, open to others or another user's (sudo), that is somebody else's code. A host that has loaded
ReportLab before us has decided for itself.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_SETTINGS = ("reportlab.local_rl_settings", "reportlab_settings", "reportlab.local_rl_mods", "reportlab_mods")

if "reportlab.rl_config" not in sys.modules:
    _stand_ins = [name for name in _SETTINGS if name not in sys.modules]
    sys.modules.update((name, ModuleType(name)) for name in _stand_ins)
    try:
        import_module("reportlab.rl_config")
    finally:
        for _name in _stand_ins:
            del sys.modules[_name]

from reportlab.pdfgen.canvas import Canvas  # noqa: E402 - after its settings

__all__ = ["Canvas"]
