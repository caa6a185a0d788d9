"""The browser of the tests: where it is, how it is started, what watches a page in it."""

import os
import shutil

import pytest

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars"
).split()
WATCH = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)


def chromium_path() -> str:
    """Return the path of a Chromium; where none is installed, skip the test loudly, or fail it where CI=true."""
    if path := next((found for name in NAMES if (found := shutil.which(name))), None):
        return path
    why = "no Chromium is installed, so NOTHING WAS TESTED IN A BROWSER (apt-get install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
