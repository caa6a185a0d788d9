"""Photos of a profile of the good site, which has a drawing of its own."""

import io
from pathlib import Path

from PIL import Image, ImageCms

from support.site import edit

PHOTO = "content/exemplars/2024/noi-02.jpg"


def put_photo(root: Path, width: int = 1600, height: int = 1000) -> None:
    """Put a photo such as a phone takes: lying on its side, with place, comment and a profile of colours."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((20, 20, 200), (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"SECRETWORD", icc_profile=profile)
    use_photo(root, out.getvalue())


def use_photo(root: Path, data: bytes) -> None:
    """Let the profile use a photo in place of its drawing."""
    (root / PHOTO).write_bytes(data)
    if (root / PHOTO).with_suffix(".png").exists():
        (root / PHOTO).with_suffix(".png").unlink()
        edit(root, "content/exemplars/2024/noi-02.vi.md", "photo: noi-02.png", "photo: noi-02.jpg")
