"""The PDF file: objects, fonts, tags, metadata and the bytes they become."""

from negotiation_docs.writers.pdffile import reportlab_alone

__all__ = ["reportlab_alone"]  # loaded before any module here that loads ReportLab
