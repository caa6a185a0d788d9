"""Papers as files: their text, their pages, their bookmarks, and whether they keep to the standards."""

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from pathlib import Path

import page
import pytest


def text_of(pdf: bytes) -> str:
    """Return all text of a PDF in reading order, without any blanks, as poppler reads it."""
    if shutil.which("pdftotext") is None:
        why = "pdftotext (poppler-utils) is not installed, so THE TEXT OF PAPERS WAS NOT CHECKED"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        file.write_bytes(pdf)
        run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return "".join(run.stdout.decode().split())


def plain_objects(pdf: bytes) -> bytes:
    """Return a PDF with the objects of its object streams behind it, so that they can be looked for."""
    streams = re.finditer(rb"/Type/ObjStm/N \d+/First (\d+)/Filter/FlateDecode/Length (\d+)>>\nstream\n", pdf)
    whole = [zlib.decompress(pdf[s.end() : s.end() + int(s[2])])[int(s[1]) :] for s in streams]
    assert whole
    return b"\n".join([pdf, *whole])


def streams_are_as_long_as_said(pdf: bytes) -> bool:
    """Return whether each stream ends where its /Length says."""
    heads = re.finditer(rb"/Length (\d+)[^\0]{0,400}?>>\s*stream\r?\n", pdf)
    return all(re.match(rb"\r?\n?endstream", pdf[head.end() + int(head[1]) :][:12]) for head in heads)


def assert_conforms(pdf: bytes, pages: int | None = None) -> None:
    """Check a PDF against all rules for PDF/UA-1 and PDF/A-2a.

    The checker takes a stream whose last byte happens to be a carriage return for one of the wrong length; that one
    rule is let pass when counting shows the length to be right.
    """
    for profile, rules in (("ua1", 104), ("2a", 154)):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        failed = [(fault.rule_id, fault.message) for fault in report.failures]
        if {rule for rule, _ in failed} == {"PDFA2A-STREAM-LENGTH-001"} and streams_are_as_long_as_said(pdf):
            failed = []
        assert (report.rules.total, failed) == (rules, [])
    assert pages in (None, report.document.page_count)


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    return int(page.validate_pdf_bytes(pdf, profile="ua1").document.page_count)


def lines_of(pdf: bytes) -> list[str]:
    """Return the lines of the text as they stand on the pages."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode().splitlines()


def pages_with(pdf: bytes, words: str) -> list[tuple[int, str]]:
    """Return the pages that hold some words, with their numbers."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return [(n, text) for n, text in enumerate(run.stdout.decode().split("\f"), 1) if words in text]


def bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of the PDF's bookmarks, in the order of the file."""
    found = re.findall(rb"/Title\s*(?:<FEFF([0-9A-F]+)>|\(([^)]*)\))/Dest", plain_objects(pdf))
    return [bytes.fromhex(wide.decode()).decode("utf-16-be") if wide else plain.decode() for wide, plain in found]
