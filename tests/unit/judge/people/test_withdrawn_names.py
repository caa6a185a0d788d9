"""Names of withdrawn people: where they count, and whose they are."""

from pathlib import Path

import pytest

from unit.support import MAI, SITE, changed, told

OTHER = "content/exemplars/2024/noi-02.vi.md"
WITHDRAWN = ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-30, reason: consent}")


@pytest.mark.parametrize(
    ("category", "name", "found"),
    [
        ("ward", "Buồng của Lê Thử Mai", True),
        ("ward", "Buồng của LE THU MAI", True),
        ("ward", "Buồng số 3", False),
        ("nurse", "Lê Thử Mai", False),
        ("nurse", "Lê Thử Mai Anh", False),
    ],
)
def test_a_team_may_not_bear_the_name_of_a_withdrawn_person(
    tmp_path: Path, category: str, name: str, found: bool
) -> None:
    """A person may: it is another one of the same name."""
    text = SITE[MAI].replace("name: Lê Thử Mai", f"name: {name}").replace("category: nurse", f"category: {category}")
    other = {OTHER: text.replace("Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")}
    codes = [code for code, at in told(tmp_path, changed(MAI, WITHDRAWN), other) if at == name]
    assert ("no-consent" in codes) is found
