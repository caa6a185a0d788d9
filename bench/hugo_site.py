"""Writes the exemplars of a measuring site as a site for Hugo, so that both build pages of the same texts.

Hugo judges nothing, has no search of its own and prints no papers, so it has less to do: it writes a page of each
exemplar in two languages, lists by twenty-four, pages of units and categories, a feed and a site map.
"""

from pathlib import Path

import yaml

CONFIG = """baseURL: https://guongsang.songmau.example/
title: Gương Sáng
defaultContentLanguage: vi
defaultContentLanguageInSubdir: true
pagination: {pagerSize: 24}
taxonomies: {unit: units, category: categories}
languages:
  vi: {languageName: Tiếng Việt, contentDir: content/vi}
  en: {languageName: English, contentDir: content/en}
"""
BASE = """<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body>
<header><p><a href="/{{ .Language.Lang }}/">{{ .Site.Title }}</a></p>
<nav><ul>{{ range .Translations }}<li><a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a></li>
{{ end }}<li><a href="/{{ .Language.Lang }}/exemplars/">Exemplars</a></li>
<li><a href="/{{ .Language.Lang }}/units/">Units</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
"""
SINGLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<dl>{{ range .Params.facts }}<dt>{{ .label }}</dt><dd>{{ .value }}</dd>
{{ end }}</dl>
{{ .Content }}
<ul>{{ range .Params.lessons }}<li>{{ . }}</li>{{ end }}</ul></article>{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ol>{{ range (.Paginate .Pages).Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Params.summary }}</p></li>
{{ end }}</ol>{{ with .Paginator }}<p>{{ .PageNumber }} / {{ .TotalPages }}</p>{{ end }}{{ end }}
"""


def write_hugo_site(root: Path, exemplars: Path) -> None:
    """Write a site for Hugo out of profiles in the folder of a site of ours."""
    files = {
        "hugo.yaml": CONFIG,
        "layouts/_default/baseof.html": BASE,
        "layouts/_default/single.html": SINGLE,
        "layouts/_default/list.html": LIST,
    }
    for path in sorted(exemplars.rglob("*.vi.md")):
        name = path.name.removesuffix(".vi.md")
        for lang in ("vi", "en"):
            files[f"content/{lang}/exemplars/{name}.md"] = _as_hugo_has_it(path.read_text(encoding="utf-8"))
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8", newline="\n")


def _as_hugo_has_it(text: str) -> str:
    """Return a profile with the front matter that the layouts show."""
    _, head, body = text.split("---\n", 2)
    facts = yaml.safe_load(head)
    shown = {
        "title": facts["title"],
        "summary": facts["summary"],
        "units": [facts["unit"]],
        "categories": [facts["category"]],
        "lessons": facts["lessons"],
        "facts": [{"label": name, "value": str(facts[name])} for name in ("name", "position", "unit", "category")],
    }
    return f"---\n{yaml.safe_dump(shown, allow_unicode=True, sort_keys=False)}---\n{body}"
