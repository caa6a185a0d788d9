"""What tests of the project share: a copy of it that a test may change."""

from pathlib import Path

import pytest

from support.project import Project, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Copy the project."""
    return copy_project(tmp_path)
