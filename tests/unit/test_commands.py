"""Commands that messages recommend, as each shell wants them typed."""

import shlex
import shutil
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.commands import Command, Start, command, quoted


@pytest.mark.parametrize(
    ("word", "posix", "windows"),
    [
        ("content/mau.vi.md", "content/mau.vi.md", "content/mau.vi.md"),
        ("C:\\trang", "'C:\\trang'", "C:\\trang"),
        ("--root", "--root", "--root"),
        ("hai chữ", '"hai chữ"', '"hai chữ"'),
        ("", '""', '""'),
        ("giá $5", "'giá $5'", '"giá $5"'),
        ("a & b", '"a & b"', '"a & b"'),
        ("C:\\hai chữ\\", "'C:\\hai chữ\\'", '"C:\\hai chữ\\\\"'),
        ("nó là 'này'", "\"nó là 'này'\"", "\"nó là 'này'\""),
        ("wow!", "'wow!'", '"wow!"'),
        ("đường", "đường", "đường"),
    ],
)
def test_a_word_is_quoted_where_a_shell_would_part_or_change_it(word: str, posix: str, windows: str) -> None:
    """Plain words stay; double quotes suit all shells; on POSIX, signs that work inside them take single ones."""
    assert quoted(word, "posix") == posix
    assert quoted(word, "nt") == windows


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12), max_size=4))
def test_a_posix_shell_reads_the_words_back(words: list[str]) -> None:
    """However strange the words, the line that is recommended gives exactly them."""
    line = " ".join(quoted(word, "posix") for word in words)
    assert shlex.split(line) == words


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell")
def test_a_real_shell_hands_the_words_on_unchanged() -> None:
    """Dollars, backquotes, quotation marks and blanks reach the program as they are."""
    words = ["a b", "$HOME", "`id`", 'nó "này"', "it's", "\\n", "*", "~", "!x"]
    line = " ".join(quoted(word, "posix") for word in words)
    run = subprocess.run(
        ["sh", "-c", f"{shlex.quote(sys.executable)} -c 'import sys; print(sys.argv[1:])' {line}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == str(words)


@pytest.mark.parametrize(
    ("start", "asked", "line"),
    [
        (Start(), command("check"), "python build.py check"),
        (Start(), command("fix", "content/a.vi.md"), "python build.py fix content/a.vi.md"),
        (Start(("build.bat",)), command("check"), "build.bat check"),
        (Start(root="my site"), command("check"), 'python build.py check --root "my site"'),
        (Start(root="site"), Command(("test",), of_site=False), "python build.py test"),
        (Start(("my python", "build.py")), command("check"), '"my python" build.py check'),
    ],
)
def test_a_command_is_written_for_the_readers_own_start_and_site(start: Start, asked: Command, line: str) -> None:
    """How the program was started stands in front, and the site that is meant behind, where the command has one."""
    assert start.typed(asked) == line


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("run `python build.py check` now", "run `py build.py check --root s` now"),
        ("`python build.py` alone and python build.py check stay", None),
        ("`python\nbuild.py fix a.md`", "`py build.py fix a.md --root s`"),
        ("`python build.py new  exemplar`", "`py build.py new exemplar --root s`"),
        ("`other build.py check`", None),
    ],
)
def test_commands_in_a_text_are_written_anew(text: str, written: str | None) -> None:
    """Only a whole command between backquotes is one; everything else of the text stays."""
    assert Start(("py", "build.py"), root="s").retyped(text) == (written or text)
