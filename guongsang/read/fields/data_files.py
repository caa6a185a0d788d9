"""The tables of fields of the data files (contract, sections 1 and 2)."""

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Day,
    Either,
    Figure,
    Flag,
    Group,
    ListOf,
    MapOf,
    Named,
    OneOf,
    Ref,
    Slug,
    Web,
    Whole,
    Words,
    may,
    must,
)
from guongsang.stages import LABELS, STAGES

RULE_ID = Slug(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "GEN-01")


UNITS = Group(
    {
        "units": must(
            ListOf(
                Group(
                    {
                        "id": must(Slug(example="qlxd"), say("Id")),
                        "name": must(LABEL, say("Name")),
                        "quota": may(Flag(), say("Owes a registration")),
                        "active_from": may(Day(), say("Active from")),
                        "active_to": may(Day(), say("Active to")),
                        "replaces": may(ListOf(Ref("unit")), say("Replaces")),
                    }
                ),
                least=1,
            ),
            say("Units"),
        )
    }
)


_ONE_OR_MORE = Either((Words(), ListOf(Words())))


CHECKS: dict[str, Group] = {
    "evidence": Group(
        {
            "min": may(Whole(1), say("Least number")),
            "requires": may(ListOf(Words()), say("Required of an item")),
            "expects": may(ListOf(Words()), say("Expected of an item")),
            "continuous_years": may(Either((Words(), Flag())), say("Years without a gap")),
        }
    ),
    "field": Group(
        {
            "path": must(Words(), say("Path of the field")),
            "one_of": may(ListOf(Words()), say("One of")),
            "present": may(Flag(), say("Present")),
            "equals": may(Words(), say("Equals")),
        }
    ),
    "section": Group({"heading": must(LABEL, say("Heading")), "min_words": may(Whole(), say("Least number of words"))}),
    "unit_criteria": Group({"min": may(Whole(1), say("Least number"))}),
}


CRITERIA = Group(
    {
        "categories": must(
            ListOf(
                Group(
                    {
                        "id": must(Slug(example="good-deeds"), say("Id")),
                        "subject": may(OneOf(("individual", "collective", "model")), say("Subject")),
                        "label": must(LABEL, say("Label")),
                    }
                ),
                least=1,
            ),
            say("Categories"),
        ),
        "criteria": must(
            ListOf(
                Group(
                    {
                        "id": must(RULE_ID, say("Id")),
                        "section": may(Words(), say("Section of the plan")),
                        "label": must(LABEL, say("Label")),
                        "text": may(LABEL, say("Wording")),
                        "for": may(
                            Group(
                                {
                                    "category": may(_ONE_OR_MORE, say("Category")),
                                    "subject": may(_ONE_OR_MORE, say("Subject")),
                                    "leader": may(_ONE_OR_MORE, say("Holds a leading post")),
                                    "unit": may(_ONE_OR_MORE, say("Unit")),
                                }
                            ),
                            say("Applies to"),
                        ),
                        "check": must(
                            Group({name: may(group, say("Check")) for name, group in CHECKS.items()}), say("Check")
                        ),
                        "severity": may(
                            Group({stage: may(OneOf(("info", "warning", "error")), LABELS[stage]) for stage in STAGES}),
                            say("Level by stage"),
                        ),
                        "internal": may(Flag(), say("Internal")),
                        "set_by": may(
                            Group(
                                {
                                    "unit": must(Ref("unit"), say("Unit")),
                                    "position": may(PLAIN_OR_LABEL, say("Position")),
                                    "on": may(Day(), say("Date")),
                                }
                            ),
                            say("Set by"),
                        ),
                    }
                )
            ),
            say("Criteria"),
        ),
    }
)


SECTIONS: dict[str, dict[str, str]] = {
    "exemplars": {"vi": "guong", "en": "exemplars"},
    "units": {"vi": "don-vi", "en": "units"},
    "categories": {"vi": "loai", "en": "categories"},
    "years": {"vi": "nam", "en": "years"},
    "tags": {"vi": "chu-de", "en": "topics"},
    "criteria": {"vi": "tieu-chi", "en": "criteria"},
    "plans": {"vi": "ke-hoach", "en": "plans"},
    "campaigns": {"vi": "dot", "en": "campaigns"},
    "reviews": {"vi": "tong-ket", "en": "reviews"},
    "bulletins": {"vi": "ban-tin", "en": "bulletins"},
    "search": {"vi": "tim-kiem", "en": "search"},
}


_FORMAL = Group(
    {
        "national": may(Flag(), say("National title")),
        "size": may(Figure(), say("Size of the text in points")),
        "margins": may(
            Group({side: may(Figure(), say("Millimetres")) for side in ("top", "bottom", "left", "right")}),
            say("Margins"),
        ),
    }
)


CONFIG = Group(
    {
        "title": must(Named(plain=True), say("Title of the site")),
        "organisation": must(
            Group(
                {
                    "name": must(Named(plain=True), say("Name")),
                    "parent": may(Named(plain=True), say("Superior body")),
                    "place": may(Named(plain=True), say("Place")),
                    "address": may(Named(plain=True), say("Address")),
                    "email": may(Words(), say("E-mail")),
                    "phone": may(Words(), say("Telephone")),
                }
            ),
            say("Organisation"),
        ),
        "languages": must(ListOf(Words(), least=1), say("Languages")),
        "base_url": may(Web(), say("Address of the site")),
        "sections": may(
            Group({name: may(MapOf(Slug(example="guong")), say("Section")) for name in SECTIONS}),
            say("Words in addresses"),
        ),
        "print": may(
            Group(
                {
                    "fonts": may(Either((Words(), ListOf(Words()), MapOf(Words()))), say("Fonts")),
                    "formal": may(_FORMAL, say("Documents of administration")),
                }
            ),
            say("Print"),
        ),
        "preview": may(Group({"port": may(Whole(1), say("Port"))}), say("Preview")),
    }
)


ABBREVIATIONS = Group(
    {
        "abbreviations": must(
            ListOf(
                Group(
                    {
                        "short": must(Words(), say("Abbreviation")),
                        "long": must(Words(), say("What it stands for")),
                        "lang": must(Words(), say("Language")),
                    }
                )
            ),
            say("Abbreviations"),
        )
    }
)
