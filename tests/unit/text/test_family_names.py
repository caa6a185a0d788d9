"""Lists by family name."""

import pytest

from guongsang.text.family_names import family_and_rest


@pytest.mark.parametrize(
    ("name", "lang", "family"),
    [
        ("Anna Zielinski", "en", "Zielinski"),
        ("Zoe Mary Adams", "en", "Adams"),
        ("Adams, Zoe", "en", "Adams"),
        ("John Sample Jr.", "en", "Sample"),
        ("Élise Modèle", "fr", "Modèle"),
        ("Minta Anna", "hu", "Minta"),
        ("王小明", "zh", "王小明"),
        ("山田 花子", "ja", "山田"),
        ("សុខ ម៉េង", "km", "សុខ"),
        ("Nguyễn Thử Ánh", "en", "Nguyễn"),
        ("Tran Mau Binh", "de", "Tran"),
        ("Mẫu", "en", "Mẫu"),
    ],
)
def test_the_family_name_is_found(name: str, lang: str, family: str) -> None:
    """First or last, as the language has it; a Vietnamese name begins with it everywhere."""
    assert family_and_rest(name, lang)[0] == family
