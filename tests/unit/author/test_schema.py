"""JSON Schemas of documents and data files."""

import re
from pathlib import Path
from typing import Any

import pytest

from guongsang.author.schema import Schema, all_schemas, snippets
from guongsang.read.content import Content
from unit.support import read_site


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Read the small site."""
    return read_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def schemas(content: Content) -> dict[str, tuple[Schema, str]]:
    """Return all schemas of the small site."""
    return all_schemas(content)


def test_each_kind_of_file_has_a_schema_and_a_pattern(schemas: dict[str, tuple[Schema, str]]) -> None:
    """Those of profiles and plans for each campaign, those of translations for each language."""
    patterns = {name: pattern for name, (_, pattern) in schemas.items()}
    assert patterns["exemplar-2024"] == "content/exemplars/2024/*.vi.md"
    assert patterns["plan-2024"] == "content/plans/2024/*.vi.md"
    assert patterns["page"] == "content/pages/*.vi.md"
    assert patterns["exemplar.en"] == "content/exemplars/*/*.en.md"
    assert patterns["page.en"] == "content/pages/*.en.md"
    assert patterns["units"] == "content/units.yaml"
    assert all(schema["$schema"].endswith("draft-07/schema#") for schema, _ in schemas.values())


def walk(schema: Any) -> list[Schema]:
    """Return a schema and all schemas inside it."""
    if isinstance(schema, list):
        return [found for one in schema for found in walk(one)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(found for one in schema.values() for found in walk(one))]


def test_every_schema_is_well_formed(schemas: dict[str, tuple[Schema, str]]) -> None:
    """Patterns compile, required fields are among the properties, each field is described."""
    for whole, _ in schemas.values():
        for schema in walk(whole):
            if isinstance(schema.get("pattern"), str):
                re.compile(schema["pattern"])
            if isinstance(schema.get("required"), list):
                assert set(schema["required"]) <= set(schema["properties"])
            if isinstance(schema.get("properties"), dict) and schema is whole:
                assert all(field.get("title") for name, field in schema["properties"].items() if name != "translates")


@pytest.mark.parametrize(
    ("field", "ids"),
    [("unit", ["noi", "duoc", "cu"]), ("category", ["nurse", "ward"])],
)
def test_ids_complete_with_their_labels(schemas: dict[str, tuple[Schema, str]], field: str, ids: list[str]) -> None:
    """Those of the units file and of the campaign's criteria, in the source language."""
    choices = schemas["exemplar-2024"][0]["properties"][field]["oneOf"]
    assert [choice["const"] for choice in choices] == ids
    assert choices[0]["title"] in ("Khoa Nội", "Điều dưỡng")


def test_what_may_grow_is_an_example_and_no_limit(schemas: dict[str, tuple[Schema, str]]) -> None:
    """A plan may name a profile that is not written yet."""
    items = schemas["plan-2024"][0]["properties"]["exemplars"]["items"]
    assert items["examples"] == ["noi-01"] and "oneOf" not in items


def test_a_translation_holds_words_and_may_be_empty(schemas: dict[str, tuple[Schema, str]]) -> None:
    """Facts are not offered; items with ids are named by them."""
    properties = schemas["exemplar.en"][0]["properties"]
    assert "translates" in properties and "title" in properties
    assert not {"unit", "category", "consent", "progress"} & set(properties)
    assert properties["evidence"]["type"] == ["object", "null"]
    assert "null" in properties["title"]["type"]


def test_digits_for_an_id_are_a_number_to_an_editor(tmp_path: Path) -> None:
    """Both are allowed."""
    content = read_site(
        tmp_path,
        {"content/units.yaml": "units:\n  - {id: noi, name: {vi: A, en: A}}\n  - {id: '7', name: {vi: B, en: B}}\n"},
    )
    choices = all_schemas(content)["exemplar-2024"][0]["properties"]["unit"]["oneOf"]
    assert choices[1] == {"enum": ["7", 7], "title": "B"}


def test_snippets_offer_fields_and_ids(content: Content) -> None:
    """In Markdown files, with a choice where there are several."""
    made = snippets(content)
    assert made["unit"]["body"] == "unit: ${1|noi,duoc,cu|}"
    assert made["unit noi"]["body"] == "noi" and made["unit noi"]["description"] == "Khoa Nội"
    assert made["serves A-1"]["description"] == "Việc làm có nguồn"
    assert made["title"]["body"] == "title: $0"
    assert all(snippet["scope"] == "markdown" for snippet in made.values())
