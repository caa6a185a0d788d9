"""Golden files: texts that a test compares with, written anew by `python build.py test --renew`."""

from support.site import PROJECT

GOLDEN = PROJECT / "tests/golden"


def compare_with_golden(name: str, text: str, renew: bool) -> None:
    """Compare a text with the golden file of a name, or write that file anew."""
    path = GOLDEN / name
    if renew:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{name} is new; look at it and run: python build.py test --renew"
    assert text == path.read_text(encoding="utf-8"), f"{name} changed; if rightly so: python build.py test --renew"
