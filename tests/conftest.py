"""Fixtures of all tests: whole sites in temporary folders, and the program run through its front door.

`--renew` writes the golden files anew instead of comparing with them: `python build.py test --renew`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import CodeType

import hypothesis
import pytest

from guongsang.cache import Keep
from guongsang.render.html.environment import TemplateLoader
from support.golden import compare_with_golden
from support.program import Ran, run_program
from support.site import lay_out

# A machine that does much else at the same time is slow, which is no fault of what is tested.
hypothesis.settings.register_profile(
    "tests", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews golden files."""
    parser.addoption("--renew", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session", autouse=True)
def compiled_templates() -> Iterator[None]:
    """Compile each template once for all builds of this process, as the tests build hundreds of sites with the same."""
    kept: dict[str, CodeType] = {}
    begin = TemplateLoader.__init__

    def begin_with_kept(loader: TemplateLoader, folders: Sequence[Path], keep: Keep) -> None:
        begin(loader, folders, keep)
        loader.compiled = kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TemplateLoader, "__init__", begin_with_kept)
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the program as a command line would."""
    monkeypatch.setenv("NO_COLOR", "1")
    return partial(run_program, capsys)


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Make a site in a temporary folder out of fixtures, later ones laid over earlier ones; `good` if none is named."""
    return lambda *layers: lay_out(tmp_path / "trang", *(layers or ("good",)))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file, or renew it."""
    return partial(compare_with_golden, renew=request.config.getoption("--renew"))
