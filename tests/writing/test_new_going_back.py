"""Questions of `new` can be gone back to, and tell more when they are asked to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.new_files import TODAY
from support.program import Ran

KEYS = "`<` goes back to the question before"


def made(ran: Ran, root: Path) -> str:
    """Return the text of the file that was made."""
    assert ran.status == 0, ran.err
    return (root / ran.out.split()[0]).read_text(encoding="utf-8")


@pytest.fixture
def new(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]
) -> Callable[[list[str], list[str]], tuple[Ran, Path]]:
    """Run `new` in a good site with some words, while somebody types."""
    root = site()

    def start(words: list[str], lines: list[str]) -> tuple[Ran, Path]:
        typing(*lines)
        return run("--root", root, "--lang", "en", *TODAY, "new", *words), root

    return start


@pytest.mark.parametrize(
    ("lines", "title", "menu"),
    [
        (["Hỏi", "10", "", "yes"], "Hỏi", "menu: 10"),
        (["Hỏi", "<", "Đáp", "10", "", "yes"], "Đáp", "menu: 10"),
        (["Hỏi", "<", "", "10", "", "yes"], "Hỏi", "menu: 10"),
        (["<", "<", "Hỏi", "10", "", "yes"], "Hỏi", "menu: 10"),
        (["Hỏi", "10", "<", "20", "", "yes"], "Hỏi", "menu: 20"),
        (["Hỏi", "10", "<", "<", "Đáp", "", "", "yes"], "Đáp", "menu: 10"),
        (["Hỏi", "10", "", "<", "<", "<", "Đáp", "20", "", "yes"], "Đáp", "menu: 20"),
        (["Hỏi", "10", "", "<", "<", "-", "", "yes"], "Hỏi", ""),
        (["Hỏi", "x", "<", "Đáp", "10", "", "yes"], "Đáp", "menu: 10"),
    ],
)
def test_a_less_than_sign_goes_back(
    lines: list[str],
    title: str,
    menu: str,
    new: Callable[[list[str], list[str]], tuple[Ran, Path]],
) -> None:
    """Again and again, from the last question too; the first one stays; what was answered is proposed."""
    ran, root = new(["page"], lines)
    text = made(ran, root)
    assert f"title: {title}\n" in text and menu in text and ("menu" in text) is bool(menu)
    assert ran.err.count(KEYS) == 1


def test_an_earlier_answer_is_shown(new: Callable[[list[str], list[str]], tuple[Ran, Path]]) -> None:
    """It stands where the default stands."""
    ran, _ = new(["page"], ["Hỏi đáp", "<", "", "10", "", "yes"])
    assert "[Hỏi đáp]:" in ran.err and "this is the first question" not in ran.err


def test_the_name_of_the_file_follows_what_was_changed(
    new: Callable[[list[str], list[str]], tuple[Ran, Path]],
) -> None:
    """A default that is made of an answer is made of the later one."""
    ran, _ = new(["page"], ["Hỏi", "10", "<", "<", "Đáp", "", "", "yes"])
    assert ran.out == "content/pages/dap.vi.md\n"


def test_choices_are_gone_back_from(new: Callable[[list[str], list[str]], tuple[Ran, Path]]) -> None:
    """A list to choose from takes the sign too, and what was chosen is proposed by its id."""
    ran, root = new(["exemplar"], ["2", "<", "1", "<", "", "noi", "Lê Thử Mai", "Một", *[""] * 8, "", "yes"])
    text = made(ran, root)
    assert "category: nurse" in text and "[ward]" in ran.err and "[nurse]" in ran.err


def test_options_are_passed_over(new: Callable[[list[str], list[str]], tuple[Ran, Path]]) -> None:
    """What an option answers is not asked on the way back."""
    ran, root = new(["page", "--menu", "7"], ["Hỏi", "<", "Đáp", "", "yes"])
    assert "menu: 7" in made(ran, root) and "Place in the menu" not in ran.err
    assert "title: Đáp\n" in (root / ran.out.strip()).read_text(encoding="utf-8")


def test_a_question_tells_more(new: Callable[[list[str], list[str]], tuple[Ran, Path]]) -> None:
    """A question mark is never an answer."""
    ran, root = new(["page"], ["?", "Hỏi", "?", "10", "", "yes"])
    assert "without it the page is not in the menu" in ran.err and "title: Hỏi\n" in made(ran, root)


def test_a_plan_asks_for_its_unit_until_it_has_one(
    new: Callable[[list[str], list[str]], tuple[Ran, Path]],
) -> None:
    """A plan is named after its unit, so that cannot be left for later."""
    ran, _ = new(["plan"], ["", "", "1", "Kế hoạch", "", "yes"])
    assert ran.status == 0 and ran.err.count("this cannot be left for later") == 2, ran.err
