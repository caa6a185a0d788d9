"""The command that helps editors: schemas, snippets and settings, so that fields and ids complete while typing."""

import json
import os
from pathlib import Path
from typing import Any

from guongsang.author.schema import all_schemas, snippets
from guongsang.author.write import replace_files
from guongsang.cli.call import DONE, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.lookup import content_of
from guongsang.cli.streams import err, out
from guongsang.i18n.messages import say
from guongsang.read.files import Found, read_file

_MARKDOWN = {"editor.quickSuggestions": {"other": "on", "comments": "on", "strings": "on"}}


def declare(on: Declare) -> None:
    """Declare `schema`."""

    @on.command("schema")
    @on.option("--output", metavar="DIR", says=say("Folder to write into; by default .vscode/ of the site"))
    def schema(call: Call, output: str | None) -> int:
        folder = Path(output).absolute() if output else call.root / ".vscode"
        return _schema(call, folder)


def _schema(call: Call, folder: Path) -> int:
    content = content_of(call)
    made = all_schemas(content)
    files: dict[str, Any] = {f"schemas/{name}.schema.json": schema for name, (schema, _) in made.items()}
    files["guongsang.code-snippets"] = snippets(content)
    wanted = {
        "yaml.schemas": {
            _reference(call, folder / f"schemas/{name}.schema.json"): at for name, (_, at) in made.items()
        },
        "[markdown]": _MARKDOWN,
    }
    settings = _merged(folder / "settings.json", wanted)
    if settings is not None:
        files["settings.json"] = settings
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    told = {name: (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode() for name, value in files.items()}
    replace_files({folder / name: data for name, data in told.items()})
    for name in files:
        out(
            str(Path(os.path.relpath(folder, call.root)) / name)
            if folder.is_relative_to(call.root)
            else str(folder / name)
        )
    if settings is None:
        call.report(say("settings.json holds comments or other things and is left as it is; add this to it:"))
        err(json.dumps(wanted, ensure_ascii=False, indent=2))
    return DONE


def _reference(call: Call, path: Path) -> str:
    """Name a schema as settings do: from the folder that is opened, else by its whole path."""
    inside = path.is_relative_to(call.root)
    return f"./{path.relative_to(call.root).as_posix()}" if inside else path.as_uri()


def _merged(path: Path, wanted: dict[str, Any]) -> dict[str, Any] | None:
    """Add what is wanted to settings that are plain JSON, what stands there kept; None where they are not."""
    if not path.exists():
        return wanted
    data = read_file(Found(path.name, path))
    try:
        old = json.loads(data) if isinstance(data, bytes) else None
    except ValueError:
        return None
    if not isinstance(old, dict) or not all(isinstance(old.get(key, {}), dict) for key in wanted):
        return None
    kept = {
        name: at for name, at in old.get("yaml.schemas", {}).items() if "/schemas/" not in name or ".vscode" not in name
    }
    return {
        **old,
        "yaml.schemas": {**kept, **wanted["yaml.schemas"]},
        "[markdown]": {**wanted["[markdown]"], **old.get("[markdown]", {})},
    }
