"""The list of what the program is made of, for those who must know it."""

import json
import re
import subprocess
import sys
from pathlib import Path

from support.site import PROJECT


def test_the_list_of_components_is_the_lock_file(tmp_path: Path) -> None:
    """CycloneDX 1.6, checked against its schema: every pin with its version and hashes, and no time of its making."""
    words = [sys.executable, "-X", "utf8", PROJECT / "supply/supply.py", "sbom", tmp_path / "sbom.json"]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    whole = json.loads((tmp_path / "sbom.json").read_bytes())
    assert not {"timestamp", "serialNumber"} & {*whole, *whole["metadata"]}
    assert (whole["bomFormat"], whole["specVersion"]) == ("CycloneDX", "1.6")
    lock = (PROJECT / "requirements.lock.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock, re.MULTILINE)
    assert [(c["name"], c["version"]) for c in whole["components"]] == pins
    assert all(c["externalReferences"][0]["hashes"] for c in whole["components"])
