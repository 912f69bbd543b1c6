"""The parts of a DOCX package, written as text: no element tree is built for a document."""
