"""What a build tells in the end: what was published and left out, or why nothing was."""

from guongsang.cli.call import Call
from guongsang.cli.streams import err
from guongsang.commands import command
from guongsang.findings import suggest
from guongsang.i18n.messages import Language, Message, say, say_n
from guongsang.pipeline.building import Built, Options
from guongsang.publish.kept import kept_folder
from guongsang.publish.release import GONE
from guongsang.publish.shrinking import Shrunk
from guongsang.render.paper.page_counts import LONGEST, LongBulletin
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.timings import Timings

_STAGES = {
    "read": say("reading documents and pictures"),
    "judge": say("judging"),
    "model": say("what is published, and its letters"),
    "list": say("data of the pages"),
    "search": say("index of the search"),
    "make": say("pages, pictures and papers"),
    "publish": say("putting the output in place"),
}
_SHOWN = 10
_NAMED = 4


def report_stopped(call: Call, built: Built, options: Options) -> None:
    """Print that errors forbade publishing, in which files they are, and what may be published without these."""
    n, files = len(built.checked.blocking), sorted({f.place.file for f in built.checked.blocking})
    named = ", ".join(files[:_SHOWN]) + (", …" if len(files) > _SHOWN else "")
    err(
        call.tell(
            say_n(
                "Nothing was published, because of {n} error in: {files}",
                "Nothing was published, because of {n} errors in: {files}",
                n=n,
                files=named,
            )
        )
    )
    if built.checked.stuck:
        stuck = sorted({f.place.file for f in built.checked.stuck})
        err(call.tell(say("No build can leave these files out; mend them first: {files}", files=", ".join(stuck))))
    else:
        again = command("build", "--skip-invalid", *_words(options))
        err(call.tell(say("To publish everything but the documents with errors: {command}", command=again)))


def report_shrunk(call: Call, shrunk: Shrunk, options: Options) -> None:
    """Print that far fewer exemplars would be published than before, why, and how to publish all the same."""
    err(
        call.tell(
            say_n(
                "Nothing was published: the last build published {n} exemplar, this one would publish {now}.",
                "Nothing was published: the last build published {n} exemplars, this one would publish {now}.",
                n=shrunk.before,
                now=shrunk.now,
            )
        )
    )
    err(call.tell(say("Why they are missing, and how many:")))
    for reason, n in shrunk.reasons[:_NAMED]:
        err(f"  {call.tell(reason)}: {n}")
    words = (*(("--skip-invalid",) if options.skip_invalid else ()), *_words(options))
    again = command("build", "--shrink", *words)
    err(call.tell(say("If this is meant: {command}", command=again)))


def report_timings(call: Call, timings: Timings) -> None:
    """Print how many seconds each stage took."""
    err(call.tell(say("Seconds of each stage:")))
    for stage, seconds in timings.seconds.items():
        err(f"  {call.tell(_STAGES[stage])}: {call.catalogue.form(round(seconds, 2))}")


def _words(options: Options) -> tuple[str, ...]:
    """Return the options of a build as they would be typed again, those that let errors and losses pass apart."""
    drafts = ("--drafts",) if options.wishes.drafts else ()
    papers = () if options.wishes.papers else ("--no-print",)
    output = () if options.output == options.root / "output" else ("--output", str(options.output))
    return (*drafts, *papers, *output)


def report_published(call: Call, built: Built, options: Options) -> None:
    """Print in a few lines what was published, and what was left out and why."""
    parts = [
        say_n("{n} exemplar", "{n} exemplars", n=built.exemplars),
        say_n("{n} page", "{n} pages", n=built.pages),
        say_n("{n} paper", "{n} papers", n=built.papers),
    ]
    err(call.tell(say("Published: {parts}, in {folder}", parts=parts, folder=str(options.output / "site"))))
    if built.gone:
        err(call.tell(_gone(built, options)))
    if built.kept:
        err(call.tell(_kept(built, options)))
    if built.moved:
        err(call.tell(_moved(built)))
    if built.left_out:
        err(call.tell(say("Left out:")))
    for row in built.left_out:
        err(f"  {row.file}: {call.tell(row.reason)}")
    if built.recalled:
        err(call.tell(say("Bulletins to recall, because an exemplar in them was withdrawn; destroy older prints:")))
    for file, gone in built.recalled:
        err(f"  {file}: {', '.join(gone)}")
    if built.long:
        err(call.tell(say_n("Bulletins of more than {n} page:", "Bulletins of more than {n} pages:", n=LONGEST)))
    for bulletin in built.long:
        err(f"  {call.tell(_lengths(bulletin))}")
    if not built.fonts.fit:
        _report_unfit(call, built.fonts)
    if built.tasks:
        err(call.tell(_tasks(built)))


