"""What a sheet is made of: plain data that travels to the printer as JSON.

In the sheet a TEXT is a string in the language of its surroundings, or `{"text": "…", "lang": "vi"}` for one in another
language. `?` marks what may be null or left out. A picture is named by its key in `pictures`.

All layouts of bulletins, posters and yearbooks are set from sheets of this one shape; each takes what it shows.

    lang          the language of the page, as in BCP 47
    labels        {contents?, units?, before?, after?, recognised?, adopted?, lessons?, names?, categories?, figures?,
                   decisions?, read_on?, portrait_none?, street?, street_note?, sample?, draft?}
                  TEXTs: the words of the frame
    paper?        a3 or a4, of a poster
    programme     TEXT, the nameplate            org?, parent?       TEXTs
    issue         {title, number, date, licence, is_sample?, is_draft?}        licence: or "internal circulation"
    editorial?    {title, body: BODY, lang?}
    street?       [{unit: TEXT, lit: int, id?}] in the order of the units file, `lit` exemplars each; with an `id` a
                  unit keeps its house in every issue and language
    articles      at least one: {id, title, category?, name?, position?, unit?, summary?, notice?, recognised?, url?,
                   lang?, body?: BODY, photo?: picture, photo_alt?: str, lessons?: [TEXT],
                   adopted?: [{unit, when?, result?}], model?: bool, year?, unit_id?: str,
                   quote?: {text, by?}, steps?: [{lead?, joint?: str, text}], steps_title?, qr?: SVG as a str,
                   measures?: [{label, unit?, before?, after?, before_value?, after_value?, period?, meta?}]}
                  `lang` is that of an article shown untranslated; without `name`, position and unit stand in its
                  place; `before` and `after` are TEXTs, the values are numbers for the bars; `url` is a str
                  at the top of a body a node may bear `role`: quote (a layout may pull it out), adopt (how to adopt)
    news?         {kicker?, title, summary?, figures?: [{value, label}], dates_title?, dates?, as_of?, head, rows}
    decisions?    {title?, head: [TEXT], rows: [[TEXT]]}
    tables?       [{head, rows}], the last row sums up          summary?, count?   TEXTs of a yearbook
    names?        [{letter, rows: [{what, where?, article: number of the article}]}]
    categories?   [{category, rows}]
    back?         {title?, text?, note?, address?: [TEXT], url?: str, qr?: SVG as a str}

Beside the sheet and the names of pictures a layout finds `phrases` (see `unbreakable`) and, in each article, `extent`
and `adopt_extent` (see `text_lengths`); in a book `asked` or, in its articles, `way` (see `compiler`).

A BODY is a list of nodes. A node is a string, or `{"tag": T, "children": [nodes]}` with T one of: p, h2 to h6, ul, ol
(`start`), li, blockquote, pre, code, strong, em, del, sup, a (`href`: absolute address or null), img (`src`: picture,
`alt`: an empty one marks ornament), br, hr, table > thead, tbody > tr > th, td (`align`), note (a footnote that stands
at its mark) and span. Any node may bear `lang`. Another tag is an error that names it; a skipped heading level is
closed up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

SheetValue: TypeAlias = str | int | float | bool | Sequence["SheetValue"] | Mapping[str, "SheetValue"] | None
"""A value of a sheet: text, number, flag, list or map."""
Sheet: TypeAlias = Mapping[str, SheetValue]
"""A sheet, as a print template sets it."""


@dataclass(frozen=True)
class Table:
    """A table of a sheet: its heads, and its rows from the first to the last."""

    head: Sequence[str]
    rows: Sequence[Sequence[SheetValue]]

    def sheet(self) -> Sheet:
        """Return the table as print templates take it."""
        return {"head": self.head, "rows": self.rows}


def nodes_in(value: SheetValue, key: str) -> Sequence[SheetValue]:
    """Return the list that a map has under a key; nothing where there is none."""
    inner = value.get(key) if isinstance(value, Mapping) else None
    return inner if isinstance(inner, Sequence) and not isinstance(inner, str) else ()
