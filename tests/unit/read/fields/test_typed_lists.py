"""Lists as people type them on one line."""

import pytest

from guongsang.read.fields.kinds import Integer, Kind, PlainText, Ref, Slug
from guongsang.read.fields.typed_lists import list_typed


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("2022-2023", Integer(), "[2022, 2023]"),
        ("từ năm 2019 đến năm 2021", Integer(), "[2019, 2020, 2021]"),
        ("from 2019 to 2021", Integer(), "[2019, 2020, 2021]"),
        ("2022; 2023", Integer(), "[2022, 2023]"),
        ("năm 2022 và năm 2023", Integer(), "[2022, 2023]"),
        ("2022", Integer(), "[2022]"),
        ("2023-2022", Integer(), None),
        ("1900-2022", Integer(), None),
        ("ba năm", Integer(), None),
        ("qlxd-01", Slug(), "[qlxd-01]"),
        ("GEN-01, IND-04", Ref("criterion"), "[GEN-01, IND-04]"),
        ("GEN-01 và IND-04", Ref("criterion"), "[GEN-01, IND-04]"),
        ("qlxd-01 qlxd-02", Slug(), None),
        ("Trình tự, thủ tục", PlainText(), None),
        ("", Slug(), None),
    ],
)
def test_ids_and_years_are_parted_and_sentences_are_not(text: str, kind: Kind, meant: str | None) -> None:
    """What is not certain stays as it is."""
    assert list_typed(text, kind) == meant
