"""What tests of commands share: a site under a name as people give it, seen from another folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.commands import FOLDER
from support.site import leave_untranslated


@pytest.fixture
def elsewhere(site: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site whose folder has blanks and Vietnamese letters, a text of which is not translated; go elsewhere."""
    root = site().rename(tmp_path / FOLDER)
    leave_untranslated(root)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return root
