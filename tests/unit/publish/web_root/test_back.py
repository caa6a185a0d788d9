"""The release before is shown again, byte for byte, unless it shows what is withheld now."""

import pytest

from guongsang.findings import Refusal
from guongsang.publish.withheld import Withheld
from support.site import tree, write
from support.web_roots import Place


def test_the_release_before_is_shown_again(place: Place) -> None:
    """Byte for byte, once for each that is kept; what was shown then is kept, and a publish goes on from there."""
    trees = []
    for number in range(3):
        place.publish(a=str(number), **{f"only-{number}": ""})
        trees.append(tree(place.root))
    assert (place.back().number, tree(place.root)) == (2, trees[1])
    assert place.kept() == ["1", "3"]
    back = place.back()
    assert (back.number, back.instead_of, tree(place.root)) == (1, 2, trees[0])
    with pytest.raises(Refusal) as caught:
        place.back()
    assert caught.value.status == 2 and tree(place.root) == trees[0] and place.kept() == ["2", "3"]
    put = place.publish()
    assert put.number == 4 and place.shown()["vi/a.html"] == "2" and place.kept() == ["1", "2", "3"]


def test_what_others_put_there_is_as_it_was(place: Place) -> None:
    """What came since stays, what they deleted since does not come back, what they changed stays changed."""
    place.publish(a="1")
    for name in ("old", "changed"):
        write(place.root, f".well-known/{name}", "1")
    place.publish(a="2")
    (place.root / ".well-known/old").unlink()
    (place.root / ".well-known/changed").unlink()
    for name in ("changed", "new"):
        write(place.root, f".well-known/{name}", "2")
    place.back()
    assert place.shown() == {
        "index.html": "home",
        "vi/a.html": "1",
        ".well-known/changed": "2",
        ".well-known/new": "2",
    }


def test_what_is_withheld_now_is_not_brought_back(place: Place) -> None:
    """Nor before the withdrawal is published; the command that publishes it is named."""
    place.publish(a="1")
    place.publish(a="2")
    place.build(Withheld(frozenset({"2022/a story"}), {"site/vi/a.html": "2022/a"}), a="notice")
    with pytest.raises(Refusal) as caught:
        place.back()
    assert caught.value.message.args["number"] == "1" and place.shown()["vi/a.html"] == "2"
    place.publish()
    with pytest.raises(Refusal, match="no earlier release"):
        place.back()
    assert place.shown()["vi/a.html"] == "notice" and place.kept() == []


@pytest.mark.parametrize("name", ["vi/a.html", ".guongsang-release.json"])
def test_a_release_that_was_altered_is_not_brought_back(place: Place, name: str) -> None:
    """A file, or the list that would prove it."""
    place.publish(a="1")
    place.publish(a="2")
    write(place.store, f"1/{name}", "altered")
    with pytest.raises(Refusal) as caught:
        place.back()
    assert caught.value.message.args["files"] == [name] and place.shown()["vi/a.html"] == "2"


def test_where_nothing_was_published_there_is_no_way_back(place: Place) -> None:
    """Neither in a folder of others nor in none."""
    place.root.parent.mkdir()
    for _ in range(2):
        with pytest.raises(Refusal, match="no release of this site"):
            place.back()
        place.root.mkdir(exist_ok=True)
    assert place.beside() == []
