"""A report as a PDF: Qt lays it out, without a window."""
