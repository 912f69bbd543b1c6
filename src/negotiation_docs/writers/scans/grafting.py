"""Puts the pages of cleaned PDF scans into a bundle, each as one drawing in the place that was kept for it."""

from __future__ import annotations

import io
from collections.abc import Mapping

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.scans.scan import Leaf

Places = Mapping[int, tuple[bytes, Leaf]]
"""Page of the bundle (from 0) → the cleaned PDF and its page."""


def grafted(data: bytes, places: Places, name: str) -> bytes:
    """The file with the drawings among the resources of its pages, as ``name``. Raises OutputError without pikepdf."""
    try:
        import pikepdf  # noqa: PLC0415 - an extra
    except ImportError:
        raise OutputError('读取PDF要另装一个组件：pip install "negotiation-docs[bundle]"') from None
    out = io.BytesIO()
    sources: dict[int, pikepdf.Pdf] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page, (source, leaf) in places.items():
            if id(source) not in sources:
                sources[id(source)] = pikepdf.open(io.BytesIO(source))
            drawing = sources[id(source)].pages[leaf.number].Resources.XObject.Scan
            pdf.pages[page].Resources.XObject[f"/{name}"] = pdf.copy_foreign(drawing)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    for each in sources.values():
        each.close()
    return out.getvalue()
