"""New files that cannot be made: the reason is told, and nothing is changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit


def files_of(root: Path) -> dict[str, bytes]:
    """Return everything that lies in a site but what may be thrown away; kept answers count."""
    files = {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    return {path: data for path, data in files.items() if not path.startswith((".cache/made/", ".cache/records."))}


def test_an_interrupt_changes_nothing(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C or the end of the input ends with 130 and one line, at the first question or at the last one."""
    root = site()
    before = files_of(root)
    for lines in ([], ["", ""], ["1", "noi", "a", "b", *[""] * 8, "no"]):
        typing(*lines)
        ran = run("--root", root, "--lang", "en", "new", "exemplar")
        assert ran.status == 130 and ran.err.endswith("stopped; nothing was changed\n")

    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    typing("1")
    monkeypatch.setattr("click.prompt", interrupted)
    assert run("--root", root, "new", "exemplar").status == 130
    assert files_of(root) == before


@pytest.mark.parametrize(
    "words",
    [
        ["exemplar"],
        ["exemplar", "--unit", "noi"],
        ["exemplar", "--yes", "--unit", "nio"],
        ["exemplar", "--yes", "--category", "x"],
        ["exemplar", "--yes", "--campaign", "2042"],
        ["exemplar", "--yes", "--discovered", "2024-02-31"],
        ["exemplar", "--yes", "--slug", "noi-01"],
        ["exemplar", "--yes", "--slug", "Nội 1"],
        ["exemplar", "--yes", "--slug", "con"],
        ["exemplar", "--yes", "--slug", "../x"],
        ["exemplar", "--yes", "--title", ""],
        ["exemplar", "--yes", "--name", "a\nb"],
        ["exemplar", "--yes", "--summary", "một " * 61],
        ["exemplar", "--yes", "--staff-category", "boss"],
        ["exemplar", "--yes", "--photo", "no-such.jpg"],
        ["exemplar", "--yes", "--photo", __file__],
        ["exemplar", "--yes", "--photo", ""],
        ["exemplar", "--yes", "--photo", "."],
        ["exemplar", "--yes", "--also", "fr"],
        ["exemplar", "--yes", "extra"],
        ["plan", "--yes"],
        ["plan", "--yes", "--unit", "noi"],
        ["bulletin", "--yes", "--exemplars", "2024/noi-99"],
        ["bulletin", "--yes", "--slug", "2024-05"],
        ["page", "--yes", "--menu", "x"],
        ["page", "--yes", "--slug", "about"],
        ["poem"],
        [],
    ],
)
def test_wrong_wishes_are_one_line_and_change_nothing(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """What cannot be made is told in one line with status 2."""
    root = site()
    before = files_of(root)
    ran = run("--root", root, "new", *words)
    assert ran.status == 2 and not ran.out
    assert len(ran.err.strip().splitlines()) == 1
    assert files_of(root) == before


def test_a_refusing_disk_leaves_nothing_behind(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder that cannot be written ends with 3 and one line; what was written of a set before is taken back."""
    root = site()
    before = files_of(root)
    real, calls = Path.open, []

    def refuse(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if "x" in mode:
            calls.append(self)
            if len(calls) > 1:
                raise PermissionError(13, "Permission denied")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    photo = root / "content/exemplars/2024/noi-02.png"
    ran = run("--root", root, "--lang", "en", "new", "exemplar", "--yes", "--photo", photo)
    monkeypatch.undo()
    assert ran.status == 3 and "there is no right" in ran.err and len(ran.err.strip().splitlines()) == 1
    assert files_of(root) == before and len(calls) > 1


@pytest.mark.parametrize("words", [["2024"], ["x"], ["Năm 2025"], ["2025", "--from", "2023"], ["con"], ["9999999"], []])
def test_a_campaign_that_cannot_be_made_is_one_line(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A name without a year, a taken one or an unknown old campaign is told in one line, and nothing is written."""
    root = site()
    before = files_of(root)
    ran = run("--root", root, "new", "campaign", *words, "--yes")
    assert ran.status == 2 and len(ran.err.strip().splitlines()) == 1 and files_of(root) == before


@pytest.mark.parametrize(
    "words",
    [
        ["new", "exemplar", "--yes"],
        ["new", "campaign", "2025", "--yes"],
        ["translate", "--status"],
        ["explain", "noi-01"],
        ["schema"],
    ],
)
def test_a_site_that_cannot_be_judged_is_told_first(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Where units or criteria are wrong, the tools tell those findings with status 2 and write nothing."""
    root = site()
    edit(root, "content/units.yaml", "id: noi", "idd: noi")
    before = files_of(root)
    ran = run("--root", root, "--lang", "en", *words)
    assert ran.status == 2 and "error[unknown-field]" in ran.out and "before this is put right" in ran.err
    assert files_of(root) == before
