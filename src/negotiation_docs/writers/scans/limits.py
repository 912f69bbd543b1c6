"""What a scan may cost: everything beyond these values is refused by name."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 50_000_000
"""Bytes of one file, as it comes and as it is cleaned."""
MOST_PIXELS: Final = 60_000_000
"""Pixels of what is read whole, a PNG, a page of a TIFF or a progressive JPEG: 180 MB in colour (of the last 360), and
three times a screenshot of 1,080 × 20,000."""
MOST_JPEG_PIXELS: Final = 200_000_000
"""Pixels of any other JPEG, which is read at a half, a quarter or an eighth: what the largest sensor of a telephone
takes."""
MOST_SIDE: Final = 65_500
"""Pixels of a side: JPEG has no more."""
MOST_PAGES: Final = 200
"""Pages of one file."""
MOST_FILE_PIXELS: Final = 2_000_000_000
"""Pixels of all pages of a TIFF: 200 of A4 at 300 dots an inch have 1,740 million."""
MOST_UNFOLDED: Final = 100_000_000
"""Bytes that a PDF's pages and objects unfold to: a page of a statement has some thousand, a drawing a million."""
MOST_SHEETS: Final = 600
"""Sheets of a bundle's scans together."""
BUNDLE_BYTES: Final = 500_000_000
"""Bytes of the files of a bundle together."""
BUNDLE_PIXELS: Final = 6_000_000_000
"""Pixels of the pictures of a bundle together: 500 photos of a telephone."""
BUNDLE_UNFOLDED: Final = 200_000_000
"""Bytes that the PDF files of a bundle unfold to together; a file that is stopped at a limit of its
process counts as much as one may unfold to."""
LEAST_SIDE: Final = 8
"""Pixels of a side: less is no scan."""
PAGE_SIDES: Final = (9.0, 14_400.0)
"""The shortest and longest side of a PDF page in pt (ISO 32000-1 Annex C: up to 200 inches)."""
CHILD_MEMORY: Final = 1_000_000_000
"""Bytes of memory of the process that reads a PDF or HEIC file, where the system can hold it to that."""
CHILD_SECONDS: Final = 60
"""Seconds of such a process."""

DPI: Final = 300
"""Dots an inch on the sheet that are kept: more is not seen on paper, and copying machines give no more."""
HEAVY: Final = 4_000_000
"""Bytes of a JPEG that is passed through as it is."""
QUALITY: Final = 88
"""Of a photo that is coded anew: no difference is seen at the size of the sheet."""
FINEST: Final = 1_500_000
"""Bytes up to which a sheet is kept to the last bit; a photograph in a PNG becomes a JPEG."""
COARSEST: Final = 96
"""Dots an inch: a small picture is not blown up beyond this."""
