"""Explanations: each code in each language of its page; each file with where it stands, or every reason why not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang import HOME
from guongsang.author.code_docs import LANGUAGES, read_codes
from guongsang.codes import CODES
from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"


@pytest.fixture
def explain(run: Callable[..., Ran]) -> Callable[..., str]:
    """Explain a file or code in English."""

    def explained(root: Path, what: str) -> str:
        ran = run("--root", root, "--lang", "en", "--today", "2024-05-01", "explain", what)
        assert ran.status == 0, ran.err
        return ran.out

    return explained


def test_every_code_is_explained_in_every_language() -> None:
    """The page of codes holds a text for each code in each of its languages, and a wrong and a right example."""
    known = read_codes((HOME / "docs/codes.md").read_text(encoding="utf-8"))
    assert sorted(known) == sorted(CODES)
    for code, explained in known.items():
        assert [lang for lang in LANGUAGES if len(explained.texts.get(lang, "")) > 40] == list(LANGUAGES), code
        shown = "\n".join(explained.examples)
        assert "sai / wrong" in shown and "đúng / right" in shown, code


def test_a_code_is_told_in_the_language_of_the_call(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The text is that of the language, the example with its wrong and right line is for all."""
    told = {lang: run("--root", site(), "--lang", lang, "explain", "bad-yaml").out for lang in ("vi", "en")}
    assert told["vi"].startswith("bad-yaml\n\nLỗi. ") and told["en"].startswith("bad-yaml\n\nError. ")
    for text in told.values():
        assert "# sai / wrong" in text and "# đúng / right" in text and "**" not in text and "```" not in text
    assert run("--root", site(), "explain", "bad-yml").err.count("bad-yaml") == 1


def test_a_published_profile_says_where_it_stands(site: Callable[..., Path], explain: Callable[..., str]) -> None:
    """Each language with its address and how it is told, the bulletins, and what is not shown."""
    root = site()
    told = explain(root, PROFILE)
    assert "- Vietnamese: output/site/vi/guong/2024/noi-01.html (source text)" in told
    assert "- English: output/site/en/exemplars/2024/noi-01.html (translation)" in told
    assert "It stands in the bulletin content/bulletins/2024-05.vi.md." in told
    assert explain(root, "content/exemplars/2024/noi-01.en.md").split("\n")[1:] == told.split("\n")[1:]
    edit(root, PROFILE, "không ai nhầm", "không ai lẫn")
    edit(root, PROFILE, "name: [site, print]", "name: []")
    edit(root, PROFILE, "Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Lê Thử Mai", "A nurse")
    told = explain(root, "noi-01")
    assert "translation (stale), with a notice" in told
    assert "The name is not shown on the site" in told


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("sample: true", "sample: true\ndraft: true", "it is a draft; remove “draft: true” (line 30)"),
        ("unit: noi", "unit: nio", "it has 1 error, told below"),
        ("không ai nhầm", "[[tiếp]]", "1 place is still to be filled in"),
        ("story: [site, print]", "story: []", "consent.story lacks site"),
        (
            "  registered: {on: 2024-03-10}\n  approved: {on: 2024-04-02, by: Giám đốc}\n",
            "",
            "write progress.registered",
        ),
        ("by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}", "it was changed after its approval"),
    ],
)
def test_every_reason_is_told(
    old: str, new: str, why: str, site: Callable[..., Path], explain: Callable[..., str]
) -> None:
    """What keeps a profile from the site is named, with the findings that say where."""
    root = site()
    edit(root, PROFILE, old, new)
    told = explain(root, PROFILE)
    assert "It is not on the site:" in told and why in told
    assert "output/site" not in told


def test_all_reasons_come_at_once(
    site: Callable[..., Path], explain: Callable[..., str], run: Callable[..., Ran]
) -> None:
    """A fresh draft names the draft, the places to fill, the stage and the consent together."""
    root = site()
    run("--root", root, "new", "exemplar", "--yes", "--unit", "noi", "--category", "nurse")
    told = explain(root, "noi-03")
    assert all(part in told for part in ("it is a draft", "still to be filled in", "no stage yet", "consent.story"))
    assert "warning[to-fill-in]" in told


def test_a_withdrawn_profile_leaves_a_notice(site: Callable[..., Path], explain: Callable[..., str]) -> None:
    """A withdrawn profile is told as such."""
    root = site()
    edit(root, PROFILE, "sample: true", "sample: true\nwithdrawn: {on: 2024-04-20, reason: consent}")
    told = explain(root, PROFILE)
    assert "It is withdrawn; a notice without a name stands in its place:" in told
    assert "older prints" not in told and "older prints" not in explain(root, "bulletins/2024-05")


def test_older_prints_of_what_was_withdrawn_are_to_be_recalled(
    site: Callable[..., Path], explain: Callable[..., str]
) -> None:
    """A bulletin names by id the withdrawn exemplars that older prints hold; such an exemplar, the bulletins."""
    root = site()
    edit(root, PROFILE, "sample: true", "sample: true\nwithdrawn: {on: 2024-05-20, reason: consent}")
    told = explain(root, "bulletins/2024-05")
    assert "destroy older prints of it, because these exemplars in it were withdrawn: 2024/noi-01\n" in told
    assert "It holds: 2024/noi-02\n" in told and "Lê Thử Mai" not in told
    told = explain(root, PROFILE)
    assert "in older prints of these bulletins; please recall and destroy them: content/bulletins/2024-05.vi.md" in told
    assert "older prints" not in explain(root, "noi-02")


def test_a_file_that_cannot_be_read_shows_why(site: Callable[..., Path], explain: Callable[..., str]) -> None:
    """A file without an entry is explained by its own findings; one held up by others names them."""
    root = site()
    edit(root, PROFILE, "---\n", "--\n")
    told = explain(root, PROFILE)
    assert "is not on the site" in told and "error[no-front-matter]" in told
    assert "because of errors in: content/exemplars/2024/noi-01.vi.md" in explain(root, "content/pages/about.vi.md")


def test_data_files_and_pictures_say_what_uses_them(site: Callable[..., Path], explain: Callable[..., str]) -> None:
    """Units, criteria, settings, pictures and bulletins name what they are for."""
    root = site()
    assert "- noi: exemplars/2024/noi-01.vi.md" in explain(root, "content/units.yaml")
    assert "campaigns/2024.vi.md" in explain(root, "content/criteria/2024.yaml")
    assert "settings" in explain(root, "site_config.yaml")
    assert "used by: content/exemplars/2024/noi-02.vi.md" in explain(root, "content/exemplars/2024/noi-02.png")
    told = explain(root, "bulletins/2024-05")
    assert "- on paper: output/site/vi/ban-tin/2024-05.pdf" in told and "It holds: 2024/noi-01, 2024/noi-02" in told


def test_an_unknown_thing_is_one_line(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What is no code and no file is told in one line with what was nearly meant; no site, no answer."""
    root = site()
    for word, near in (("mising-field", "missing-field"), ("noi-1.vi.md", "noi-01.vi.md"), ("qqqqqq", "")):
        ran = run("--root", root, "explain", word)
        assert ran.status == 2 and near in ran.err and len(ran.err.strip().splitlines()) == 1 and not ran.out
    assert run("--root", root, "explain").status == 2
    (root / "content/units.yaml").unlink()
    assert run("--root", root, "explain", "noi-01").status == 2


def test_the_id_of_a_profile_names_its_file(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What stands in related and bulletins, such as 2024/noi-01, names the file too."""
    root = site()
    assert run("--root", root, "explain", "2024/noi-01").out == run("--root", root, "explain", "noi-01").out