def _tasks(built: Built) -> Message:
    """Tell how much is still to be done in open campaigns, and where to see it."""
    return say(
        "Still to do in open campaigns: {n}, of which overdue: {overdue}. What, who, by when: {command}",
        n=built.tasks,
        overdue=built.overdue,
        command=command("todo"),
    )


def _gone(built: Built, options: Options) -> Message:
    """Name the first of the files that are no longer on the site, pages and papers first, and the list of all."""
    first = sorted(built.gone, key=lambda path: (not path.endswith((".html", ".pdf")), path))[:_NAMED]
    return say_n(
        "{n} file is no longer on the site; delete it wherever the site was copied to: {names} (all in {list})",
        "{n} files are no longer on the site; delete them wherever the site was copied to: {names} (all in {list})",
        n=len(built.gone),
        names=", ".join(first) + (", …" if len(built.gone) > len(first) else ""),
        list=str(options.output / GONE),
    )


def _kept(built: Built, options: Options) -> Message:
    """Name the first of the files that lay in the output and were made by no build, and where they are now."""
    return say_n(
        "{n} file in the old output was made by no build and now lies in {folder}: {names}. What belongs to the site as"
        " it is goes into {place}",
        "{n} files in the old output were made by no build and now lie in {folder}: {names}. What belongs to the site"
        " as it is goes into {place}",
        n=len(built.kept),
        folder=str(kept_folder(options.output)),
        names=", ".join(built.kept[:_NAMED]) + (", …" if len(built.kept) > _NAMED else ""),
        place="static/root/",
    )


def _moved(built: Built) -> Message:
    """Tell that pages have new addresses, with the first of them."""
    old, new = built.moved[0]
    return say_n(
        "{n} page has a new address, and links to the old one lead nowhere: {old} is now {new}. If that is not meant,"
        " set the word under sections back",
        "{n} pages have new addresses, and links to the old ones lead nowhere: {old} is now {new}. If that is not"
        " meant, set the word under sections back",
        n=len(built.moved),
        old=old,
        new=new,
    )


def _report_unfit(call: Call, fonts: SystemFonts) -> None:
    """Print why none of the fonts that the site names is used."""
    absent = say("this font is not on this machine; install it, or name another")
    reasons = [(name, suggest(name, fonts.known, absent)) for name in fonts.absent]
    reasons += [(name, _lacking(letters)) for name, letters in fonts.lacking]
    if reasons:
        err(call.tell(say("Documents of administration are printed in our own font, not as print.fonts wants it:")))
    for name, reason in reasons:
        err(f"  {name}: {call.tell(reason)}")


def _lacking(letters: str) -> Message:
    """Return which letters a font lacks, the first few."""
    shown = list(letters[:_SHOWN])
    if len(letters) > _SHOWN:
        return say("this font lacks {letters} and others; name another", letters=shown)
    return say("this font lacks {letters}; name another", letters=shown)


def _lengths(bulletin: LongBulletin) -> Message:
    """Return how long a bulletin is in which language, and what to do."""
    lengths = [
        say_n("{n} page in {language}", "{n} pages in {language}", n=n, language=Language(lang))
        for lang, n in bulletin.pages
    ]
    cure = say("divide it into several issues, choose fewer exemplars, or shorten its texts")
    if bulletin.exemplars == 1:
        cure = say("shorten its texts")
    return say("{file}: {lengths}; {cure}", file=bulletin.file, lengths=lengths, cure=cure)
