"""All kinds of check, in the order in which they are proposed to writers of criteria files."""

from collections.abc import Mapping

from guongsang.judge.criteria.check import Check
from guongsang.judge.criteria.evidence import EVIDENCE_CHECK
from guongsang.judge.criteria.field import FIELD_CHECK
from guongsang.judge.criteria.section import SECTION_CHECK
from guongsang.judge.criteria.unit_criteria import UNIT_CRITERIA_CHECK
from guongsang.read.data.criteria import CheckForm
from guongsang.read.tables.criteria import criteria_table

CHECKS = (EVIDENCE_CHECK, FIELD_CHECK, SECTION_CHECK, UNIT_CRITERIA_CHECK)
CHECK_BY_NAME: Mapping[str, Check] = {check.name: check for check in CHECKS}
CHECK_FORMS: Mapping[str, CheckForm] = {check.name: check.form for check in CHECKS}
CRITERIA = criteria_table({check.name: check.form.options for check in CHECKS})
"""The table of a criteria file."""
