"""Any file of a scan, told by what it holds and not by its name, as sheets."""

from __future__ import annotations

from negotiation_docs.writers.scans import limits, photo
from negotiation_docs.writers.scans.apart import cleaned, developed
from negotiation_docs.writers.scans.scan import Scan, ScanError

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def read_scan(data: bytes) -> Scan:
    """The sheets of a PDF, JPEG, PNG, TIFF or HEIC file. Raises ScanError with what is wrong and what to do."""
    if len(data) > limits.MOST_BYTES:
        raise ScanError(f"超过{limits.MOST_BYTES // 1_000_000}兆字节", "请缩小扫描的精度，或者分成几份证据")
    try:
        return _read(data)
    except ScanError:
        raise
    except Exception:  # a damaged file makes Pillow raise whatever its reading comes across
        raise ScanError("有损坏，打不开", "请打开核对，重新扫描或者另存以后再用") from None


def _read(data: bytes) -> Scan:
    if data.startswith(b"\xff\xd8"):
        return photo.jpeg(data)
    if data.startswith(b"\x89PNG\r\n"):
        return photo.png(data)
    if data.startswith((b"II*\0", b"MM\0*")):
        return photo.tiff(data)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return photo.jpeg(developed(data))
    if b"%PDF-" in data[:1024]:
        return cleaned(data)
    raise ScanError("不是PDF、JPG、PNG、TIFF或HEIC文件", "请打开核对，另存为其中一种再用")
