"""The commands as scripts use them: options anywhere, exit status, what goes to which stream, one build at a time."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Template

from guongsang.publish.locks import one_at_a_time
from support.program import Ran
from support.site import edit, leave_untranslated, tree


@pytest.mark.parametrize(
    "words",
    [
        ["foo"],
        ["check", "--nope"],
        ["build", "--output"],
        ["check", "--today", "10/6/2022"],
        ["check", "--today", "2022-02-30"],
        ["check", "--lang", "xx"],
        ["check", "--lang", "../../x"],
        ["check", "--root", "no/such/folder"],
        ["check", "--format", "xml"],
        ["check", "no/such/file.md"],
        ["build", "extra"],
    ],
)
def test_wrong_use_ends_with_two_and_one_line(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Wrong use is told in one line in the language of the call, and nothing is done."""
    root = site()
    ran = run(*([] if "--root" in words else ["--root", root]), *words)
    assert ran.status == 2
    assert not ran.out and len(ran.err.strip().splitlines()) == 1
    assert not (root / "output").exists()


def test_options_stand_before_or_after(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """--root, --lang and --today mean the same wherever they stand; no command means build."""
    root = site()
    before = run("--root", root, "--lang", "en", "--today", "2024-02-01", "check", "--format", "json")
    after = run("check", "--format", "json", "--today=2024-02-01", "--lang=en", f"--root={root}")
    assert before == after
    assert run("--root", root, "--no-print").status == 0 and (root / "output/manifest.json").is_file()


def test_help_is_told_in_the_language_of_the_call(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Help speaks Vietnamese by default and English on demand."""
    assert "Thư mục" in run("--help").out
    assert "Folder of the site" in run("--help", "--lang", "en").out
    assert "Leave faulty documents out" in run("build", "--help", "--lang", "en").out


def test_findings_and_progress_keep_to_their_streams(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Findings are on standard output, what was published on standard error; JSON is alone on its stream."""
    root = site()
    leave_untranslated(root)
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert "[untranslated]" in ran.out and "Published:" in ran.err and "Published:" not in ran.out
    ran = run("--root", root, "check", "--format", "json")
    assert json.loads(ran.out) and not ran.err


def test_strict_lets_warnings_fail(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Warnings fail only with --strict, which lets a site without any pass."""
    root = site()
    assert run("--root", root, "--today", "2025-01-15", "check", "--strict").status == 0
    leave_untranslated(root)
    assert run("--root", root, "check").status == 0
    assert run("--root", root, "check", "--strict").status == 1


def test_a_second_build_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """While a build holds the output, another ends with 3 and changes nothing."""
    root = site()
    with one_at_a_time(root / "output"):
        ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 3 and "another build" in ran.err and not (root / "output").exists()
    assert run("--root", root, "build", "--no-print").status == 0


def test_an_output_that_cannot_be_written_is_told(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path
) -> None:
    """A place that cannot hold a folder ends with 3 and one line."""
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    ran = run("--root", site(), "--lang", "en", "build", "--no-print", "--output", tmp_path / "tệp" / "output")
    assert ran.status == 3 and "cannot be written" in ran.err


def test_an_interrupt_ends_with_130(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C in the midst of the pages ends with 130 and one line; what was published stays, and nothing beside it."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    before = tree(root / "output")
    edit(root, "content/pages/about.vi.md", "Trang này", "Trang mới này")
    render, rendered = Template.render, []

    def interrupted(template: Template, *given: object, **more: object) -> str:
        rendered.append(template.name)
        if len(rendered) > 2:
            raise KeyboardInterrupt
        return render(template, *given, **more)

    monkeypatch.setattr(Template, "render", interrupted)
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert (ran.status, ran.err.strip()) == (130, "stopped; nothing was changed")
    assert tree(root / "output") == before
    assert {p.name for p in root.iterdir()} == {".cache", "content", "output", "site_config.yaml"}


def test_a_fault_of_the_program_is_one_line(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a fault of our own ends in one line that says where it lies."""

    def broken(*_: object) -> None:
        raise AssertionError("x")

    monkeypatch.setattr("guongsang.cli.build.build_site", broken)
    ran = run("--root", site(), "--lang", "en", "build")
    assert ran.status == 3 and "AssertionError x (test_cli.py" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    "config",
    [
        '{"languages": ["en"], "title": "T", "organisation": {"name": "O"}}',
        "title: T\norganisation: {name: O}\nlanguages: # the tongues\n  - 'en'\n",
    ],
)
def test_messages_follow_the_source_language_in_any_form_of_yaml(
    site: Callable[..., Path], run: Callable[..., Ran], config: str
) -> None:
    """The first language of the configuration is found however it is written."""
    root = site()
    (root / "site_config.yaml").write_text(config, encoding="utf-8")
    assert "error[" in run("--root", root, "check").out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_place_of_a_file_does_not_hang(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A named pipe is told as no ordinary file, wherever it lies."""
    root = site()
    (root / "site_config.yaml").unlink()
    os.mkfifo(root / "site_config.yaml")
    assert run("--root", root, "check").status == 2


@pytest.mark.parametrize(
    ("template", "data", "line"),
    [
        ("page.html", b"x\n{{ nope.x.y }}\n", 2),
        ("page.html", b"x\n{% if %}\n", 2),
        ("page.html", b"\xff\xfe\n", 1),
        ("page.html", b"x\n{{ 1 / 0 }}", 2),
    ],
)
def test_a_broken_template_is_told_at_its_line(
    site: Callable[..., Path], run: Callable[..., Ran], template: str, data: bytes, line: int
) -> None:
    """A site's own template that cannot be used is a finding in that file, with status 2, and nothing is published."""
    root = site()
    (root / "templates/web").mkdir(parents=True)
    (root / "templates/web" / template).write_bytes(data)
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 2 and "error[bad-template]" in ran.out
    assert f"--> templates/web/{template}:{line}:1" in ran.out
    assert not (root / "output").exists()


def test_a_broken_print_template_is_told_at_its_line(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The same for paper."""
    root = site()
    (root / "templates/print").mkdir(parents=True)
    (root / "templates/print/newsletter.typ").write_text("= a\n#let\n", encoding="utf-8")
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 2 and "--> templates/print/newsletter.typ:2:1" in ran.out
