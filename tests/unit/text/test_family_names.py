"""Lists by family name."""

import pytest

from guongsang.text.family_names import family_and_rest, family_letter, family_sort_key


@pytest.mark.parametrize(
    ("name", "lang", "family", "letter"),
    [
        ("Anna Zielinski", "en", "Zielinski", "Z"),
        ("Zoe Mary Adams", "en", "Adams", "A"),
        ("Adams, Zoe", "en", "Adams", "A"),
        ("John Sample Jr.", "en", "Sample", "S"),
        ("Élise Modèle", "fr", "Modèle", "M"),
        ("Minta Anna", "hu", "Minta", "M"),
        ("王小明", "zh", "王小明", "王"),
        ("山田 花子", "ja", "山田", "山"),
        ("សុខ ម៉េង", "km", "សុខ", "ស"),
        ("Nguyễn Thử Ánh", "en", "Nguyễn", "N"),
        ("Tran Mau Binh", "de", "Tran", "T"),
        ("Mẫu", "en", "Mẫu", "M"),
    ],
)
def test_the_family_name_is_found(name: str, lang: str, family: str, letter: str) -> None:
    """First or last, as the language has it; a Vietnamese name begins with it everywhere."""
    assert family_and_rest(name, lang)[0] == family
    assert family_letter(name, lang) == letter


def test_persons_stand_by_family_name() -> None:
    """Then by the others."""
    names = ["Zoe Adams", "Anna Adams", "Bo Zielinski", "Đỗ Thử An", "Nguyễn Thử Ánh", "Nguyễn Mẫu Bình", "Carl Brown"]
    ordered = sorted(names, key=lambda name: family_sort_key(name, "en"))
    assert ordered == [
        "Anna Adams", "Zoe Adams", "Carl Brown", "Đỗ Thử An", "Nguyễn Mẫu Bình", "Nguyễn Thử Ánh", "Bo Zielinski",
    ]  # fmt: skip
