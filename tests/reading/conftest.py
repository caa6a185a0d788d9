"""What tests of reading share: a check that tells its findings as JSON, and the good site in other languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.languages import HEAD, catalogue
from support.program import Ran


@pytest.fixture
def check(run: Callable[..., Ran]) -> Callable[..., Ran]:
    """Check a site and give JSON in English."""
    return lambda root, *words: run(
        "--root", root, "--lang", "en", "--today", "2025-01-15", "check", "--format", "json", *words
    )


@pytest.fixture
def spoken(site: Callable[..., Path]) -> Callable[..., Path]:
    """Make the good site in other languages; `labels` are the keys of its labels, where they are other ones."""

    def made(*codes: str, labels: tuple[str, ...] = ()) -> Path:
        root = site()
        for path in sorted(p for p in root.rglob("*") if p.suffix in (".md", ".yaml")):
            name, text = path.name, path.read_text(encoding="utf-8")
            if len(codes) == 1 and name.endswith(".en.md"):
                path.unlink()
                continue
            text = text if len(codes) > 1 else re.sub(r", en: [^,}]*(?=[,}])", "", text)
            text = text.replace("languages: [vi, en]", f"languages: [{', '.join(codes)}]")
            for old, new, key in zip(("vi", "en"), codes, labels or codes, strict=False):
                text = re.sub(rf"([{{ ]){old}: ", rf"\g<1>{key}: ", text).replace(f".{old}.md", f".{new}.md")
                name = name.replace(f".{old}.md", f".{new}.md")
            path.write_text(text, encoding="utf-8", newline="\n")
            path.rename(path.with_name(name))
        for code in codes:
            if code.partition("-")[0] not in ("vi", "en"):
                catalogue(root, code, HEAD + 'msgid "Exemplars"\nmsgstr "Exempla"\n')
        return root

    return made
