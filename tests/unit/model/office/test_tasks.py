"""What is still to be done: from findings and next steps, overdue first, never in a closed campaign."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from guongsang.i18n.messages import Catalogue
from guongsang.model.office.tasks import Task, list_tasks
from unit.support import CAMPAIGN, MAI, PLAN, changed, judge_site

ENGLISH = Catalogue("en")


def tasks_of(root: Path, *layers: Mapping[str, str | bytes | None], today: date = date(2024, 6, 1)) -> list[Task]:
    """Return the tasks of the small site on a day."""
    content, judgement = judge_site(root, *layers, today=today)
    return list(list_tasks(content, judgement.findings, content.campaigns[0], today))


def kinds(tasks: list[Task]) -> list[tuple[str, str | None]]:
    """Return kind and unit of tasks, untranslated documents apart."""
    return [(task.kind, task.unit) for task in tasks if task.kind != "untranslated"]


def test_the_small_site_has_its_tasks_in_order(tmp_path: Path) -> None:
    """What is overdue comes first, then by day, then what has none."""
    tasks = tasks_of(tmp_path)
    assert kinds(tasks) == [
        ("quota-unmet", "duoc"),
        ("plan-missing", "duoc"),
        ("activity", "noi"),
        ("advice", None),
        ("approved", "noi"),
    ]
    assert [task.due for task in tasks[:3]] == [date(2024, 3, 31), date(2024, 4, 14), date(2024, 5, 30)]
    assert [task.days_late(date(2024, 6, 1)) for task in tasks[:4]] == [62, 48, 2, 0]


def test_each_task_says_who_must_act(tmp_path: Path) -> None:
    """The unit, the Office, or whoever a plan names for its work."""
    who = {
        task.kind: ENGLISH.form(task.who) for task in tasks_of(tmp_path) if not task.about.startswith("content/plans/")
    }
    assert who["quota-unmet"] == "the unit" and who["approved"] == "the Office"
    assert who["untranslated"] == "who writes the profile"
    (work,) = [task for task in tasks_of(tmp_path / "b") if task.kind == "activity"]
    assert ENGLISH.form(work.who) == "Trưởng khoa"


def test_nothing_is_asked_in_a_closed_campaign_or_a_draft(tmp_path: Path) -> None:
    """Neither what is found nor a next step."""
    for n, line in enumerate(("closed: true", "draft: true")):
        closed = changed(CAMPAIGN, ("publish_from: registered", f"publish_from: registered\n{line}"))
        assert tasks_of(tmp_path / str(n), closed) == []


def test_each_step_leads_to_the_next(tmp_path: Path) -> None:
    """Registration, approval, review; nothing more of a profile that is reviewed, a draft or withdrawn."""
    steps = "progress:\n  discovered: {on: 2024-02-20}\n  registered: {on: 2024-03-10}\n"
    for n, (after, asked) in enumerate(
        [
            ("progress:\n  discovered: {on: 2024-02-20}\n", "registered"),
            (steps, "approved"),
            (f"{steps}  approved: {{on: 2024-04-01}}\n", "reviewed"),
            (f"{steps}  reviewed: {{on: 2024-11-10}}\n", None),
            (f"draft: true\n{steps}", None),
            (f"withdrawn: {{on: 2024-05-01, reason: revoked}}\n{steps}", None),
        ]
    ):
        tasks = tasks_of(tmp_path / str(n), changed(MAI, (steps, after)), today=date(2024, 12, 1))
        own = [task.kind for task in tasks if task.kind in ("registered", "approved", "reviewed")]
        assert own == ([asked] if asked else []), after


def test_work_that_is_done_is_no_task(tmp_path: Path) -> None:
    """Nor work without a day."""
    for n, (old, new) in enumerate([("due: 2024-05-30", "due: 2024-05-30, status: done"), (", due: 2024-05-30", "")]):
        assert "activity" not in [task.kind for task in tasks_of(tmp_path / str(n), changed(PLAN, (old, new)))]


def test_the_same_found_often_in_a_document_is_one_task(tmp_path: Path) -> None:
    """It says how often."""
    body = ("Ghi tên lên khay.", "Ghi tên lên khay. Xem [đây](https://a.vn), [đây](https://b.vn), [đây](https://c.vn).")
    (task,) = [task for task in tasks_of(tmp_path, changed(MAI, body)) if task.kind == "vague-link-text"]
    assert (task.times, task.about, task.file) == (3, "2024/noi-01", MAI)


def test_what_was_missed_is_no_task(tmp_path: Path) -> None:
    """A plan that came late cannot come in time any more."""
    late = changed(PLAN, ("completed_on: 2024-04-10", "completed_on: 2024-04-20"))
    assert "late" not in [task.kind for task in tasks_of(tmp_path, late)]
