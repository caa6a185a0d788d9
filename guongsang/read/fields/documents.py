"""The tables of fields: one for each kind of document and data file (contract, section 2).

From these tables come the reader, the split of a document into facts and words, the labels in messages and the
examples in hints, so that a field is described once. A field marked `words` is translated; all others are facts and
stand in the source file only.
"""

from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import (
    Day,
    Either,
    Field,
    Figure,
    Flag,
    Group,
    Kind,
    ListOf,
    MapOf,
    Named,
    OneOf,
    Period,
    Ref,
    Slug,
    Web,
    Whole,
    Words,
)
from guongsang.stages import LABELS, STAGES

RULE_ID = Slug(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "GEN-01")


def must(kind: Kind, label: Message, help: Message | None = None) -> Field:
    """A fact that must stand."""
    return Field(kind, label, required=True, help=help)


def may(kind: Kind, label: Message, help: Message | None = None) -> Field:
    """A fact that may stand."""
    return Field(kind, label, help=help)


def told(
    label: Message,
    help: Message | None = None,
    *,
    required: bool = False,
    limit: int | None = None,
) -> Field:
    """Words that are translated."""
    return Field(Words(limit), label, required=required, words=True, help=help)


_PERSON = Named(plain=True)
_LABEL = Named()
_COMMON = {
    "draft": may(Flag(), say("Draft")),
    "sample": may(Flag(), say("Sample data")),
    "allow": may(
        ListOf(Group({"code": must(Words(), say("Code of the finding")), "reason": must(Words(), say("Reason"))})),
        say("Findings that are allowed"),
    ),
    "moved_from": may(ListOf(Slug()), say("Former names in addresses")),
}

_CHANNELS = ListOf(OneOf(("site", "print")))
_CONSENT = Group(
    {
        "on": may(Day(), say("Date"), say("the day on which the person agreed, as year-month-day")),
        "document": may(Words(), say("Document"), say("number or name of the paper that the person signed")),
        "name": may(_CHANNELS, say("Consent to the name")),
        "photo": may(_CHANNELS, say("Consent to the photo")),
        "story": may(_CHANNELS, say("Consent to the story")),
    }
)
_PROGRESS = Group(
    {
        stage: may(
            Group(
                {
                    "on": must(Day(), say("Date")),
                    "document": may(Words(), say("Document")),
                    "by": may(_PERSON, say("By")),
                    **({"fingerprint": may(Words(), say("Fingerprint"))} if stage == "approved" else {}),
                }
            ),
            LABELS[stage],
        )
        for stage in STAGES
    }
)
_MEASURE = Group(
    {
        "before": may(Figure(), say("Before"), say("the figure before, digits only")),
        "after": may(Figure(), say("After"), say("the figure after, digits only")),
        "unit": may(Named(plain=True), say("Unit of measure"), say("what the figures count, such as days")),
        "label": may(Named(plain=True), say("What is measured")),
    }
)
EVIDENCE = Group(
    {
        "id": must(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "e1"), say("Id")),
        "serves": must(ListOf(Ref("criterion"), least=1), say("Criteria served")),
        "text": told(say("What was done"), say("one deed or result, with its figures"), required=True),
        "on": may(Day(), say("Date")),
        "period": may(Period(), say("Period"), say("two months, like {example}", example="2022-01/2022-05")),
        "years": may(ListOf(Whole(1900)), say("Years"), say("the years, like {example}", example="[2021, 2022]")),
        "measure": may(_MEASURE, say("Measure")),
        "source": may(Words(), say("Source"), say("number of the report, decision or minutes where this stands")),
        "attested": may(
            Group(
                {
                    "by": must(
                        _PERSON, say("Attested by"), say("post of the person who attests it, not of the exemplar")
                    ),
                    "on": may(Day(), say("Date")),
                    "document": may(Words(), say("Document")),
                }
            ),
            say("Attestation"),
        ),
        "internal": may(Flag(), say("Internal")),
    },
    key="id",
)

