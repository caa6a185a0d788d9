"""Words of findings as every form shows them."""

import pytest

from guongsang.commands import command
from guongsang.findings import Place, find
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.report.words import in_sentences, shown_path
from guongsang.text.visible import visible

ENGLISH = Catalogue("en")


@pytest.mark.parametrize(
    ("message", "hint", "told"),
    [
        (say("wrong"), say("mend it"), "Wrong. Mend it."),
        (say("is this so?"), say("mend it."), "Is this so? Mend it."),
        (say("{file} is wrong", file="content/a.md"), say("mend it"), "content/a.md is wrong. Mend it."),
        (
            say("wrong…"),
            say("type: {command}", command=command("fix", "a.md")),
            "Wrong… Type: python build.py fix a.md",
        ),
        (say("{m} (allowed)", m=say("ảnh")), say("{m}", m=say("mend")), "Ảnh (allowed). Mend."),
    ],
)
def test_two_sentences_are_joined(message: Message, hint: Message, told: str) -> None:
    """Each begins with a capital unless a value stands there, and ends with one stop unless a command does."""
    assert in_sentences(find("late", Place("a.md"), message, hint), ENGLISH) == told


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/pages/Ánh a,b.vi.md", "content/pages/Ánh a,b.vi.md"),
        ("content/a\x1b[31m.md", "content/a\\x1b[31m.md"),
        ("content/a\nb.md", "content/a\\nb.md"),
        ("content/a\u202eb.md", "content/a\\u202eb.md"),
        ("content/a\x7f\x9b.md", "content/a\\x7f\\x9b.md"),
        ("content/a\udcff.md", "content/a\\udcff.md"),
        ("content/a\u200b.md", "content/a\\u200b.md"),
        ("content/0912345678.vi.md", "content/0912•••678.vi.md"),
        ("content/exemplars/2022/qlxd-01.vi.md", "content/exemplars/2022/qlxd-01.vi.md"),
        ("content/bulletins/2022-06.vi.md", "content/bulletins/2022-06.vi.md"),
    ],
)
def test_a_path_steers_nothing_and_gives_nothing_away(path: str, shown: str) -> None:
    """What cannot be seen is written out, personal data covered, everything else left."""
    assert shown_path(path) == shown


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\n", "\r", "\x85", "\u2028", "\u202e", "\u2066", "\ud800"])
def test_no_sign_steers_a_sentence(char: str) -> None:
    """Which holds values out of files."""
    assert (
        visible(f"a{char}b").isprintable() and visible("Ánh 1\u00a0000 漢 \U0001f600") == "Ánh 1\u00a0000 漢 \U0001f600"
    )
