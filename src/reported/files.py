"""Files: JSON and zips are written in one way each, so that the same content is the same bytes; a file is
told by its digest.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# The hour at which an office program wrote a file, and the part of the file where it stands.
HOUR, CORE = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>"), "docProps/core.xml"


def of_file(path: Path) -> str:
    """The digest of a file's content, of a folder's list of names; empty where there is neither."""
    try:
        return hashlib.sha256(
            path.read_bytes()
            if path.is_file()
            else "\n".join(sorted(inside.name for inside in path.iterdir())).encode()
        ).hexdigest()
    except OSError:
        return ""


def as_json(content: Any, ordered: bool = True) -> bytes:
    """Content as JSON to read: letters as they are, keys in order unless their own order says something."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=ordered)
    return f"{text}\n".encode()


def zipped(files: Mapping[str, bytes], mode: int = 0) -> bytes:
    """Files by name as a zip without the hour of its making; `mode` says who may read what is unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            package.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def below(folder: Path, root: Path | None = None) -> dict[str, bytes]:
    """All files below a folder, in order, by their names as seen from `root` (default: the folder)."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root or folder).as_posix(): path.read_bytes() for path in paths}


def unzipped(package: bytes) -> dict[str, bytes]:
    """The files of a zip, each under its name, in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return {name: files.read(name) for name in files.namelist()}