EXEMPLAR = Group(
    {
        "title": told(say("Headline"), say("what was done and what came of it, in one short line"), required=True),
        "name": must(Words(), say("Name of the person, team or model"), say("full name of the person, team or model")),
        "category": must(Ref("category"), say("Category")),
        "leader": may(Flag(), say("Holds a leading post")),
        "staff_category": may(OneOf(("cadre", "civil-servant", "public-employee", "worker")), say("Staff category")),
        "position": told(say("Position"), say("post or work of the person, as it may be shown")),
        "unit": must(Ref("unit"), say("Unit")),
        "summary": told(
            say("Summary"), say("who did what and what came of it, in 60 words at most"), required=True, limit=60
        ),
        "photo": may(Ref("picture"), say("Photo")),
        "photo_alt": told(say("Description of the photo"), say("what the photo shows, for those who cannot see it")),
        "consent": may(_CONSENT, say("Consent")),
        "progress": must(_PROGRESS, say("Progress")),
        "evidence": may(ListOf(EVIDENCE), say("Evidence")),
        "movements": may(
            ListOf(
                Group(
                    {
                        "name": told(
                            say("Name of the movement"), say("name of the movement as it was launched"), required=True
                        ),
                        "launched_by": may(OneOf(("agency", "union")), say("Launched by")),
                        "role": may(OneOf(("member", "organiser")), say("Role")),
                        "on": may(Day(), say("Date")),
                    }
                )
            ),
            say("Emulation movements"),
        ),
        "adopted_by": may(
            ListOf(
                Group(
                    {
                        "unit": must(Ref("unit"), say("Unit")),
                        "on": may(Day(), say("Date")),
                        "result": told(say("Result")),
                    }
                )
            ),
            say("Adopted by"),
        ),
        "lessons": Field(ListOf(Words()), say("Lessons learned"), words=True),
        "withdrawn": may(
            Group(
                {
                    "on": must(Day(), say("Date")),
                    "reason": must(OneOf(("consent", "revoked")), say("Reason")),
                    "document": may(Words(), say("Document")),
                }
            ),
            say("Withdrawn"),
        ),
        "tags": may(ListOf(Words()), say("Tags")),
        "related": may(ListOf(Ref("exemplar")), say("Related exemplars")),
        **_COMMON,
    }
)

_APPROVED = may(
    Group({"on": must(Day(), say("Date")), "document": may(Words(), say("Document")), "by": may(_PERSON, say("By"))}),
    say("Approved"),
)
PLAN = Group(
    {
        "title": told(say("Title"), required=True),
        "completed_on": must(
            Day(), say("Completed on"), say("the day on which the plan was finished, as year-month-day")
        ),
        "lead": must(
            Group(
                {
                    "name": must(Words(), say("Full name"), say("full name of who leads")),
                    "position": may(_PERSON, say("Position")),
                }
            ),
            say("Who leads"),
        ),
        "exemplars": must(ListOf(Ref("plan-exemplar"), least=1), say("Exemplars")),
        "activities": must(
            ListOf(
                Group(
                    {
                        "id": must(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "a1"), say("Id")),
                        "part": must(Ref("part"), say("Part of the plan")),
                        "what": told(say("Work"), say("what will be done, for whom"), required=True),
                        "who": may(_PERSON, say("Who")),
                        "from": may(Day(), say("From")),
                        "due": may(Day(), say("Due")),
                        "status": may(OneOf(("planned", "under-way", "done")), say("Status")),
                        "result": told(say("Result")),
                    },
                    key="id",
                )
            ),
            say("Activities"),
        ),
        "approved": _APPROVED,
        **_COMMON,
    }
)


def _window() -> Kind:
    return Group(
        {
            "from": must(Day(), say("From")),
            "to": must(Day(), say("To")),
            "section": may(Words(), say("Section of the plan")),
        }
    )


