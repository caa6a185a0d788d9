"""The tables of fields of the data files (contract, sections 1 and 2)."""

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Flag,
    Group,
    Integer,
    ListOf,
    LocalizedText,
    MappingOf,
    Number,
    OneOf,
    PlainText,
    Ref,
    Slug,
    Url,
    optional,
    required,
)
from guongsang.stages import LABELS, STAGES

RULE_ID = Slug(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "GEN-01")


UNITS = Group(
    {
        "units": required(
            ListOf(
                Group(
                    {
                        "id": required(Slug(example="qlxd"), say("Id")),
                        "name": required(LABEL, say("Name")),
                        "quota": optional(Flag(), say("Owes a registration")),
                        "active_from": optional(Date(), say("Active from")),
                        "active_to": optional(Date(), say("Active to")),
                        "replaces": optional(ListOf(Ref("unit")), say("Replaces")),
                    }
                ),
                least=1,
            ),
            say("Units"),
        )
    }
)


_ONE_OR_MORE = Either((PlainText(), ListOf(PlainText())))


CHECKS: dict[str, Group] = {
    "evidence": Group(
        {
            "min": optional(Integer(1), say("Least number")),
            "requires": optional(ListOf(PlainText()), say("Required of an item")),
            "expects": optional(ListOf(PlainText()), say("Expected of an item")),
            "continuous_years": optional(Either((PlainText(), Flag())), say("Years without a gap")),
        }
    ),
    "field": Group(
        {
            "path": required(PlainText(), say("Path of the field")),
            "one_of": optional(ListOf(PlainText()), say("One of")),
            "present": optional(Flag(), say("Present")),
            "equals": optional(PlainText(), say("Equals")),
        }
    ),
    "section": Group(
        {"heading": required(LABEL, say("Heading")), "min_words": optional(Integer(), say("Least number of words"))}
    ),
    "unit_criteria": Group({"min": optional(Integer(1), say("Least number"))}),
}


CRITERIA = Group(
    {
        "categories": required(
            ListOf(
                Group(
                    {
                        "id": required(Slug(example="good-deeds"), say("Id")),
                        "subject": optional(OneOf(("individual", "collective", "model")), say("Subject")),
                        "label": required(LABEL, say("Label")),
                    }
                ),
                least=1,
            ),
            say("Categories"),
        ),
        "criteria": required(
            ListOf(
                Group(
                    {
                        "id": required(RULE_ID, say("Id")),
                        "section": optional(PlainText(), say("Section of the plan")),
                        "label": required(LABEL, say("Label")),
                        "text": optional(LABEL, say("Wording")),
                        "for": optional(
                            Group(
                                {
                                    "category": optional(_ONE_OR_MORE, say("Category")),
                                    "subject": optional(_ONE_OR_MORE, say("Subject")),
                                    "leader": optional(_ONE_OR_MORE, say("Holds a leading post")),
                                    "unit": optional(_ONE_OR_MORE, say("Unit")),
                                }
                            ),
                            say("Applies to"),
                        ),
                        "check": required(
                            Group({name: optional(group, say("Check")) for name, group in CHECKS.items()}), say("Check")
                        ),
                        "severity": optional(
                            Group(
                                {
                                    stage: optional(OneOf(("info", "warning", "error")), LABELS[stage])
                                    for stage in STAGES
                                }
                            ),
                            say("Level by stage"),
                        ),
                        "internal": optional(Flag(), say("Internal")),
                        "set_by": optional(
                            Group(
                                {
                                    "unit": required(Ref("unit"), say("Unit")),
                                    "position": optional(PLAIN_OR_LABEL, say("Position")),
                                    "on": optional(Date(), say("Date")),
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
        "national": optional(Flag(), say("National title")),
        "size": optional(Number(), say("Size of the text in points")),
        "margins": optional(
            Group({side: optional(Number(), say("Millimetres")) for side in ("top", "bottom", "left", "right")}),
            say("Margins"),
        ),
    }
)


CONFIG = Group(
    {
        "title": required(LocalizedText(plain=True), say("Title of the site")),
        "organisation": required(
            Group(
                {
                    "name": required(LocalizedText(plain=True), say("Name")),
                    "parent": optional(LocalizedText(plain=True), say("Superior body")),
                    "place": optional(LocalizedText(plain=True), say("Place")),
                    "address": optional(LocalizedText(plain=True), say("Address")),
                    "email": optional(PlainText(), say("E-mail")),
                    "phone": optional(PlainText(), say("Telephone")),
                }
            ),
            say("Organisation"),
        ),
        "languages": required(ListOf(PlainText(), least=1), say("Languages")),
        "base_url": optional(Url(), say("Address of the site")),
        "sections": optional(
            Group({name: optional(MappingOf(Slug(example="guong")), say("Section")) for name in SECTIONS}),
            say("Words in addresses"),
        ),
        "print": optional(
            Group(
                {
                    "fonts": optional(Either((PlainText(), ListOf(PlainText()), MappingOf(PlainText()))), say("Fonts")),
                    "formal": optional(_FORMAL, say("Documents of administration")),
                }
            ),
            say("Print"),
        ),
        "preview": optional(Group({"port": optional(Integer(1), say("Port"))}), say("Preview")),
    }
)


ABBREVIATIONS = Group(
    {
        "abbreviations": required(
            ListOf(
                Group(
                    {
                        "short": required(PlainText(), say("Abbreviation")),
                        "long": required(PlainText(), say("What it stands for")),
                        "lang": required(PlainText(), say("Language")),
                    }
                )
            ),
            say("Abbreviations"),
        )
    }
)
