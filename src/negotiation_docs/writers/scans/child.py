"""Reads a stranger's PDF or HEIC file in a process of its own, within limits: run as a script, imports nothing of ours.

A line of JSON and the file come in; a line of JSON and the cleaned file go out. Of a PDF only what its pages show is
left: stamps and filled fields are drawn into the page, and scripts, actions, attachments, forms, links, layers that
were switched off and what refers to other files do not get out.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import Any

_RUNS = ("AA", "A", "OpenAction", "JS", "JavaScript", "URI", "AF", "EF", "Ref", "OPI", "Alternates", "PieceInfo")
_DROPPED = (*_RUNS, "Metadata", "StructParent", "StructParents", "Measure", "VP", "PtData", "LastModified", "DPart")
_NAMED = ("Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "CharProcs", "Colorants")
"""Dictionaries whose keys are names that a file gives as it likes (ISO 32000-1 7.8.3), ``/A`` for a font."""
_ELSEWHERE = ("F", "FFilter", "FDecodeParms")  # of a stream: its data lie in another file


class RefusedError(Exception):
    """A file that is not taken; the word says why."""


def main() -> None:
    """One file."""
    asked = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = asked["path"]
    _hold(asked["memory"], asked["seconds"])
    try:
        told, data = {"pdf": _pdf, "heic": _heic}[asked["kind"]](sys.stdin.buffer.read(), asked)
    except RefusedError as error:
        told, data = {"refused": str(error)}, b""
    except MemoryError:
        told, data = {"refused": "memory"}, b""
    except ImportError:
        told, data = {"refused": "missing"}, b""
    except Exception:  # whatever a damaged file makes a library raise
        told, data = {"refused": "broken"}, b""
    if len(data) > asked["bytes"]:
        told, data = {"refused": "large"}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


def _hold(memory: int, seconds: int) -> None:
    """Hold this process to its limits, where the system can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _pdf(data: bytes, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    import pikepdf  # noqa: PLC0415

    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise RefusedError("encrypted") from None
    if pdf.is_encrypted:
        raise RefusedError("encrypted")
    count = len(pdf.pages)
    if any("reconstruct" in str(warning) or "damaged" in str(warning) for warning in pdf.get_warnings()) or not count:
        raise RefusedError("broken")
    if count > asked["pages"]:
        raise RefusedError("pages")
    if _hides(pdf, pikepdf):
        raise RefusedError("layers")
    signed, unfolded = _signed(pdf, asked["unfolded"], pikepdf)
    if "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")
    clean, boxes, seen = pikepdf.new(), [], set[tuple[int, int]]()
    for page in pdf.pages:
        for content in _contents(page, pikepdf):
            unfolded += len(content.read_bytes())  # raises where it cannot be decoded
            if unfolded > asked["unfolded"]:
                raise RefusedError("unfolds")
        form, box = _form(page, asked["sides"], pikepdf)
        _scrub(form, seen, pikepdf)
        blank = clean.add_blank_page()
        blank.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=clean.copy_foreign(form)))
        boxes.append(box)
    out = io.BytesIO()
    clean.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return {"boxes": boxes, "signed": signed, "unfolded": unfolded}, out.getvalue()


def _signed(pdf: Any, most: int, pikepdf: Any) -> tuple[bool, int]:  # noqa: ANN401
    """Whether it bears an electronic signature (ISO 32000-1 12.8), which only the file itself proves.

    And how many bytes its objects unfold to beside streams, ``most`` at most.
    """
    signed, unfolded = False, 0
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            continue
        unfolded += len(one.unparse(resolved=True)) if isinstance(one, pikepdf.Object) else 0
        if unfolded > most:
            raise RefusedError("unfolds")
        if isinstance(one, pikepdf.Dictionary):
            signed = signed or (one.get("/ByteRange") is not None and one.get("/Contents") is not None)
    return signed, unfolded


def _hides(pdf: Any, pikepdf: Any) -> bool:  # noqa: ANN401
    """Whether a layer is switched off: what nobody sees would come to light in another file."""
    layers = pdf.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return False
    shown = layers.get("/D")
    if not isinstance(shown, pikepdf.Dictionary):
        return False
    return bool(len(shown.get("/OFF", pikepdf.Array()))) or shown.get("/BaseState", "/ON") != "/ON"


def _form(page: Any, sides: tuple[float, float], pikepdf: Any) -> tuple[Any, list[float]]:  # noqa: ANN401
    """What a page shows, as one drawing, and the box it fills."""
    page.trimbox = page.cropbox  # the drawing is cut to what a reader shows
    form = page.as_form_xobject()
    # As one stream of its own: what is copied from here on is never decoded again.
    form.write(form.read_bytes())
    corners = form.BBox
    x0, y0, x1, y1 = (float(value) for value in corners)
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    left, bottom = min(x for x, _ in points), min(y for _, y in points)
    right, top = max(x for x, _ in points), max(y for _, y in points)
    if not all(sides[0] <= side <= sides[1] for side in (right - left, top - bottom)):
        raise RefusedError("size")
    return form, [left, bottom, right, top]


def _contents(page: Any, pikepdf: Any) -> list[Any]:  # noqa: ANN401
    found = page.get("/Contents", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _scrub(root: Any, seen: set[tuple[int, int]], pikepdf: Any) -> None:  # noqa: ANN401
    """Take out of everything below ``root`` what acts, or leads elsewhere; names that the file gave itself stay."""
    waiting = [(root, False)]
    while waiting:
        one, named = waiting.pop()
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, pikepdf.Array):
            waiting += [(kid, False) for kid in one if _holds(kid, pikepdf)]
            continue
        stream = isinstance(one, pikepdf.Stream)
        if stream and one.get("/Subtype") == "/PS":
            raise RefusedError("broken")
        for key in list(one.keys()):
            if not named and (key[1:] in _DROPPED or (stream and key[1:] in _ELSEWHERE)):
                del one[key]
            elif _holds(one[key], pikepdf):
                waiting.append((one[key], not named and key[1:] in _NAMED))


def _holds(one: Any, pikepdf: Any) -> bool:  # noqa: ANN401
    return isinstance(one, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)


def _heic(data: bytes, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    import pi_heif  # noqa: PLC0415 - an extra

    found = pi_heif.open_heif(io.BytesIO(data))
    if found.size[0] * found.size[1] > asked["pixels"]:
        raise RefusedError("size")
    out = io.BytesIO()
    found.to_pillow().convert("RGB").save(out, "JPEG", quality=92)  # the library has turned it upright
    return {}, out.getvalue()


if __name__ == "__main__":
    main()
