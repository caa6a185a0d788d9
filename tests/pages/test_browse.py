"""Ways to an exemplar without searching: by name, by topic, by criterion; former addresses; what servers are told."""

import re
import xml.etree.ElementTree as ElementTree
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from support.good import P1, P2
from support.program import Ran
from support.site import edit, leave_untranslated, tree


def page(root: Path, name: str) -> str:
    """The text of a page that is published."""
    return (root / "output/site" / name).read_text(encoding="utf-8")


def build(run: Callable[..., Ran], root: Path, *words: str) -> None:
    """Build a site without papers; it must succeed."""
    ran = run("--root", root, "--lang", "en", "build", "--no-print", *words)
    assert ran.status == 0, ran.out + ran.err


def many(root: Path, names: list[str], more: str = "") -> None:
    """Put exemplars with these names into the site, made of one that is there."""
    text = (root / P1).read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(photo|photo_alt):.*\n", "", text)
    for i, name in enumerate(names):
        own = re.sub(r"(?m)^name:.*$", f"name: {name}\n{more}".rstrip(), text)
        (root / f"content/exemplars/2024/them-{i:02}.vi.md").write_text(own, encoding="utf-8")


def test_names_stand_in_the_order_of_given_names(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Persons are listed by given name in the Vietnamese alphabet, tone marks last, in every language alike."""
    root = site()
    many(root, ["Trần Thử Ứng", "Lê Mẫu Đức", "Đỗ Thử An", "Vũ Mẫu Ánh", "Phạm Thử Dũng", "An Mẫu Ân"])
    build(run, root)
    for name in ("vi/guong/a-z/index.html", "en/exemplars/a-z/index.html"):
        found = re.findall(r"them-\d\d\.html\">(?:<span[^>]*>)?([^<]+)<", page(root, name))
        assert found == ["Đỗ Thử An", "Vũ Mẫu Ánh", "An Mẫu Ân", "Phạm Thử Dũng", "Lê Mẫu Đức", "Trần Thử Ứng"]


def test_who_wishes_no_name_is_in_no_list_of_names(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The list by name holds only names for which there is consent."""
    root = site()
    build(run, root)
    listed = re.compile(r'href="\.\./2024/([^"]+)\.html"')
    assert set(listed.findall(page(root, "vi/guong/a-z/index.html"))) == {"noi-01", "noi-02"}
    edit(root, P2, "name: Buồng số 3", "name: Nhóm Thử Trăng")
    edit(root, P2, "name: [site, print]", "name: []")
    edit(root, P2, "photo: [site, print]", "photo: []")
    build(run, root)
    after = page(root, "vi/guong/a-z/index.html")
    assert set(listed.findall(after)) == {"noi-01"} and "noi-02" not in after
    assert "noi-02.html" in page(root, "vi/guong/index.html")


def test_topics_are_what_tags_say(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Tags that differ in case or blanks are one topic; each other tag has a page of its own, whatever its letters."""
    root = site()
    many(root, ["Trần Thử A", "Lê Mẫu B"], "tags: [Cấp cứu, con, “…”, bảo mật, bao mat, C#, C++, C, 保密]")
    edit(root, "content/exemplars/2024/them-01.vi.md", "tags: [Cấp cứu", "tags: [cấp  Cứu")
    build(run, root)
    assert page(root, "vi/chu-de/cap-cuu/index.html").count('class="item"') == 2
    assert (root / "output/site/en/topics/con-1/index.html").is_file()
    assert "Cấp cứu" in page(root, "en/topics/index.html")
    profile = page(root, "vi/guong/2024/them-00.html")
    links = re.findall(r"chu-de/([^/]+)/index.html\">(?:<span[^>]*>)?([^<]+)", profile)
    names = ["Cấp cứu", "con", "“…”", "bảo mật", "bao mat", "C#", "C++", "C", "保密"]
    assert [name for _, name in links] == names and len({slug for slug, _ in links}) == len(names)
    for slug, name in links:
        assert name in page(root, f"en/topics/{slug}/index.html")


def test_without_tags_there_are_no_topics(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A site whose exemplars bear no tags has neither pages nor links for them."""
    root = site()
    build(run, root)
    assert not [n for n in tree(root / "output/site") if "chu-de" in n or "topics" in n]
    assert "chu-de" not in page(root, "vi/guong/index.html")


def test_the_exemplars_of_a_criterion_are_paged(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Thirty exemplars that show a criterion stand on two pages that lead to one another."""
    root = site()
    many(root, [f"Trần Thử B{i}" for i in range(30)])
    build(run, root)
    folder = next(p for p in sorted((root / "output/site/vi/tieu-chi/2024").rglob("page-2.html")))
    first = page(root, f"vi/tieu-chi/2024/{folder.parent.name}.html")
    assert first.count('class="crit"') == 24 and f"{folder.parent.name}/page-2.html" in first
    assert f"../{folder.parent.name}.html" in folder.read_text(encoding="utf-8")


def test_a_former_address_leads_on(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """At a former address stands a page that leads on in each language, and servers are told to redirect."""
    root = site()
    leave_untranslated(root)
    edit(root, P2, "unit: noi", "unit: noi\nmoved_from: [ten-cu, hai-cu]")
    config = root / "site_config.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "\nbase_url: https://example.org/tim/\n", encoding="utf-8")
    build(run, root)
    for name, target in (
        ("vi/guong/2024/ten-cu.html", "noi-02.html"),
        ("en/exemplars/2024/hai-cu.html", "noi-02.html"),
    ):
        text = page(root, name)
        assert f'http-equiv="refresh" content="0; url={target}"' in text and f'href="{target}"' in text
        assert 'rel="canonical" href="https://example.org/tim/vi/guong/2024/noi-02.html"' in text, "not translated"
    assert "ten-cu" not in page(root, "sitemap.xml") and "ten-cu" not in page(root, "vi/feed.xml")
    rule = "location = /tim/vi/guong/2024/ten-cu.html { return 301 /tim/vi/guong/2024/noi-02.html; }"
    assert rule in page(root, "nginx.conf")
    whole = ElementTree.fromstring(page(root, "web.config"))
    [moved] = [e for e in whole.iter("location") if e.get("path") == "vi/guong/2024/ten-cu.html"]
    redirect = next(moved.iter("httpRedirect"))
    assert redirect.get("destination") == "/tim/vi/guong/2024/noi-02.html"


@pytest.mark.parametrize("slug", ["noi-01", "trung"])
def test_a_former_address_must_be_free(site: Callable[..., Path], run: Callable[..., Ran], slug: str) -> None:
    """A former address at which another page stands, or that two documents claim, is an error at its place."""
    root = site()
    edit(root, P2, "unit: noi", f"unit: noi\nmoved_from: [{slug}]")
    if slug == "trung":
        edit(root, P1, "unit: noi", f"unit: noi\nmoved_from: [{slug}]")
    ran = run("--root", root, "--lang", "en", "check")
    assert ran.status == 1 and "[name-collision]" in ran.out and "moved_from" in ran.out


def test_a_former_address_does_not_tell_a_name(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Where the name may not be shown, no page is made at a former address that holds it."""
    root = site()
    name = re.search(r"(?m)^name: (.*)$", (root / P2).read_text(encoding="utf-8"))
    assert name
    edit(root, P2, name[0], "name: Nguyễn Thử Quỳnh")
    edit(root, P2, "name: [site, print]", "name: []")
    edit(root, P2, "photo: [site, print]", "photo: []")
    edit(root, P2, "unit: noi", "unit: noi\nmoved_from: [nguyen-thu-quynh, bai-cu]")
    build(run, root)
    for path, data in tree(root / "output/site").items():
        assert "quynh" not in path.lower() and b"quynh" not in data.lower()
    assert (root / "output/site/vi/guong/2024/bai-cu.html").is_file()


def test_servers_send_the_policy_of_the_pages(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What pages say of themselves in a meta element servers say as a header too; nothing inline, nothing foreign."""
    root = site()
    build(run, root)
    meta = re.search(r'Content-Security-Policy" content="([^"]+)"', page(root, "vi/index.html"))
    assert meta
    said = set(meta[1].split("; ")) - {"base-uri 'none'"}
    values = [e.get("value") or "" for e in ElementTree.fromstring(page(root, "web.config")).iter("add")]
    [header] = [v for v in values if v.startswith("default-src")]
    assert (
        said - {"trusted-types 'none'"} <= set(header.split("; "))
        and "trusted-types search" in header
        and "frame-ancestors 'self'" in header
    )
    assert header in page(root, "nginx.conf")
    assert "unsafe" not in header and "http" not in header


def test_the_policy_lets_in_the_lines_for_the_lost_alone(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The one script that stands in a page is let in by its digest, in the page itself and by servers."""
    root = site()
    build(run, root)
    lost = page(root, "404.html")
    [script] = re.findall(r"<script[^>]*>(.*?)</script>", lost, re.DOTALL)
    allowed = f"script-src-elem 'self' 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';"
    assert allowed in lost and allowed in page(root, "nginx.conf")
    assert allowed in page(root, "web.config").replace("&#39;", "'").replace("&#43;", "+")
    assert "sha256" not in page(root, "vi/index.html") + page(root, "index.html")


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/tim/", "/tim/"),
        ("http://example.org:8080/a/b", "/a/b/"),
        ("https://example.org//khac.example/x", "/khac.example/x/"),
        ("https://example.org/đường", "/%C4%91%C6%B0%E1%BB%9Dng/"),
        (r"https://example.org/\khac.example", "/%5Ckhac.example/"),
    ],
)
def test_the_page_for_the_lost_names_no_host(
    site: Callable[..., Path], run: Callable[..., Ran], address: str, base: str
) -> None:
    """Its links begin at the root of the host that it comes from, whichever that is, with the path of `base_url`."""
    root = site()
    if address:
        with (root / "site_config.yaml").open("a", encoding="utf-8") as config:
            config.write(f"\nbase_url: {address}\n")
    build(run, root)
    lost = page(root, "404.html")
    targets = [t for t in re.findall(r'(?:href|src|data-base)="([^"]*)"', lost) if not t.startswith("#")]
    assert len(targets) > 6 and all(t.startswith(base) and not t.startswith("//") for t in targets), targets
    assert "://" not in lost.replace('xmlns="http://www.w3.org', "") and "<base" not in lost


def test_the_page_of_parts_is_built_with_drafts_only(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The page that shows all parts of the look is not published."""
    root = site()
    build(run, root)
    assert not (root / "output/site/vi/_parts.html").exists()
    build(run, root, "--drafts")
    assert "--wall" in page(root, "vi/_parts.html") and (root / "output/site/en/_parts.html").is_file()
