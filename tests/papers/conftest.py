"""What tests of papers share: the hospital whose papers they look at."""

from pathlib import Path

import pytest

from support.paper_sites import lay_out_ward


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the hospital of the papers once for all tests of a module."""
    return lay_out_ward(tmp_path_factory.mktemp("ward") / "trang")
