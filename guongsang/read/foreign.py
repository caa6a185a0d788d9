"""Files of other programs: what one is, seen from its first bytes, and how a picture or a text is got out of it.

In come bytes and a name; out come sentences for a clerk who works on Windows with what stands on every machine there.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from guongsang.i18n.messages import Message, say

HEAD = 4096
"""How many of the first bytes tell what a file is."""


@dataclass(frozen=True)
class Foreign:
    """What a file is: in words, and in which way a picture comes out of it (as `picture_cure` knows them)."""

    what: Message
    way: str


_KINDS = {
    "heic": Foreign(say("a HEIC photo, as iPhones take them"), "heic"),
    "avif": Foreign(say("an AVIF picture"), "picture"),
    "gif": Foreign(say("a GIF picture"), "picture"),
    "tiff": Foreign(say("a TIFF picture"), "picture"),
    "bmp": Foreign(say("a BMP picture"), "picture"),
    "ico": Foreign(say("an icon"), "picture"),
    "jxl": Foreign(say("a JPEG XL picture"), "picture"),
    "jp2": Foreign(say("a JPEG 2000 picture"), "picture"),
    "jpg": Foreign(say("a JPEG picture"), "jpg"),
    "png": Foreign(say("a PNG picture"), "png"),
    "webp": Foreign(say("a WebP picture"), "webp"),
    "svg": Foreign(say("an SVG drawing"), "drawing"),
    "psd": Foreign(say("a Photoshop file"), "drawing"),
    "metafile": Foreign(say("a drawing of Office (EMF or WMF)"), "drawing"),
    "eps": Foreign(say("a drawing for printers (EPS or AI)"), "drawing"),
    "raw": Foreign(say("the raw data of a camera (RAW)"), "raw"),
    "video": Foreign(say("a film"), "video"),
    "pdf": Foreign(say("a PDF file"), "document"),
    "docx": Foreign(say("a Word file"), "document"),
    "xlsx": Foreign(say("an Excel file"), "document"),
    "pptx": Foreign(say("a PowerPoint file"), "document"),
    "odt": Foreign(say("a LibreOffice file"), "document"),
    "office": Foreign(say("a file of Word, Excel or PowerPoint"), "document"),
    "rtf": Foreign(say("an RTF file, as WordPad and Word write them"), "document"),
    "zip": Foreign(say("a packed file (ZIP)"), "packed"),
    "html": Foreign(say("a web page"), "web"),
    "empty": Foreign(say("an empty file"), "empty"),
}
_MAGIC = (
    (rb"\xff\xd8\xff", "jpg"),
    (rb"\x89PNG\r\n\x1a\n", "png"),
    (rb"RIFF....WEBP", "webp"),
    (rb"....ftyp(?:avif|avis)", "avif"),
    (rb"....ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)", "heic"),
    (rb"....ftypcrx", "raw"),
    (rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI ", "video"),
    (rb"GIF8[79]a", "gif"),
    (rb"II\*\x00.{4}CR|FUJIFILMCCD-RAW|IIU\x00|IIRO|MMOR", "raw"),
    (rb"II\*\x00|MM\x00\*|II\+\x00|MM\x00\+", "tiff"),
    (rb"BM.{4}\x00\x00\x00\x00", "bmp"),
    (rb"\x00\x00\x01\x00[\x01-\xff]\x00", "ico"),
    (rb"\xff\x0a|\x00\x00\x00\x0cJXL ", "jxl"),
    (rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51", "jp2"),
    (rb"8BPS", "psd"),
    (rb"\xd7\xcd\xc6\x9a|\x01\x00\x00\x00.{36} EMF", "metafile"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "eps"),
    (rb"%PDF-", "pdf"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument", "odt"),
    (rb"PK\x03\x04.*?word/", "docx"),
    (rb"PK\x03\x04.*?xl/", "xlsx"),
    (rb"PK\x03\x04.*?ppt/", "pptx"),
    (rb"PK\x03\x04", "zip"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (rb"(?:\xef\xbb\xbf)?\s*\{\\rtf", "rtf"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]", "svg"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html[\s>])", "html"),
)
_FORMS = tuple((re.compile(pattern, re.DOTALL | re.IGNORECASE), kind) for pattern, kind in _MAGIC)
_RAW_ENDINGS = (".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".srf", ".sr2", ".dng", ".raf", ".orf", ".rw2", ".pef")
_PICTURE_WAYS = ("heic", "picture", "drawing", "raw", "jpg", "png", "webp")


def recognised(head: bytes, name: str) -> Foreign | None:
    """Return what a file is by its first bytes, and by its name where these leave it open; None for any other."""
    if not head.strip():
        return _KINDS["empty"]
    kind = next((kind for form, kind in _FORMS if form.match(head)), None)
    ending = PurePosixPath(name.lower()).suffix
    if kind in (None, "tiff") and ending in _RAW_ENDINGS:
        kind = "raw"
    if kind == "zip" and ending in (".docx", ".xlsx", ".pptx"):
        kind = ending[1:]
    return _KINDS[kind] if kind else None


def is_picture(foreign: Foreign) -> bool:
    """Return whether a file was meant as a picture."""
    return foreign.way in _PICTURE_WAYS


def picture_cure(foreign: Foreign, file: str) -> Message:
    """Return the steps by which a file becomes a picture that can be published, with the name it should then have."""
    stem = PurePosixPath(file).stem
    name = f"{stem}.jpg"
    match foreign.way:
        case "heic":
            return say(
                "save it as JPEG: open it in Photos, choose Save as, type .jpg, and name {name} in the document; so"
                " that the iPhone takes JPEG from now on: Settings > Camera > Formats > Most Compatible",
                name=name,
            )
        case "jpg" | "png" | "webp" as ending:
            return say("rename it to {name}, and write this name in the document", name=f"{stem}.{ending}")
        case "drawing":
            return say(
                "open it in the program that made it, export it as PNG or JPEG, and name {name} in the document",
                name=f"{stem}.png",
            )
        case "raw":
            return say(
                "save it as JPEG with the program of the camera or in Photos, and name {name} in the document",
                name=name,
            )
        case "video":
            return say(
                "stop it where it is best, save that picture as JPEG, and name {name} in the document", name=name
            )
        case "document" | "web":
            return say(
                "open it, copy the picture in it, paste it into Paint, save as JPEG, and name {name} in the document",
                name=name,
            )
        case "packed":
            return say("unpack it, and put the JPEG that is in it here as {name}", name=name)
        case "empty":
            return say("copy the picture again from where it came from; if it is no JPEG there, save it as JPEG")
    return say(
        "save it as JPEG: open it in Paint, choose File > Save as > JPEG picture, and name {name} in the document",
        name=name,
    )
