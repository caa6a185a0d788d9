"""Codes of languages as BCP 47 has them (`vi`, `pt-BR`, `zh-Hant`, `es-419`), with what Unicode's CLDR knows of each.

A code stays as the site typed it: so files, folders and addresses are named. What it is a variant of lends it words
(`en` to `en-US`), but never across scripts: `zh` is written with other signs than `zh-Hant`. The files of `i18n` are
the only ones that know Babel; they import it where it is asked for, because most commands end without it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from guongsang.text.suggestions import closest

if TYPE_CHECKING:
    from babel import Locale

_FORM = re.compile(
    r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)


def base_of(code: str) -> str:
    """Return the language without script and region: `pt` of `pt-BR`."""
    return code.partition("-")[0].lower()


def is_language(code: str) -> bool:
    """Return whether a code is a language that CLDR has data of, in a script and a region that there are."""
    found = _FORM.fullmatch(code)
    if found is None or not _has_data(found[1]):
        return False
    rest = [part for part in _canonical(code).split("-")[1:] if part not in ("ZZ", "Zzzz")]
    return len(rest) == code.count("-") and all(_subtag_in(part, _british()) for part in rest)


def _has_data(base: str) -> bool:
    from babel import Locale, UnknownLocaleError, localedata

    if localedata.exists(base):
        return True
    try:
        return len(base) == 2 and bool(Locale.parse(base))
    except (UnknownLocaleError, ValueError):
        return False


def _subtag_in(part: str, locale: "Locale") -> str | None:
    """Name a script, region or variant."""
    name = locale.scripts.get(part) or locale.territories.get(part) or locale.variants.get(part.upper())
    return str(name) if name else None


@lru_cache(maxsize=64)
def locale_of(code: str) -> "Locale":
    """Return what CLDR knows of a code or of the nearest that it is a variant of; plain English is British."""
    from babel import Locale, UnknownLocaleError

    base, *rest = _canonical(code).split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest if len(part) in (2, 3)), "")
    for parts in ((base, script, region), (base, script), (base, region), (base,)):
        name = "_".join(filter(None, parts))
        if name == "en":
            return _british()
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return _british()


@cache
def _british() -> "Locale":
    from babel import Locale

    return Locale("en", "GB")


def _known_to_cldr(table: Literal["likely_subtags", "territory_aliases", "language_aliases"]) -> Mapping[str, Any]:
    from babel.core import get_global

    return get_global(table)


def direction_of(code: str) -> str:
    """Return in which direction a language is written: `ltr` or `rtl`."""
    return str(locale_of(code).text_direction)


def sample_letters(code: str) -> str:
    """Return letters of a language, each once: those of its own name and of its months and days."""
    locale = locale_of(code)
    if locale.language != base_of(code):
        return ""
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    text = f"{locale.get_display_name(locale) or ''}{''.join(map(str, names))}"
    return "".join(sorted({letter for letter in text if letter.isalpha()}))


def _canonical(code: str) -> str:
    """Write a code as is usual: zh-Hant-TW."""
    base, *rest = code.split("-")
    return "-".join([base.lower(), *(_cased(part) for part in rest)])


def _cased(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


@lru_cache(maxsize=64)
def codes_for(code: str) -> tuple[str, ...]:
    """Return the codes whose words serve a language, the nearest first: `pt-BR`, then `pt`; of other scripts none."""
    if code.isalpha() and code.islower():
        return (code,)
    usual, script = _canonical(code), _script_of(code)
    base, *rest = usual.split("-")
    wider = ["-".join([base, *rest[:n]]) for n in range(len(rest), -1, -1)]
    wider.insert(-1, f"{base}-{script}" if _script_of(base) != script else usual)
    return tuple(dict.fromkeys([code, *(other for other in wider if _script_of(other) == script)]))


def _script_of(code: str) -> str:
    """Return the script in which a language is written there: Hant of zh-TW."""
    base, *rest = _canonical(code).split("-")
    likely = _known_to_cldr("likely_subtags")
    for part in rest:
        if len(part) == 4 and part.isalpha():
            return part
    known = likely.get("_".join([base, *rest[:1]])) or likely.get(base) or ""
    return next((part for part in known.split("_") if len(part) == 4), "")


def words_for(words: Mapping[str, str], code: str) -> str | None:
    """Return the words in a language, else in what it is a variant of."""
    return next((words[other] for other in codes_for(code) if words.get(other)), None)


def serves(code: str, languages: Iterable[str]) -> bool:
    """Return whether words in a language serve any of a site's: its own, or what one of them is a variant of."""
    return any(code in codes_for(one) for one in languages)


def name_in(code: str, lang: str) -> str:
    """Return the name of a language in another, with what its code adds: British English, srpski (latinica)."""
    locale = locale_of(lang)
    base, *rest = _canonical(code).split("-")
    for n in range(len(rest), -1, -1):
        if name := locale.languages.get("_".join([base, *rest[:n]])):
            more = ", ".join(_subtag_in(part, locale) or part for part in rest[n:])
            return f"{name} ({more})" if more else str(name)
    return code


def nearest(code: str, languages: Iterable[str]) -> str | None:
    """Return which of some languages was most likely meant by a code that is none of them: `vn` for `vi`."""
    known = list(languages)
    meant = _meant(code)
    for wanted in (code, meant or code):
        for test in (str.lower, base_of):
            if found := next((one for one in known if test(one) == test(wanted)), None):
                return found
    return closest(code, known)


def proposed(code: str) -> str | None:
    """Return the language that was most likely meant by what is no code: en-US for `en_US`, en for `english`."""
    meant = _meant(code)
    return meant if meant != code else None


def _meant(code: str) -> str | None:
    parts = [part for part in re.split(r"[-_\s]+", code.strip()) if part]
    if not parts:
        return None
    regions = _known_to_cldr("territory_aliases")
    rest = [(regions.get(part.upper()) or [part])[0] if len(part) == 2 else part for part in parts[1:]]
    for base in (parts[0], _known_to_cldr("language_aliases").get(parts[0].lower(), "").replace("_", "-")):
        usual = _canonical("-".join([base, *rest]))
        if base and is_language(usual):
            return usual
    return _spoken_in(code) or _named(code)


def _spoken_in(country: str) -> str | None:
    """Return the language of most people of a country: vi for vn."""
    known = _known_to_cldr("likely_subtags").get(f"und_{country.upper()}", "") if len(country) == 2 else ""
    base = known.partition("_")[0]
    return base if base and is_language(base) else None


def _named(name: str) -> str | None:
    """Return the language that bears a name in Vietnamese or English."""
    names = {str(n): c for lang in ("vi", "en") for c, n in locale_of(lang).languages.items() if is_language(c)}
    found = closest(name, names) if len(name) > 3 else None
    return names[found] if found else None
