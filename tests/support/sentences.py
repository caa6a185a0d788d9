"""The sentences of the program, as the extractor of the catalogues finds them."""

from babel.messages.extract import extract_from_dir

from support.site import PROJECT

METHODS = [("guongsang/**.py", "python"), ("templates/preview/**.html", "jinja2"), ("templates/web/**", "jinja2")]
TRIMMED = {pattern: {"trim_blocks": "true"} for pattern, method in METHODS if method == "jinja2"}
KEYWORDS = {"say": (1,), "say_n": (1, 2), "say_in": (2,)}


def sentences() -> dict[str, str]:
    """Extract every sentence of the program and its templates, with where it stands."""
    found = extract_from_dir(PROJECT, METHODS, TRIMMED, KEYWORDS)
    return {
        (m if isinstance(m, str) else m[0]): f"{file}:{line}"
        for file, line, m, _, _ in found
        if file.startswith(("guongsang", "templates"))
    }
