"""Carries out `build`: publishes what holds, and tells what was found and what became of it."""

from guongsang.cli.call import DONE, FINDINGS, Call
from guongsang.cli.streams import lasts
from guongsang.cli.told.build_report import report_published, report_shrunk, report_stopped, report_timings
from guongsang.cli.told.findings import Form, report_setup, tell_checked
from guongsang.findings import SetupError
from guongsang.pipeline.building import Options, build_site
from guongsang.render.paper.system_fonts import SystemFonts


def build_and_report(call: Call, options: Options, *, timings: bool) -> int:
    """Build a site as asked, report on it, with the time of each stage if asked for, and return the exit status."""
    status = _build(call, options)
    if timings:
        report_timings(call, options.timings)
    return status


def _build(call: Call, options: Options) -> int:
    try:
        built = build_site(options)
    except SetupError as fault:
        lasts()
        return report_setup(call, fault)
    tell_checked(call, built.checked.findings, built.checked, Form(building=True))
    if built.shrunk:
        report_shrunk(call, built.shrunk, options)
        lasts()
        return FINDINGS
    if not built.published:
        report_stopped(call, built, options)
        lasts()
        return FINDINGS
    report_published(call, built, options)
    if not built.moved and not options.key:
        lasts(fonts=built.fonts != SystemFonts())
    return DONE
