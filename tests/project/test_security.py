"""What SECURITY.md promises is shown by tests that are there."""

import re

from support.site import PROJECT


def test_every_promise_names_tests_that_exist() -> None:
    """Each row of the table names files or folders of tests, and functions in them."""
    rows = re.findall(
        r"^\| (?!promise|---)(.+?) \| (.+) \|$", (PROJECT / "SECURITY.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 15
    for promise, tests in rows:
        named = re.findall(r"`(tests/[^`]+)`", tests)
        assert named, promise
        for test in named:
            path, _, function = test.partition("::")
            assert (PROJECT / path).exists(), test
            assert not function or f"def {function}(" in (PROJECT / path).read_text("utf-8"), test
