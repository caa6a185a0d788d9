"""Writes what was made of the answers, all or nothing, and tells the files on standard output, one a line.

Nothing is written before every question is answered and every text is made, so that an interrupt or a wrong answer
leaves the site as it was.
"""

import unicodedata

from guongsang.author.translate import skeletons
from guongsang.author.write import write_new
from guongsang.cli.call import DONE
from guongsang.cli.new.prompts import Declined, Known, Prompter
from guongsang.cli.new.readers import pick
from guongsang.cli.streams import out
from guongsang.commands import command
from guongsang.i18n.messages import say, say_n
from guongsang.read.content import Content
from guongsang.read.odd_characters import as_read, without_holes


def file_of(content: Content, folder: str, slug: str) -> str:
    """Return the path of a new document in the source language."""
    return f"{folder}/{slug}.{content.config.source_language}.md"


def text_bytes(text: str) -> bytes:
    """Write what was answered as it would be read: in NFC, without signs that nobody sees."""
    return without_holes(as_read(unicodedata.normalize("NFC", text), ".md")).encode()


def finish(asker: Prompter, content: Content, files: dict[str, bytes]) -> int:
    """Add translations, ask once whether to write, write all or nothing, and tell what was written."""
    call = asker.call
    also = asker.given.get("also")
    if also is not None:
        names = {code: code for code in content.config.languages[1:]}
        files |= skeletons(content, files, pick(also, names, "--also"), call.catalogue)
    if asker.may_ask:
        for file in files:
            call.report(say("  to be written: {file}", file=file))
        if not asker.answer("yes", Known(default=call.tell(say("yes")))):
            raise Declined
    write_new(call.root, files)
    for file in files:
        out(file)
    first = next(file for file in files if file.endswith(".md"))
    call.report(
        say_n(
            "{n} file was written. Now write what stands in [[ ]] there; to see what is left: {command}",
            "{n} files were written. Now write what stands in [[ ]] there; to see what is left: {command}",
            n=len(files),
            command=command("check", first),
        )
    )
    return DONE
