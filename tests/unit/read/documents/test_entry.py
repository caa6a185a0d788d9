"""An entry: a source document and its translations, as one."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.i18n.messages import Text
from guongsang.read.documents.entry import Entry, as_exemplar
from guongsang.read.tables.exemplar import Exemplar
from unit.support import MAI, SITE, changed, read_site

ENGLISH = MAI.replace(".vi.", ".en.")


def entry(root: Path, english: str | None = None, *changes: tuple[str, str]) -> Entry[Exemplar]:
    """Read the profile of the small site with a translation."""
    layers = [{ENGLISH: english}] if english is not None else []
    (one,) = read_site(root, changed(MAI, *changes), *layers).exemplars
    return one


@pytest.mark.parametrize(
    ("english", "state", "title"),
    [
        (None, "none", Text("Khay thuốc có tên", "vi")),
        ("---\ntitle: Named trays\n---\n", "none", Text("Khay thuốc có tên", "vi")),
        ("---\ntitle: Named trays\n---\nBody.\n", "draft", Text("Named trays", "en", "Lê Thử Mai", "vi")),
        (
            "---\ntranslates: 000000000000\ntitle: Named trays\n---\nBody.\n",
            "stale",
            Text("Named trays", "en", "Lê Thử Mai", "vi"),
        ),
        ("---\ntitle: Named trays\n---\n[[write]]\n", "none", Text("Khay thuốc có tên", "vi")),
        ("---\nsummary: Only this.\n---\nBody.\n", "draft", Text("Khay thuốc có tên", "vi")),
    ],
)
def test_a_translation_counts_once_its_body_is_written(
    tmp_path: Path, english: str | None, state: str, title: Text
) -> None:
    """Until then the source is shown; a word that it lacks falls back one by one."""
    one = entry(tmp_path, english)
    assert one.state("en") == state
    assert one.state("vi") == "source"
    assert one.word(("title",), "en") == title
    assert one.word(("title",), "vi") == Text("Khay thuốc có tên", "vi")


def test_a_translation_of_the_present_source_is_ready_and_of_a_former_one_stale(tmp_path: Path) -> None:
    """The stamp is the fingerprint of the words and the body."""
    stamp = entry(tmp_path / "a").fingerprint
    english = f"---\ntranslates: {stamp}\ntitle: Named trays\n---\nBody.\n"
    assert entry(tmp_path / "b", english).state("en") == "ready"
    assert entry(tmp_path / "c", english, ("có tên", "có họ tên")).state("en") == "stale"


@pytest.mark.parametrize(
    ("change", "words", "approval"),
    [
        (("Khay thuốc có tên", "Khay thuốc có nhãn"), True, True),
        (("Ghi tên lên khay.", "Ghi tên lên mọi khay."), True, True),
        (("unit: noi", "unit: duoc"), False, True),
        (("registered: {on: 2024-03-10}", "registered: {on: 2024-03-11}"), False, False),
        (("document: DY-01", "document: DY-02"), False, False),
        (("Ghi tên lên khay.", "Ghi tên lên khay.  \n"), False, False),
        (("title: Khay thuốc có tên\nname: Lê Thử Mai", "name: Lê Thử Mai\ntitle: Khay thuốc có tên"), False, False),
    ],
)
def test_what_changes_a_fingerprint(tmp_path: Path, change: tuple[str, str], words: bool, approval: bool) -> None:
    """Words and body change both, facts that of an approval only, steps and consent neither."""
    before, after = entry(tmp_path / "a"), entry(tmp_path / "b", None, change)
    assert (before.fingerprint != after.fingerprint) is words
    assert (before.approval_fingerprint != after.approval_fingerprint) is approval


def test_facts_are_the_value_of_the_source_file(tmp_path: Path) -> None:
    """Its steps are told by their days."""
    one = entry(tmp_path)
    assert isinstance(one.facts, Exemplar) and as_exemplar(one) is one
    assert (one.facts.consent.on, one.facts.unit, one.facts.photo) == (date(2024, 3, 2), "noi", "")
    assert one.progress == {"discovered": date(2024, 2, 20), "registered": date(2024, 3, 10)}
    assert (one.key, one.campaign, one.slug) == (("exemplar", "2024/noi-01"), "2024", "noi-01")
    assert (one.draft, one.sample, one.withdrawn, one.moved_from) == (False, False, False, ())


def test_an_entry_without_a_campaign_is_named_by_its_slug(tmp_path: Path) -> None:
    """Campaigns, reviews, bulletins and pages."""
    site = read_site(tmp_path, {"content/pages/about.vi.md": "---\ntitle: A\ndraft: true\n---\na\n"})
    page = site.by_id["page", "about"]
    assert page.id == "about" and page.draft
    assert as_exemplar(page) is None and page.progress == {} and not page.withdrawn


def test_the_body_in_a_language_says_in_which_it_is(tmp_path: Path) -> None:
    """The source's where the translation has none."""
    assert entry(tmp_path / "a").texts.body("en").lang == "vi"
    text = entry(tmp_path / "b", "---\ntitle: T\n---\nBody.\n").texts.body("en")
    assert (text.body.text, text.lang, text.file) == ("Body.\n", "en", ENGLISH)


def test_a_document_without_a_body_is_translated_by_its_words(tmp_path: Path) -> None:
    """A plan has words only."""
    files = {"content/plans/2024/noi.en.md": "---\ntitle: Plan of Medicine\n---\n"}
    plan = read_site(tmp_path, files).by_id["plan", "2024/noi"]
    assert plan.translated("en")
    assert plan.word(("title",), "en").value == "Plan of Medicine"


def test_places_fall_back_to_what_stands_around(tmp_path: Path) -> None:
    """A value, else its parent's key, else the opening fence."""
    source = entry(tmp_path).source
    text = SITE[MAI]
    line = text[: text.index("  registered")].count("\n") + 1
    assert source.place("progress", "registered", "on").line == line
    assert source.place("progress", "approved", "by").line == line - 2
    assert source.place("photo").line == 1
    assert source.key_place("unit").column == 1 and source.key_place("photo") == source.place("photo")
    assert source.written and not source.open
