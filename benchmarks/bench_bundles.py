"""What a bundle of twelve real scans costs: seconds a sheet, and the most memory that its process holds.

``make bench`` runs it. Photographs of 12 megapixels, PDF files of several pages with pictures and text, TIFF, and a
screenshot of 1,080 × 20,000 are made anew in another process first, so that their making is not counted.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

import negotiation_docs as nd

EXAMPLE = Path(__file__).parents[1] / "examples" / "zhou.yaml"
MOST_MEGABYTES = 300
"""What the process may hold at most."""
KINDS = ("photo",) * 6 + ("statement",) * 3 + ("fax", "chat", "shot")


def photo(chance: Random, size: tuple[int, int] = (4032, 3024)) -> Image.Image:
    """A page on a table, as a telephone takes it: grain, shades, lines of text."""
    grain = Image.frombytes("L", (size[0] // 4, size[1] // 4), chance.randbytes(size[0] * size[1] // 16)).resize(size)
    shades = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", [Image.blend(grain, shades, weight) for weight in (0.90, 0.92, 0.94)])
    draw = ImageDraw.Draw(image)
    for line in range(60):
        draw.text((300, 80 + 48 * line), f"{line:02} {chance.random():.9f} " * 6, fill=(20, 20, 30), font_size=36)
    return image.filter(ImageFilter.GaussianBlur(1))


def chat(chance: Random, size: tuple[int, int]) -> Image.Image:
    """A talk in a chat window."""
    image = Image.new("RGB", size, (237, 237, 237))
    draw = ImageDraw.Draw(image)
    for number, top in enumerate(range(40, size[1] - 200, 190)):
        left = 60 if number % 2 else 220
        draw.rounded_rectangle((left, top, left + 800, top + 140), 24, fill="white" if number % 2 else (149, 236, 105))
        draw.text((left + 30, top + 45), f"{number}: {chance.random():.12f}", fill="black", font_size=44)
    return image


def scan(kind: str, chance: Random) -> tuple[str, bytes]:
    """Suffix and bytes of one scan."""
    out = io.BytesIO()
    if kind == "photo":
        exif = Image.Exif()
        exif[0x0112] = 6
        photo(chance).save(out, "JPEG", quality=92, exif=exif)
        return ".jpg", out.getvalue()
    if kind == "statement":
        pages = [photo(chance, (1654, 2339)) for _ in range(8)]
        pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200)
        return ".pdf", out.getvalue()
    if kind == "fax":
        pages = [photo(chance, (1728, 2200)).convert("1") for _ in range(4)]
        pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
        return ".tif", out.getvalue()
    chat(chance, (1080, 20_000 if kind == "chat" else 2400)).save(out, "PNG")
    return ".png", out.getvalue()


def make(folder: Path) -> None:
    """Twelve scans and a case that names them."""
    case = json.loads(json.dumps(_facts()))
    for number, kind in enumerate(KINDS, start=1):
        suffix, data = scan(kind, Random(number))
        (folder / f"{number}{suffix}").write_bytes(data)
        item = {"id": f"e{number}", "name": f"材料{number}", "group": "identity" if number == 1 else "income"}
        case["evidence"].append({**item, "status": "attached", "file": f"{number}{suffix}"})
    (folder / "case.json").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")


def _facts() -> dict[str, object]:
    import yaml  # noqa: PLC0415

    return yaml.load(EXAMPLE.read_text(encoding="utf-8"), yaml.BaseLoader)


def bind(folder: Path) -> None:
    """Make the bundle, and tell what it cost."""
    began = time.perf_counter()
    made = nd.bundle(nd.load(folder / "case.json"))
    made.save(folder / "bundle.pdf", overwrite=True)
    seconds = time.perf_counter() - began
    sheets = sum(len(each.scan.sheets) for each in made.exhibits)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    size = (folder / "bundle.pdf").stat().st_size / 1e6
    told = {
        "scans": len(made.exhibits), "sheets": sheets, "seconds": seconds, "file": size,
        "cpu": sum(one.ru_utime + one.ru_stime for one in (own, children)), "memory": own.ru_maxrss / 1000,
    }  # fmt: skip
    print(json.dumps(told))


def main() -> int:
    """Make the scans if they are not there, bind them in a process of its own, and hold it to the bound."""
    if sys.argv[1:2] in (["make"], ["bind"]):
        {"make": make, "bind": bind}[sys.argv[1]](Path(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([sys.executable, __file__, "make", name], check=True)
        told = subprocess.run([sys.executable, __file__, "bind", name], check=True, capture_output=True, text=True)
        cost = json.loads(told.stdout)
    print("| scans | sheets | s | CPU, ms a sheet | most memory, MB | file, MB |\n|---|---|---|---|---|---|")
    each = 1000 * cost["cpu"] / cost["sheets"]
    print(
        f"| {cost['scans']} | {cost['sheets']} | {cost['seconds']:.1f} | {each:.0f} | {cost['memory']:.0f} "
        f"| {cost['file']:.1f} |"
    )
    return int(cost["memory"] > MOST_MEGABYTES)


if __name__ == "__main__":
    raise SystemExit(main())