_DOCUMENT = Group(
    {
        "number": may(Words(), say("Number")),
        "on": may(Day(), say("Date")),
        "issuer": may(_PERSON, say("Issuer")),
        "title": may(_PERSON, say("Title")),
    }
)
_SIGNER = Group(
    {
        "form": may(OneOf(("TM", "KT", "TL", "TUQ", "Q")), say("Form of signing")),
        "position": may(_PERSON, say("Position")),
        "name": may(Words(), say("Full name")),
    }
)
CAMPAIGN = Group(
    {
        "title": told(say("Title"), required=True),
        "summary": told(say("Summary")),
        "criteria": must(Ref("criteria"), say("Criteria")),
        "document": may(_DOCUMENT, say("Document of the campaign")),
        "legal_bases": may(
            ListOf(
                Group(
                    {
                        "number": must(Words(), say("Number")),
                        "on": may(Day(), say("Date")),
                        "issuer": may(_PERSON, say("Issuer")),
                        "title": may(_PERSON, say("Title")),
                    }
                )
            ),
            say("Legal bases"),
        ),
        "windows": may(
            Group({"register": may(_window(), say("Registration")), "review": may(_window(), say("Review"))}),
            say("Windows"),
        ),
        "plan": may(
            Group(
                {
                    "before": may(Day(), say("To be completed before")),
                    "section": may(Words(), say("Section of the plan")),
                    "parts": may(
                        ListOf(
                            Group(
                                {
                                    "id": must(Slug(example="nurture"), say("Id")),
                                    "label": must(_LABEL, say("Label")),
                                    "section": may(Words(), say("Section of the plan")),
                                }
                            )
                        ),
                        say("Parts of the plan"),
                    ),
                }
            ),
            say("Plans of the units"),
        ),
        "review": may(
            Group(
                {
                    "sections": may(ListOf(_LABEL), say("Sections of the review")),
                    "section": may(Words(), say("Section of the plan")),
                }
            ),
            say("Review"),
        ),
        "quota": may(
            Group(
                {
                    "min": may(Whole(), say("Least number")),
                    "counts": may(ListOf(Ref("category")), say("Categories that count")),
                    "section": may(Words(), say("Section of the plan")),
                }
            ),
            say("Quota"),
        ),
        "readings": may(
            ListOf(
                Group(
                    {
                        "rule": may(Words(), say("Rule")),
                        "section": may(Words(), say("Section of the plan")),
                        "source_text": may(Words(), say("Words of the source")),
                        "question": told(say("Question")),
                        "reading": told(say("Reading"), required=True),
                        "decided": may(
                            Group({"by": must(_PERSON, say("Decided by")), "on": may(Day(), say("Date"))}),
                            say("Decided"),
                        ),
                    }
                )
            ),
            say("Readings of unclear rules"),
        ),
        "office": may(Ref("unit"), say("Office")),
        "office_advice": may(
            Group({"on": must(Day(), say("Date")), "document": may(Words(), say("Document"))}),
            say("Advice of the Office"),
        ),
        "report": may(
            Group(
                {
                    "number": may(Words(), say("Number")),
                    "on": may(Day(), say("Date")),
                    "to": may(_PERSON, say("Addressed to")),
                }
            ),
            say("Report"),
        ),
        "recipients": may(
            ListOf(Either((Group({"name": must(_PERSON, say("Name")), "note": may(_PERSON, say("Note"))}), _PERSON))),
            say("Recipients"),
        ),
        "signer": may(_SIGNER, say("Signer")),
        "publish_from": may(OneOf(STAGES), say("Published from stage")),
        "closed": may(Flag(), say("Closed")),
        **_COMMON,
    }
)
REVIEW = Group(
    {
        "title": told(say("Title"), required=True),
        "held_on": may(Day(), say("Held on")),
        "document": may(Either((Words(), _DOCUMENT)), say("Document")),
        "signer": may(_SIGNER, say("Signer")),
        **_COMMON,
    }
)
BULLETIN = Group(
    {
        "title": told(say("Title"), required=True),
        "number": must(Words(), say("Number"), say("number of the issue, like {example}", example="03")),
        "date": must(Day(), say("Date"), say("the day of the issue, as year-month-day")),
        "masthead": must(
            Group(
                {
                    "licence": may(Words(), say("Licence"), say("number and issuer of the licence to publish")),
                    "internal": may(Flag(), say("Internal circulation")),
                }
            ),
            say("Masthead"),
        ),
        "layout": may(Slug(example="newsletter"), say("Layout")),
        "exemplars": may(ListOf(Ref("exemplar")), say("Exemplars")),
        "select": may(
            Group(
                {
                    "campaign": may(Ref("campaign"), say("Campaign")),
                    "stage": may(OneOf(STAGES), say("Stage")),
                    "category": may(Words(), say("Category")),
                    "unit": may(Ref("unit"), say("Unit")),
                }
            ),
            say("Selection"),
        ),
        **_COMMON,
    }
)
PAGE = Group(
    {
        "title": told(say("Title"), required=True),
        "menu": may(Whole(), say("Place in the menu")),
        **_COMMON,
    }
)

DOCUMENTS: dict[str, Group] = {
    "exemplar": EXEMPLAR,
    "plan": PLAN,
    "campaign": CAMPAIGN,
    "review": REVIEW,
    "bulletin": BULLETIN,
    "page": PAGE,
}

UNITS = Group(
    {
        "units": must(
            ListOf(
                Group(
                    {
                        "id": must(Slug(example="qlxd"), say("Id")),
                        "name": must(_LABEL, say("Name")),
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
    "section": Group(
        {"heading": must(_LABEL, say("Heading")), "min_words": may(Whole(), say("Least number of words"))}
    ),
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
                        "label": must(_LABEL, say("Label")),
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
                        "label": must(_LABEL, say("Label")),
                        "text": may(_LABEL, say("Wording")),
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
                                    "position": may(_PERSON, say("Position")),
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


def label_at(group: Group, path: str) -> Message:
    """Give the label of the field at a dotted path, such as `movements[].role`."""
    spec = field_at(group, path)
    return spec.label if spec else say("Field")


def is_flag(group: Group, path: str) -> bool:
    """Say whether the field at a dotted path is true or false, and so false where it is left out."""
    spec = field_at(group, path)
    return spec is not None and isinstance(spec.kind, Flag)


def field_at(group: Group, path: str) -> Field | None:
    """Give the field at a dotted path; `[]` after a name, or a list on the way, steps into its items."""
    kind: Kind = group
    spec: Field | None = None
    for part in path.split("."):
        name = part.removesuffix("[]")
        if not isinstance(kind, Group) or name not in kind.fields:
            return None
        spec = kind.fields[name]
        kind = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    return spec


def group_at(group: Group, path: str) -> Group:
    """Give the group at a dotted path, or that of the items of a list there."""
    spec = field_at(group, path)
    kind = spec.kind.kind if spec and isinstance(spec.kind, ListOf) else spec.kind if spec else None
    return kind if isinstance(kind, Group) else Group({})
