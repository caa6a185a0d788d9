"""A signed manifest: `build --sign` writes its signature, `verify --signers` tells whose it is."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran

BUILD = ("--lang", "en", "--today", "2024-12-01", "build", "--no-print")


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """Make a key without a passphrase, and a list of signers who are allowed to sign."""
    key, signers = tmp_path / "khóa", tmp_path / "signers"
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)]
    subprocess.run(words, check=True, capture_output=True)
    signers.write_text(f"vanphong@mau.example {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    return key, signers


def test_who_signed_is_told(
    site: Callable[..., Path], run: Callable[..., Ran], keys: tuple[Path, Path], tmp_path: Path
) -> None:
    """The same bytes each time; an altered manifest, another list of signers and a missing signature are refused."""
    root, (key, signers) = site(), keys
    assert run("--root", root, *BUILD, "--sign", key).status == 0
    manifest, signature = root / "output/manifest.json", root / "output/manifest.json.sig"
    first = signature.read_bytes()

    def verified(allowed: Path = signers) -> Ran:
        return run("--root", root, "--lang", "en", "verify", "--signers", allowed)

    ran = verified()
    assert ran.status == 0 and "is signed by vanphong@mau.example" in ran.err
    assert run("--root", root, *BUILD, "--sign", key, "--jobs", "1").status == 0 and signature.read_bytes() == first
    (tmp_path / "nobody").write_text("", encoding="utf-8")
    assert verified(tmp_path / "nobody").status == 1
    assert verified(tmp_path / "not there").status == 3
    copy = tmp_path / "copy"
    shutil.copytree(root / "output", copy)
    asked = ("verify", copy, "--signers", signers)
    assert run("--root", root, *asked).status == run("--root", tmp_path, *asked).status == 0
    whole = manifest.read_bytes()
    manifest.write_bytes(whole.replace(b'"kind": "page"', b'"kind": "Page"', 1))
    ran = verified()
    assert ran.status == 1 and "bears no valid signature" in ran.err
    manifest.write_bytes(whole)
    signature.unlink()
    assert verified().status == 1
    assert run("--root", root, *asked).status == 1  # what it is compared with is not signed, though it is itself
    assert run("--root", root, *BUILD).status == 0 and not signature.exists()


def test_without_a_signature_nothing_is_published(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key, a key that is none, no ssh-keygen: status 3, one line, the old output stays."""
    root = site()
    assert run("--root", root, *BUILD).status == 0
    before = (root / "output/manifest.json").read_bytes()
    (tmp_path / "none").write_text("not a key", encoding="utf-8")
    for key in (tmp_path / "missing", tmp_path / "none"):
        ran = run("--root", root, *BUILD, "--sign", key)
        assert ran.status == 3 and "was not signed" in ran.err and "Traceback" not in ran.err
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("--root", root, *BUILD, "--sign", tmp_path / "none")
    assert ran.status == 3 and "ssh-keygen" in ran.err
    assert (root / "output/manifest.json").read_bytes() == before
    assert not (root / "output/manifest.json.sig").exists()
