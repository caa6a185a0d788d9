"""Writes documents that offices edit further (DOCX): headings, paragraphs, lists, tables, on A4 as papers are set.

Contributors' words are text in runs, never fields. The same content gives the same bytes: the times inside are fixed.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from guongsang.read.data.types import Formal
from guongsang.read.markdown.tree import Element, Node, plain_text
from guongsang.render.office.table import Plain, Told

_FONT = "Times New Roman"
_BLOCKS = frozenset({"p", "ul", "ol", "blockquote", "table", "pre", "hr", "h2", "h3", "h4", "h5", "h6"})
_IN_TABLES = 10.5
"""The size of text in tables, in points."""
_FIXED = (1980, 1, 1, 0, 0, 0)


@dataclass
class ReportDocument:
    """A document that is written part by part; `issued` is the day that the file says it was made on."""

    issued: date
    formal: Formal = field(default_factory=Formal)

    def __post_init__(self) -> None:
        """Begin with an empty A4 page in the margins of documents of administration."""
        from docx import Document
        from docx.shared import Mm, Pt

        self._file: Any = Document()
        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        top, bottom, left, right = self.formal.margins
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title"):
            self._set_font(name, Pt(self.formal.size))

    def _set_font(self, style: str, size: Any) -> None:
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        font = self._file.styles[style].font
        font.name, font.size, font.color.rgb = _FONT, size, RGBColor(0, 0, 0)
        fonts = self._file.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(kind), _FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)

    def centred(self, *lines: str, bold: bool = True) -> None:
        """Write lines in the middle, each a paragraph."""
        for line in filter(None, lines):
            paragraph = self._file.add_paragraph()
            paragraph.alignment = 1
            paragraph.add_run(_clean(line)).bold = bold

    def heading(self, text: str, level: int = 1) -> None:
        """Write a heading of level 1 to 3."""
        self._file.add_heading(_clean(text), min(level, 3))

    def paragraph(self, text: str) -> None:
        """Write a paragraph."""
        self._file.add_paragraph(_clean(text))

    def page_break(self) -> None:
        """Begin a new page."""
        self._file.add_page_break()

    def table(self, told: Told) -> None:
        """Write a table: its head in bold and again on each page, numbers in the middle."""
        rows = [*told.rows, *([told.total] if told.total else [])]
        table = self._grid(len(told.head))
        self._set_widths(table, told.widths)
        self._row(table, told.head, bold=True)
        _repeat_head(table)
        for row in rows:
            self._row(table, row)
        for note in told.notes:
            self.paragraph(note)

    def _grid(self, columns: int) -> Any:
        table = self._file.add_table(rows=0, cols=columns)
        table.style = "Table Grid"
        return table

    def _set_widths(self, table: Any, shares: Sequence[float]) -> None:
        section = self._file.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(room * share / sum(shares))

    def _row(self, table: Any, values: Sequence[Plain], *, bold: bool = False) -> None:
        from docx.shared import Pt

        for cell, value in zip(table.add_row().cells, values, strict=False):
            paragraph = cell.paragraphs[0]
            if isinstance(value, int):
                paragraph.alignment = 1
            text = f"{value:%d/%m/%Y}" if isinstance(value, date) else "" if value is None else str(value)
            run = paragraph.add_run(_clean(text))
            run.font.size = Pt(_IN_TABLES)
            if bold:
                run.bold = True

    def body(self, nodes: Sequence[Node]) -> None:
        """Write the tree of a body."""
        for node in nodes:
            if isinstance(node, str):
                if node.strip():
                    self.paragraph(node)
            else:
                self._block(node, 0)

    def _block(self, node: Element, depth: int) -> None:
        if node.tag in ("ul", "ol"):
            self._list(node, depth)
        elif node.tag == "table":
            self._table(node)
        elif node.tag == "blockquote":
            for child in node.children:
                if isinstance(child, Element):
                    self._block(child, depth + 1)
        elif node.tag[0] == "h" and node.tag[1:].isdigit():
            self.heading(plain_text((node,)).strip(), int(node.tag[1]) - 1)
        elif node.tag != "hr":
            self._runs(self._indented(depth), node.children)

    def _indented(self, depth: int) -> Any:
        from docx.shared import Mm

        paragraph = self._file.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(8 * depth)
        return paragraph

    def _list(self, node: Element, depth: int) -> None:
        """Write a list with its marks as text, so that they stay what was typed."""
        number = int(node.attrs.get("start", "1")[:9] or "1")
        for item in (child for child in node.children if isinstance(child, Element)):
            mark = item.attrs.get("mark") or (f"{number}." if node.tag == "ol" else "–")
            number += 1
            inline = [c for c in item.children if isinstance(c, str) or c.tag not in _BLOCKS]
            blocks = [c for c in item.children if isinstance(c, Element) and c.tag in _BLOCKS]
            first = blocks.pop(0) if not plain_text(tuple(inline)).strip() and blocks and blocks[0].tag == "p" else None
            paragraph = self._indented(depth + 1)
            paragraph.add_run(f"{_clean(mark)} ")
            self._runs(paragraph, first.children if first else tuple(inline))
            for block in blocks:
                self._block(block, depth + 1)

    def _table(self, node: Element) -> None:
        rows = [row for row in _within(node) if row.tag == "tr"]
        width = max((len(_cells(row)) for row in rows), default=0)
        if width:
            table = self._grid(width)
            for row in rows:
                self._row(table, [plain_text((cell,)).strip() for cell in _cells(row)], bold=_cells(row)[0].tag == "th")

    def _runs(self, paragraph: Any, nodes: Sequence[Node], bold: bool = False, italic: bool = False) -> None:
        for node in nodes:
            if isinstance(node, str):
                run = paragraph.add_run(_clean(" ".join(node.split("\n"))))
                run.bold, run.italic = bold or None, italic or None
            elif node.tag == "br":
                paragraph.add_run().add_break()
            elif node.tag == "img":
                paragraph.add_run(_clean(node.attrs.get("alt", "")))
            elif node.tag == "note":
                paragraph.add_run(f" ({_clean(plain_text(node.children).strip())})")
            else:
                self._runs(paragraph, node.children, bold or node.tag == "strong", italic or node.tag == "em")

    def written(self, title: str) -> bytes:
        """Return the bytes of the document."""
        properties = self._file.core_properties
        properties.title, properties.author, properties.comments = _clean(title), "", ""
        day = datetime(max(self.issued.year, 1980), self.issued.month, self.issued.day)
        properties.created = properties.modified = day
        out = io.BytesIO()
        self._file.save(out)
        return _with_fixed_times(out.getvalue())


def _repeat_head(table: Any) -> None:
    from docx.oxml import OxmlElement

    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _within(node: Element) -> list[Element]:
    found = [child for child in node.children if isinstance(child, Element)]
    return [one for child in found for one in (child, *_within(child))]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("th", "td")]


def _clean(text: str) -> str:
    """Return a text without signs that XML cannot hold."""
    return "".join(c for c in text if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")


def _with_fixed_times(data: bytes) -> bytes:
    """Return an archive with the same files, all as of one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new.writestr(entry, old.read(name))
    return out.getvalue()
