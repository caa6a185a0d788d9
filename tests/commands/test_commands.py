"""A command that the program recommends works as it stands, for any site and from any folder."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from guongsang.commands import quoted
from guongsang.publish.release import File, staged
from guongsang.publish.web_root.put import put_release
from guongsang.publish.web_root.root import WebRoot
from guongsang.publish.withheld import Withheld
from support.commands import MOJIBAKE, mojibake, spoil, words_of
from support.good import ABOUT
from support.keyboard import CTRL_C, Keyboard
from support.program import Ran
from support.sentences import sentences
from support.site import PROJECT, edit

SOURCE = "content/exemplars/2024/noi-02.vi.md"
PROFILE = "content/exemplars/2024/noi-01.vi.md"
ABOUT_IN_ENGLISH = "content/pages/about.en.md"
ENGLISH = "content/exemplars/2024/noi-02.en.md"


def told_in(text: str) -> list[list[str]]:
    """List the words of every command that a text recommends; a command ends its line, or stands in backticks."""
    start = re.escape(f"python {quoted(str(PROJECT / 'build.py'))} ")
    return [words_of(m[1] or m[2]) for m in re.finditer(rf"`{start}([^`]+)`|{start}(.+)$", text, re.MULTILINE)]


@dataclass(frozen=True)
class Situation:
    """What is there and typed when a command is recommended, how often that is, and what happens before it is typed.

    `lines` are typed at the questions of the command; to those of the recommended one every answer is empty.
    """

    typed: tuple[str, ...]
    before: Callable[[Path], object] = lambda _: None
    after: Callable[[Path], object] = lambda _: None
    count: int = 1
    lines: tuple[str, ...] = ()


def in_tcvn3(root: Path) -> None:
    """Write a page in an old encoding as a whole."""
    text = "---\ntitle: Liªn hÖ víi bÖnh viÖn\n---\nC«ng ty cæ phÇn cña bÖnh viÖn ®· ®æi ®Þa chØ.\n"
    (root / "content/pages/lien-he.vi.md").write_bytes(text.encode("latin-1"))


def without_campaigns(root: Path) -> None:
    """Leave a site that begins: no campaign, and nothing that belongs to one."""
    for file in [f for f in (root / "content").rglob("*.*") if "pages" not in f.parts and f.name != "units.yaml"]:
        file.unlink()


def bad_print_template(root: Path) -> None:
    """Give the site a layout that cannot be read."""
    (root / "templates/print").mkdir(parents=True)
    (root / "templates/print/newsletter.typ").write_text("#let x = (", encoding="utf-8")


def bad_abbreviations(root: Path) -> None:
    """Give the site a list of abbreviations that was read wrongly."""
    (root / "locales").mkdir()
    row = f'abbreviations:\n  - {{short: TV, long: "{MOJIBAKE}", lang: vi}}\n'
    (root / "locales/abbreviations.yaml").write_text(row, encoding="utf-8")


def far_more_before(root: Path) -> None:
    """Leave the output of a build that published five exemplars."""
    sources = [f"content/exemplars/2024/noi-0{n}.vi.md" for n in range(1, 6)]
    rows = [{"path": "site/x.html", "sha256": "", "kind": "page", "lang": "vi", "source": source} for source in sources]
    (root / "output/site").mkdir(parents=True)
    (root / "output/site/x.html").write_text("", encoding="utf-8")
    (root / "output/manifest.json").write_text(json.dumps({"schema_version": 1, "files": rows}), encoding="utf-8")


def published_before(root: Path, **withheld: str) -> None:
    """Publish two builds of one page beside the site, and build a third, in which somebody may be withheld."""
    www = root.parent / "www"
    for text in ("1", "2", "3"):
        with staged(root / "output") as stage:
            stage.add(File("site/index.html", text.encode(), "page"))
            for part, file in withheld.items() if text == "3" else ():
                stage.add(Withheld(frozenset({f"2024/{part} story"}), {file: f"2024/{part}"}).as_file())
        if text != "3":
            put_release(WebRoot(www.resolve()), root / "output")
    for note in (root.parent / ".www.releases").glob("*.json"):
        note.unlink()


def word_file(root: Path) -> None:
    """Put a file of Word among the profiles."""
    (root / "content/exemplars/2024/ghi-chu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99))


def without_body(root: Path) -> None:
    """Leave the fields of a translation alone."""
    fields = (root / ABOUT_IN_ENGLISH).read_text(encoding="utf-8").rpartition("---\n")[0]
    (root / ABOUT_IN_ENGLISH).write_text(f"{fields}---\n", encoding="utf-8")


def with_body(root: Path) -> None:
    """Write the text of that translation."""
    with (root / ABOUT_IN_ENGLISH).open("a", encoding="utf-8") as file:
        file.write("A text.\n")


def translated(root: Path) -> None:
    """Write a translation into its file."""
    (root / ENGLISH).write_text("---\ntitle: Room 3 plans its own shifts\n---\nText.\n", encoding="utf-8")


def several_untranslated(root: Path) -> None:
    """Write so many pages without a translation that they are told as one."""
    for n in range(8):
        (root / f"content/pages/trang-{n}.vi.md").write_text(f"---\ntitle: Trang {n}\n---\nChữ.\n", encoding="utf-8")


def only_stale(root: Path) -> None:
    """Leave one warning, which stops nothing: a translation of an older text."""
    translated(root)
    edit(root, "content/pages/about.en.md", "translates: 0", "translates: 1")


def nothing_done_by_units(root: Path) -> None:
    """Leave a campaign without plans and review, whose quota no unit meets."""
    for file in [*(root / "content/plans").rglob("*.md"), *(root / "content/reviews").rglob("*.md")]:
        file.unlink()
    edit(root, "content/campaigns/2024.vi.md", "quota: {min: 1", "quota: {min: 5")


SITUATIONS = {
    "what units owe": Situation(("check",), nothing_done_by_units, lines=("",)),
    "a text changed after its approval": Situation(
        ("check",), spoil(PROFILE, "by: Giám đốc", "by: Giám đốc, fingerprint: 000000000000")
    ),
    "a text changed after consent": Situation(("check",), spoil(PROFILE, "document: DY-01", "of: 000000000000")),
    "a consent that has ended": Situation(("check",), spoil(PROFILE, "document: DY-01", "until: 2024-06-30")),
    "a translation that is not stamped": Situation(("check",), spoil(ABOUT_IN_ENGLISH, "translates:", "# translates:")),
    "a translation without a text": Situation(("check",), without_body, after=with_body),
    "a translation that is missing": Situation(("check",)),
    "many translations that are missing": Situation(("check",), several_untranslated),
    "nothing that keeps the site back": Situation(("check",), only_stale),
    "mojibake": Situation(("check",), mojibake),
    "TCVN3 in a file": Situation(("check",), spoil(ABOUT, "Trang này", "C«ng ty cæ phÇn cña bÖnh viÖn.")),
    "a file in TCVN3": Situation(("check",), in_tcvn3),
    "mojibake in units": Situation(("check",), spoil("content/units.yaml", "Khoa Nội", "Tiáº¿ng Viá»‡t")),
    "mojibake in criteria": Situation(("check",), spoil("content/criteria/2024.yaml", "vi: ", "vi: Tiáº¿ng Viá»‡t ")),
    "mojibake in the settings": Situation(("check",), spoil("site_config.yaml", "Việc Hay", "Tiáº¿ng Viá»‡t")),
    "mojibake in abbreviations": Situation(("check",), bad_abbreviations),
    "repairs": Situation(("fix",), mojibake),
    "repairs of named files": Situation(("fix", ABOUT, "content/plans"), mojibake),
    "a translation made": Situation(("translate", SOURCE), after=translated),
    "no translation to confirm": Situation(("translate", SOURCE, "--confirm")),
    "nothing to translate": Situation(("translate",)),
    "an error in a translation": Situation(
        ("translate", "content/pages/about.en.md", "--confirm"),
        spoil("content/pages/about.en.md", "title", "menu: 1\ntitle"),
    ),
    "a new page": Situation(("new", "page", "--title", "Liên hệ", "--yes")),
    "a new criterion": Situation(("new", "criterion", "--label", "Mới", "--severity", "reviewed=info", "--yes")),
    "questions that are interrupted": Situation(("new", "page", "--menu", "10"), lines=("Liên hệ", CTRL_C)),
    "no campaign": Situation(("new", "exemplar", "--yes"), without_campaigns),
    "errors elsewhere": Situation(("explain", "noi-01"), spoil(ABOUT, "title", "titel")),
    "no such option": Situation(("check", "--bogus")),
    "no such option below": Situation(("new", "page", "--bogus")),
    "one word too many": Situation(("explain", "noi-01", "noi-02")),
    "nothing to explain": Situation(("explain",)),
    "errors": Situation(("build", "--no-print"), spoil(ABOUT, "title", "titel")),
    "what is open after a build": Situation(("build", "--no-print")),
    "far fewer exemplars": Situation(("build", "--no-print"), far_more_before),
    "a file of Word": Situation(("check",), word_file),
    "a bad layout": Situation(("build",), bad_print_template),
    "a withdrawal": Situation(("withdraw", "noi-01")),
    "a withdrawal with its reason": Situation(("withdraw", "noi-01", "--reason", "revoked", "--document", "QĐ 12, 3")),
    "a withdrawal written": Situation(("withdraw", "noi-01", "--reason", "consent", "--write")),
    "a withdrawal that cannot be read": Situation(
        ("withdraw", "noi-01"), spoil(SOURCE.replace("noi-02", "noi-01"), "unit: noi", "unit: noi\nwithdrawn: hôm qua")
    ),
    "a copy of another build": Situation(("verify", "../www"), published_before),
    "a publish": Situation(("publish", "../www"), published_before),
    "a way back to what is withheld": Situation(
        ("publish", "../www", "--rollback"), partial(published_before, gone="site/gone.html")
    ),
    "a code": Situation(("explain", "mojibake")),
    "another code": Situation(("explain", "lookalike-letter")),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", SITUATIONS)
def test_what_is_recommended_can_be_typed(
    name: str, lang: str, elsewhere: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command, typed as it was told in a folder that is neither the project's nor the site's, does its work."""
    situation = SITUATIONS[name]
    situation.before(elsewhere)
    if situation.lines:
        monkeypatch.setattr("sys.stdin", Keyboard(*situation.lines))
    ran = run(*situation.typed, "--root", elsewhere, "--lang", lang, "--today", "2024-12-01")
    told = told_in(ran.out + "\n" + ran.err)
    assert told, ran
    situation.after(elsewhere)
    for number, words in enumerate(told):
        if words in told[:number]:
            continue
        assert words[words.index("--root") + 1] == str(elsewhere)
        if situation.lines:
            monkeypatch.setattr("sys.stdin", Keyboard(*[""] * 20))
        again = run(*words)
        broken_setup = again.status == 2 and words[0] == "check" and "[" in again.out
        assert again.status in (0, 1) or broken_setup, (words, again)
        assert words[0] != "fix" or again.out or situation.typed[0] == "explain", (words, again)


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Tiáº¿ng Viá»\ufffdt bá»‹\n---\n".encode(),
        "---\ntitle: C«ng ty cæ phÇn cña bÖnh viÖn\n---\nXÿþq §zzµ Wþx ßqß jþþ.\n".encode("latin-1"),
    ],
)
def test_a_repair_that_is_not_certain_is_not_recommended(data: bytes, elsewhere: Path, run: Callable[..., Ran]) -> None:
    """Where `fix` would change nothing, it is not named as a cure."""
    (elsewhere / ABOUT).write_bytes(data)
    assert "Nothing to repair" in run("--root", elsewhere, "--lang", "en", "fix", ABOUT).err
    told = run("--root", elsewhere, "--lang", "en", "check", ABOUT).out
    assert re.search(r"error\[(mojibake|legacy-encoding)\]", told) and "build.py" not in told


