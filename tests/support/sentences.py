"""The sentences of the program, as the extractor of the catalogues finds them."""

from babel.messages.extract import extract_from_dir

from support.site import PROJECT

METHODS = [("guongsang/**.py", "python"), ("templates/web/**", "jinja2")]
KEYWORDS = {"say": (1,), "say_n": (1, 2), "say_in": (2,)}


def sentences() -> dict[str, str]:
    """Extract every sentence of the program and its templates, with where it stands."""
    found = extract_from_dir(PROJECT, METHODS, {"templates/web/**": {"trim_blocks": "true"}}, KEYWORDS)
    return {
        (m if isinstance(m, str) else m[0]): f"{file}:{line}"
        for file, line, m, _, _ in found
        if file.startswith(("guongsang", "templates"))
    }
