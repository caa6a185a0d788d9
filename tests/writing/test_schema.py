"""Schemas for editors: right files are valid, wrong ones are not, settings of others are kept."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from guongsang.read.source import read_text
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml
from support.program import Ran
from support.site import PROJECT, SITES, leave_untranslated

SITES_READ = {"good": SITES / "good", "other": SITES / "other", "project": PROJECT}


def as_an_editor_reads(node: Node) -> Any:
    """Return the values that YAML 1.2 has for what was typed: numbers and true/false where nothing is quoted."""
    if node.members is not None:
        return {name: as_an_editor_reads(member.node) for name, member in node.members.items()}
    if node.items is not None:
        return [as_an_editor_reads(item) for item in node.items]
    text = node.text or ""
    if not node.plain:
        return text
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else text or None


def data_of(path: Path) -> Any:
    """Read the fields of a document or data file."""
    source, _ = read_text(path.read_bytes(), path.name)
    assert source is not None
    node = read_front(source)[0].node if path.suffix == ".md" else read_yaml(source)[0]
    assert node is not None
    return as_an_editor_reads(node)


def validators(root: Path, folder: Path) -> dict[str, jsonschema.Draft7Validator]:
    """Return the schema of each file of a site, as the settings map them."""
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    out = {}
    for name, pattern in settings["yaml.schemas"].items():
        schema = json.loads((folder / "schemas" / name.rpartition("/")[2]).read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        for path in root.glob(pattern):
            out[path.relative_to(root).as_posix()] = jsonschema.Draft7Validator(schema)
    return out


@pytest.mark.parametrize("name", list(SITES_READ))
def test_right_files_are_valid(name: str, run: Callable[..., Ran], tmp_path: Path) -> None:
    """Every document and data file of the good sites has a schema and is valid by it."""
    root = SITES_READ[name]
    assert run("--root", root, "schema", "--output", tmp_path / "hình").status == 0
    known = validators(root, tmp_path / "hình")
    files = [p for p in (root / "content").rglob("*") if p.suffix in (".md", ".yaml")] + [root / "site_config.yaml"]
    assert {p.relative_to(root).as_posix() for p in files} == set(known)
    for file, validator in known.items():
        assert [e.message for e in validator.iter_errors(data_of(root / file))] == [], file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: noi", "unit: nio"),
        ("category: nurse", "category: nurze"),
        ("serves: [A-1]", "serves: [A-9]"),
        ("serves: [A-1]", "serves: A-1"),
        ("title:", "titel:"),
        ("discovered: {on: 2024-02-20}", "discovered: {on: 20/02/2024}"),
        ("sample: true", "sample: có"),
        ("before: 12", "before: 12 lần"),
        ("period: 2024-01/2024-02", "period: 2024-01"),
        ("staff_category: public-employee", "staff_category: boss"),
        ("name: [site, print]", "name: [web]"),
        ("unit: {vi: lần, en: times}", "unit: {vi: lần, fr: fois}"),
    ],
)
def test_wrong_files_are_not(old: str, new: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A wrong key, id, date, kind of value or language is underlined."""
    root = site()
    assert run("--root", root, "schema").status == 0
    file = "content/exemplars/2024/noi-01.vi.md"
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert list(validators(root, root / ".vscode")[file].iter_errors(data_of(root / file)))


def test_a_translation_holds_words_only(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A fact in a translation is wrong; a file that is not filled in yet is right."""
    root = site()
    leave_untranslated(root)
    run("--root", root, "schema")
    run("--root", root, "translate", "noi-02")
    file = "content/exemplars/2024/noi-02.en.md"
    validator = validators(root, root / ".vscode")[file]
    data = data_of(root / file)
    assert not list(validator.iter_errors(data))
    assert list(validator.iter_errors({**data, "unit": "noi"}))


def test_schemas_name_ids_in_words(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Units, categories and criteria carry their labels, fields what to write, all in the site's language."""
    root = site()
    ran = run("--root", root, "schema")
    assert ".vscode/schemas/exemplar-2024.schema.json" in ran.out.replace("\\", "/").split()
    schema = json.loads((root / ".vscode/schemas/exemplar-2024.schema.json").read_text(encoding="utf-8"))
    assert {"const": "noi", "title": "Khoa Nội"} in schema["properties"]["unit"]["oneOf"]
    assert schema["properties"]["summary"]["description"].startswith("Tóm tắt: ")
    snippets = json.loads((root / ".vscode/guongsang.code-snippets").read_text(encoding="utf-8"))
    assert snippets["unit"]["body"] == "unit: ${1|noi,duoc,vp|}"
    assert snippets["serves A-1"]["description"] == "Việc làm có nguồn"


def test_settings_of_others_are_kept(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Plain settings gain what is needed and keep the rest; settings with comments are left alone and told."""
    root = site()
    (root / ".vscode").mkdir()
    file = root / ".vscode/settings.json"
    mine = {"editor.fontSize": 14, "yaml.schemas": {"./x.json": "*.yaml"}, "[markdown]": {"editor.wordWrap": "on"}}
    file.write_text(json.dumps(mine), encoding="utf-8")
    assert run("--root", root, "schema").status == 0
    first = file.read_bytes()
    settings = json.loads(first)
    assert settings["editor.fontSize"] == 14 and settings["yaml.schemas"]["./x.json"] == "*.yaml"
    assert settings["[markdown]"]["editor.wordWrap"] == "on" and len(settings["yaml.schemas"]) > 10
    assert run("--root", root, "schema").status == 0 and file.read_bytes() == first
    for text in ("{ // cỡ chữ\n}", "[]", '{"yaml.schemas": 1}'):
        file.write_text(text, encoding="utf-8")
        ran = run("--root", root, "schema")
        assert ran.status == 0 and '"yaml.schemas"' in ran.err and file.read_text(encoding="utf-8") == text


def test_a_place_that_cannot_be_written_is_one_line(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path
) -> None:
    """A file where the folder should be ends with 3."""
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    ran = run("--root", site(), "schema", "--output", tmp_path / "tệp" / "x")
    assert ran.status == 3 and len(ran.err.strip().splitlines()) == 1
