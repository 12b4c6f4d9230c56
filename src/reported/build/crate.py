"""The metadata of an edition's folder as a research object (RO-Crate 1.1): what each file is, and how all of
it was made.

It holds no time: what was made of the same inputs is described by the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import reported
from reported.build.manifest import MANIFEST
from reported.dossier.codebook import explained
from reported.edition import Edition
from reported.files import as_json
from reported.notebooks import cache
from reported.wording.language import spoken

CRATE = "ro-crate-metadata.json"
# The profile's own words, and one that it does not have.
CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
PROFILE = "https://w3id.org/ro/crate/1.1"
OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    ".csv": "text/csv",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": f"{OFFICE}.presentationml.presentation",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
}
OTHER = "application/octet-stream"
MADE, TOOL = "#made", "#reported"
Entity = dict[str, Any]


def crate(
    report: Path, name: str, edition: Edition, inputs: Mapping[str, str], parameters: Mapping[str, Any]
) -> bytes:
    """The metadata of the files below ``report``: an edition (``name``) that lacks only its manifest.

    ``inputs`` are the digests of what it was made from, by path in its project.
    """
    files = [*_files(report), {"@id": MANIFEST, "@type": "File", "encodingFormat": KINDS[".json"]}]
    data = [_input(path, digest) for path, digest in inputs.items() if path.startswith("data/")]
    books = [_notebook(path, digest) for path, digest in inputs.items() if path.startswith("notebooks/")]
    settings = [_setting(key, value) for key, value in parameters.items() if value is not None]
    licenses = _licenses(edition)
    about = edition.record.plan.dossier
    day = edition.record.parameters.day or edition.record.newest_day
    root = {
        "@id": "./", "@type": "Dataset", "name": f"{about.title}: {name}", "description": about.description,
        "inLanguage": spoken().code, "version": name,
        **({"datePublished": str(day)} if day else {}),
        **({"license": _refer(licenses) or about.license} if licenses or about.license else {}),
        "hasPart": _refer(files), "mentions": {"@id": MADE},
    }  # fmt: skip
    descriptor = {
        "@id": CRATE, "@type": "CreativeWork", "conformsTo": {"@id": PROFILE}, "about": {"@id": "./"},
    }  # fmt: skip
    tool = {
        "@id": TOOL, "@type": "SoftwareApplication", "name": TOOL.removeprefix("#"),
        "softwareVersion": reported.__version__,
    }  # fmt: skip
    made = {
        "@id": MADE, "@type": "CreateAction", "name": f"{tool['name']} report {name}",
        "instrument": _refer([tool, *books]), "object": _refer([*data, *settings]), "result": _refer(files),
    }  # fmt: skip
    graph = [descriptor, root, *files, *licenses, tool, *books, *data, *settings, made]
    return as_json({"@context": CONTEXT, "@graph": graph}, ordered=False)


def _refer(entities: Iterable[Entity]) -> list[Entity]:
    return [{"@id": entity["@id"]} for entity in entities]


def _files(report: Path) -> list[Entity]:
    """The files that are there, each with what it is and its digest."""
    return [
        {
            "@id": name, "@type": "File", "name": name, "encodingFormat": KINDS.get(Path(name).suffix, OTHER),
            "contentSize": str((report / name).stat().st_size), "sha256": digest,
        }
        for name, digest in cache.of_files(report.rglob("*"), report).items()
        if name not in (CRATE, MANIFEST)
    ]  # fmt: skip


def _input(path: str, digest: str) -> Entity:
    """A file of the dossier, which lies elsewhere: told by its name and digest."""
    kind = KINDS.get(Path(path).suffix, OTHER)
    return {**_named(path), "@type": "CreativeWork", "encodingFormat": kind, "sha256": digest}


def _notebook(path: str, digest: str) -> Entity:
    """A notebook; only its sources count."""
    what = {"@type": "SoftwareSourceCode", "programmingLanguage": "Python", "identifier": digest}
    return _named(path) | what


def _named(path: str) -> Entity:
    return {"@id": f"#{quote(path)}", "name": path}


def _setting(name: str, value: Any) -> Entity:
    """A parameter with its value."""
    return {"@id": f"#parameter-{name}", "@type": "PropertyValue", "name": name, "value": value}


def _licenses(edition: Edition) -> list[Entity]:
    """The licences that the dossier names with an address."""
    package = explained(edition.record.dossier.folder, edition.record.plan)
    given = package.get("licenses", ())
    return [
        {
            "@id": one["path"],
            "@type": "CreativeWork",
            "name": one.get("title") or one.get("name") or one["path"],
        }
        for one in given
        if str(one.get("path", "")).startswith("https://")
    ]
