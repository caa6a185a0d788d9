"""New files: asked for line by line or prepared at once, and kept from the site until they are filled in."""

from collections.abc import Callable
from pathlib import Path

from support.new_files import TODAY, findings_in
from support.program import Ran
from support.site import edit


def test_the_wizard_asks_again_and_writes_at_the_end(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """Choices are numbered and labelled, a wrong answer is asked again with a hint, an empty one means later."""
    root = site()
    typing(
        "nurze",
        "2",
        "Khoa Nội",
        "Lê Thử Mai",
        "Một việc",
        "",
        "Tổ trưởng",
        "",
        "31/02/2024",
        "2/3/2024",
        "12/3/2024",
        "1, story",
        "1/3/2024",
        "",
        "",
        "",
        "có",
    )
    ran = run("--root", root, *TODAY, "new", "exemplar")
    assert ran.status == 0, ran.err
    assert " 2. ward  Buồng bệnh" in ran.err and "nurse" in ran.err and "31/02/2024" in ran.err
    text = (root / "content/exemplars/2024/noi-03.vi.md").read_text(encoding="utf-8")
    assert "category: ward" in text and "unit: noi" in text and "on: 2024-03-02" in text
    assert "consent:\n  on: 2024-03-01\n  name: [site, print]\n  photo: []\n  story: [site, print]\n" in text
    assert "registered:\n    on: 2024-03-12" in text
    assert "summary: >-\n  [[" in text


def test_a_plan_names_the_exemplars_and_parts(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A plan is prepared with work for each part of the campaign's plans, and the unit's exemplars."""
    root = site()
    (root / "content/plans/2024/noi.vi.md").unlink()
    ran = run("--root", root, *TODAY, "new", "plan", "--yes", "--unit", "noi", "--completed-on", "2024-04-10")
    assert ran.out == "content/plans/2024/noi.vi.md\n"
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    assert "exemplars: [noi-01, noi-02]" in text and "part: teach" in text and "completed_on: 2024-04-10" in text
    assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


def test_bulletins_and_pages(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Bulletins take year and month for a name, pages their title; both only ask to be filled in."""
    root = site()
    made = [
        ["bulletin", "--number", "02", "--select", "2024", "--internal"],
        ["bulletin", "--number", "03", "--exemplars", "2024/noi-01", "--licence", "12/GP-XBBT", "--date", "2024-06-01"],
        ["page", "--title", "Hỏi: đáp", "--menu", "20"],
    ]
    names = ["bulletins/2024-05-2.vi.md", "bulletins/2024-06.vi.md", "pages/hoi-dap.vi.md"]
    for words, name in zip(made, names, strict=True):
        ran = run("--root", root, *TODAY, "new", *words, "--yes")
        assert (ran.status, ran.out) == (0, f"content/{name}\n"), ran.err
        assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


def test_what_is_to_be_filled_in_is_never_published(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A mark left in a file without draft keeps it from the site, and the build goes on without it and says so."""
    root = site()
    edit(root, "content/exemplars/2024/noi-01.vi.md", "2. Đọc tên", "2. [[Bước hai]] Đọc tên")
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", 'title: "[[tên trang]]"')
    ran = run("--root", root, "--lang", "en", *TODAY, "build", "--no-print")
    assert ran.status == 0
    assert "noi-01.vi.md: there are places in it still to be filled in" in ran.err
    site_files = [p.relative_to(root).as_posix() for p in (root / "output/site").rglob("*.html")]
    assert not [f for f in site_files if "noi-01" in f or "about" in f]
    assert not [f for f in (root / "output/site").rglob("*.html") if "[[" in f.read_text(encoding="utf-8")]


def test_drafts_can_be_seen_while_words_are_missing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """With --drafts a draft that only lacks words is shown with its marks; one that lacks facts is not."""
    root = site()
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", 'title: "[[tên trang]]"\ndraft: true')
    run("--root", root, *TODAY, "new", "exemplar", "--yes")
    ran = run("--root", root, *TODAY, "build", "--no-print", "--drafts")
    assert ran.status == 0
    assert "[[tên trang]]" in (root / "output/site/vi/about.html").read_text(encoding="utf-8")
    assert not list((root / "output/site").rglob("new-01.html"))