def test_every_sentence_with_a_command_is_met_by_a_situation(
    elsewhere: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No message that recommends a command is left out above."""
    said = [run("--help", "--lang", "en").out]
    for situation in SITUATIONS.values():
        folder = elsewhere.parent / f"{len(said)}"
        copy = _copied(elsewhere, folder)
        situation.before(copy)
        with monkeypatch.context() as patch:
            if situation.lines:
                patch.setattr("sys.stdin", Keyboard(*situation.lines))
            ran = run(*situation.typed, "--root", copy, "--lang", "en", "--today", "2024-12-01")
        said += [ran.out, ran.err]
        if situation.after is translated:
            said.append((copy / ENGLISH).read_text(encoding="utf-8"))
    text = "\n".join(said)
    for sentence in _with_commands():
        pattern = re.sub(r"\\\{command\\\}", "python .*build\\.py", re.escape(sentence))
        assert re.search(re.sub(r"\\\{\w+\\\}", ".+", pattern), text), sentence


def _copied(root: Path, folder: Path) -> Path:
    for file in root.rglob("*"):
        if file.is_file():
            copy = folder / file.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    return folder


def _with_commands() -> list[str]:
    return [sentence for sentence in sentences() if "{command}" in sentence]


def test_no_sentence_writes_a_command_by_hand() -> None:
    """Sentences leave commands to the one place that writes them, and put them last, so that nothing sticks to them."""
    with (PROJECT / "locales/vi.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    for entry in entries:
        for text in (*_forms(entry.id), *_forms(entry.string)):
            assert not re.search(r"\bpython |build\.(py|bat) ?[\w-]|--(root|write|confirm|status|no-print)\b", text), (
                text
            )
            assert "{command}" not in text or text.endswith("{command}"), text
    assert len(_with_commands()) > 10


def _forms(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def test_a_translation_says_how_it_is_confirmed(elsewhere: Path, run: Callable[..., Ran]) -> None:
    """The comment in a new file holds the whole command, be the file made alone or with its source."""
    run("--root", elsewhere, "translate", SOURCE)
    run("--root", elsewhere, "new", "page", "--title", "Liên hệ", "--yes", "--also", "en")
    for file in (ENGLISH, "content/pages/lien-he.en.md"):
        (words,) = told_in((elsewhere / file).read_text(encoding="utf-8"))
        assert words == ["translate", "--confirm", file, "--root", str(elsewhere)]
