"""Whether a word can be a Vietnamese syllable: an onset, a rime, a tone that fits them.

A word comes in, yes or no comes out. No dictionary is asked, only how syllables are built, so that new names pass and
what an old encoding or a scanner made of a word does not. Syllables that end in c, ch, p or t bear only the tones sắc
and nặng.
"""

import unicodedata
from functools import lru_cache

from guongsang.text.vietnamese import TONES

_ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ")
_RIMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oong
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uc ui um un ung up ut uân uâng uât uây
    uê uêch uên uênh uêt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu uôc uôi uôm uôn uông uôt uôp
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ych ynh yt yn""".split()
)
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Return whether a word can be one Vietnamese syllable, in any case; "hoà" and "hòa" both can."""
    tones: list[str] = []
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in TONES else letters).append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1 or not 0 < len(bare) <= 7:
        return False
    for onset in _ONSETS:
        rime = bare.removeprefix(onset)
        if bare.startswith(onset) and rime in _RIMES and _spelt(onset, rime):
            return not rime.endswith(_STOPS) or bool(tones and tones[0] in _STOP_TONES)
    return False


def _spelt(onset: str, rime: str) -> bool:
    """Return whether an onset is written so before a vowel: c never before e or i, k never before o."""
    if onset == "k":
        return rime[0] not in "oôơuư"
    front = rime[0] in "eêiy"
    return not front if onset == "c" else front or onset not in ("gh", "ngh")
