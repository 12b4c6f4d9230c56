"""Workbooks: a dossier whose tables are the sheets of one XLSX or ODS reads as the same in CSV; what a
spreadsheet does to cells is told or makes no difference; and nothing is lost on the way there and back.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from reported.build.checks import check
from reported.build.request import tables as inputs
from reported.classroom import attack
from reported.cli import main
from reported.dossier import appending, codebook, exporting, migration, reader, sheets, storage
from reported.dossier.schema import COLUMNS
from reported.dossier.starter import EXAMPLE
from reported.errors import Refused
from reported.figures.charts import Picture
from reported.notebooks import runner

from ..conftest import RELIEF, ROOT, ask

DOSES = ROOT / "examples" / "hundred-million-doses" / "data"
SOFFICE = shutil.which("soffice")
with_libreoffice = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed here")


def without_csv(folder: Path, place: Path) -> Path:
    """A copy of a dossier without its tables."""
    gone = shutil.ignore_patterns(*(f"{name}.csv" for name in COLUMNS))
    return Path(shutil.copytree(folder, place, ignore=gone))


def in_xlsx(folder: Path, place: Path) -> Path:
    """The dossier with its tables in a workbook as it is exported."""
    made = without_csv(folder, place)
    (made / "claims.xlsx").write_bytes(exporting.as_workbook(folder))
    return made


class Written(str):
    """A cell of OpenDocument that is written out."""


def ods_cell(value, style: str = "") -> str:
    """A cell of OpenDocument as programs write it."""
    style = f' table:style-name="{style}"' if style else ""
    if value in (None, ""):
        return f"<table:table-cell{style}/>"
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, (int, float)):
        kind = f'office:value-type="float" office:value="{value}"'
    elif isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, Written):
        return value
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell{style} {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def as_ods(tables: dict[str, list[list]], path: Path, style: str = "") -> Path:
    """Tables as a workbook of OpenDocument; ``style`` is what their cells are shown in."""
    spaces = " ".join(f"xmlns:{name}={quoteattr(of)}" for name, of in sheets._SPACES.items())
    rows = {
        name: "".join(
            f"<table:table-row>{''.join(ods_cell(cell, style) for cell in row)}</table:table-row>"
            for row in table
        )
        for name, table in tables.items()
    }
    body = "".join(f"<table:table table:name={quoteattr(name)}>{rows[name]}</table:table>" for name in rows)
    month = (
        '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
        '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:automatic-styles>{month}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return path


def rows_of(folder: Path) -> dict[str, list[list]]:
    """The tables of a dossier of CSV, numbers and days as a spreadsheet would hold them."""
    found = {}
    for name in COLUMNS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        rules = [COLUMNS[name].get(column) for column in header]
        found[name] = [
            header,
            *(
                [exporting.filling.typed(cell, rule) for cell, rule in zip(row, rules, strict=True)]
                for row in rows
            ),
        ]
    return found


def in_ods(folder: Path, place: Path) -> Path:
    """The dossier with its tables in a workbook of OpenDocument."""
    made = without_csv(folder, place)
    as_ods(rows_of(folder), made / "claims.ods")
    return made


FORMS = {"xlsx": in_xlsx, "ods": in_ods}


def lines(folder: Path) -> list[str]:
    """What ``reported check`` says, but that there is no schema."""
    return [line for line in map(str, check(folder)) if "datapackage.json: is missing" not in line]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("folder", [RELIEF, EXAMPLE, DOSES], ids=lambda path: path.parent.name)
def test_the_same_dossier_reads_the_same_in_every_form(folder, form, tmp_path):
    other = FORMS[form](folder, tmp_path / "other")
    plain, book = reader.read(folder), reader.read(other)
    assert plain.plan == book.plan
    for name in COLUMNS:
        assert getattr(plain, name).equals(getattr(book, name)), name
        assert storage.rows(other)[name].as_csv().encode() == (folder / f"{name}.csv").read_bytes(), name


@pytest.mark.parametrize("form", FORMS)
def test_the_same_dossier_gives_the_same_findings(form, tmp_path):
    other = FORMS[form](EXAMPLE, tmp_path / "other")
    for notebook in ("01", "02", "06"):
        plain, book = (ask(notebook, data=str(folder)) for folder in (EXAMPLE, other))
        assert list(plain) == list(book)
        assert all(repr(plain[name]) == repr(book[name]) for name in plain)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_every_notebook_says_the_same(form, tmp_path):
    other = FORMS[form](DOSES, tmp_path / "other")
    for path in sorted((ROOT / "notebooks").glob("[01][1-9]-*.ipynb")):
        said = [
            [repr(what) for _, what in runner.inline(path, {"data": str(d)}) if not isinstance(what, Picture)]
            for d in (DOSES, other)
        ]
        assert said[0] == said[1], path.name


@pytest.mark.parametrize("folder", [RELIEF, EXAMPLE, DOSES, ROOT / "data"], ids=lambda path: path.parent.name)
def test_there_and_back_nothing_is_lost_to_the_letter(folder, tmp_path):
    exporting.to_csv(in_xlsx(folder, tmp_path / "book"), tmp_path / "back")
    for name in COLUMNS:
        assert (tmp_path / "back" / f"{name}.csv").read_bytes() == (folder / f"{name}.csv").read_bytes()
    assert exporting.as_workbook(tmp_path / "back") == exporting.as_workbook(folder)


@with_libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_spreadsheet_that_opens_and_saves_it_loses_nothing(kind, tmp_path):
    book = in_xlsx(DOSES, tmp_path / "book")
    place = without_csv(DOSES, tmp_path / "saved")
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", str(place), str(book / "claims.xlsx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert storage.workbook(place).suffix == f".{kind}"
    for name in COLUMNS:
        assert storage.rows(place)[name].as_csv() == (DOSES / f"{name}.csv").read_text("utf-8"), name
    assert len(lines(place)) == len(lines(DOSES))
    if kind == "xlsx":
        offered = load_workbook(place / "claims.xlsx")["claims"].data_validations.dataValidation
        assert any("codes_claims_hedge" in choice.formula1 for choice in offered)


def test_cells_no_spreadsheet_holds_as_they_are_stay_texts(tmp_path):
    folder = Path(shutil.copytree(RELIEF, tmp_path / "plain"))
    odd = {
        "value": "1e3", "margin": "2.50", "period_start": "2023-08", "period_end": "1900-02-28",
        "stated": "=SUM(1;2)", "item": "-1", "note": "0017", "gloss": "TRUE", "role": "'tis",
        "credited": "50%", "scope": "2023-08-01",
    }  # fmt: skip
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= odd
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, rows[0], lineterminator="\n")
        made.writeheader()
        made.writerows(rows)
    book = in_xlsx(folder, tmp_path / "book")
    grid = storage.rows(book)["claims"]
    assert grid.as_csv() == (folder / "claims.csv").read_text("utf-8")
    cells = {
        head.value: cell
        for head, cell in zip(*load_workbook(book / "claims.xlsx")["claims"]["1:2"], strict=True)
    }
    assert all(cells[column].value == text for column, text in odd.items())
    assert cells["stated"].quotePrefix and cells["stated"].data_type == "s"
    assert cells["period_start"].number_format == "@"


def test_the_workbook_offers_codes_and_explains_columns():
    book = load_workbook(io.BytesIO(exporting.as_workbook(EXAMPLE)))
    assert book.sheetnames == ["claims", "sources", "denials", "events", "hedges", "codes"]
    assert book["codes"].sheet_state == "hidden"
    page = book["claims"]
    at = {head.value: head for head in page[1]}
    assert page.freeze_panes == "B2" and page.auto_filter.ref
    assert all(COLUMNS["claims"].keys() & {name} and head.comment for name, head in at.items())
    assert "Allowed: one of" in at["hedge"].comment.text
    offered = {str(choice.sqref)[0]: choice for choice in page.data_validations.dataValidation}
    named = {name: cell.column_letter for name, cell in at.items()}
    for column in ("hedge", "modality", "quantity", "source_id", "basis", "unit", "cumulative"):
        choice = offered[named[column]]
        where = book.defined_names[choice.formula1.removeprefix("=")].attr_text
        title, _, span = where.partition("!")
        words = {cell.value for (cell,) in book[title][span.replace("$", "")]}
        assert {cell.value for cell in page[named[column]][1:]} <= words, column
    days = [cell.value for cell in page[named["period_start"]][1:] if cell.value]
    assert days and all(isinstance(day, datetime) for day in days if not isinstance(day, str))


# What stands in a cell of claims, by column, and what is said of it; none where it reads like the good one.
PLANTED = {
    "a whole number": ("value", 900.0, []),
    "a day in a column of numbers": (
        "value", date(2023, 8, 1),
        ["claims!{at}2 column value: '2023-08-01' is a day, not a number. Write the number; format the "
         "cell as one before."],
    ),
    "an error": (
        "value", "#N/A",
        ["claims!{at}2 column value: shows the error #N/A. Mend the formula, or write what belongs there."],
    ),
    "a formula without its value": (
        "value", "=300*3",
        ["claims!{at}2 column value: holds the formula '=300*3' without its value. Open the workbook in a "
         "spreadsheet and save it there, or write the value itself."],
    ),
    "yes as a spreadsheet has it": ("cumulative", True, []),
    "a line break": (
        "item", "two\nlines", ["claims!{at}2 column item: holds a line break. Write the cell on one line."]),
    "blanks around": ("claim_id", "  {old} ", []),
    "an hour beside a day": (
        "period_end", datetime(2023, 8, 1, 13, 5),
        ["claims!{at}2 column period_end: '2023-08-01 13:05:00' is no date. Write YYYY-MM-DD, or YYYY-MM or "
         "YYYY where only that is known."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PLANTED)
def test_what_is_said_of_a_cell(case, tmp_path):
    column, value, says = PLANTED[case]
    folder = in_xlsx(RELIEF, tmp_path / "book")
    usual = lines(folder)
    book = load_workbook(folder / "claims.xlsx")
    (head,) = (cell for cell in book["claims"][1] if cell.value == column)
    cell = book["claims"][f"{head.column_letter}2"]
    if isinstance(value, str):
        value = value.format(old=cell.value)
    cell.value = value
    if value == "#N/A":
        cell.data_type = "e"
    book.save(folder / "claims.xlsx")
    told = [line for line in lines(folder) if line not in usual and not line.startswith("warning")]
    assert told == [line.format(at=head.column_letter) for line in says]


def test_a_day_that_is_shown_as_a_month_is_a_month(tmp_path):
    book = Workbook()
    for n, (day, form) in enumerate(
        [(1, "yyyy-mm"), (1, "mmm-yy"), (1, "yyyy"), (5, '[$-409]d" of "mmmm'), (5, "mm-dd-yy")], 1
    ):
        book.active[f"A{n}"] = date(2023, 8, day)
        book.active[f"A{n}"].number_format = form
    book.active["B1"], book.active["B1"].number_format = 0.4, "0%"
    book.save(tmp_path / "days.xlsx")
    (sheet,) = sheets.read(tmp_path / "days.xlsx")
    assert list(sheet.cells.values()) == ["2023-08", "40%", "2023-08", "2023", "2023-08-05", "2023-08-05"]
    as_ods({"one": [[date(2023, 8, 1)]]}, tmp_path / "days.ods", "month")
    assert sheets.read(tmp_path / "days.ods")[0].cells == {(1, 1): "2023-08"}


def test_what_a_spreadsheet_adds_makes_no_difference(tmp_path):
    folder = in_xlsx(RELIEF, tmp_path / "book")
    usual = lines(folder)
    book = load_workbook(folder / "claims.xlsx")
    page = book["claims"]
    page.title = " Claims "
    page.row_dimensions[3].hidden = True
    page["A1000"].number_format = "0.00"  # a blank row far below that somebody has touched
    page["C2"].comment = Comment("look again", "me")
    page["AZ4"] = "   "
    book.save(folder / "claims.xlsx")
    (folder / ".~lock.claims.xlsx#").write_text("me")
    (folder / "~$claims.xlsx").write_text("me")
    assert [line.replace(" Claims ", "claims") for line in lines(folder)] == usual
    assert len(reader.read(folder).said) == len(reader.read(RELIEF).said)
    assert not any("lock" in path.name or "$" in path.name for path in inputs(folder))


def changed_book(tmp_path: Path, change) -> list[str]:
    """What is grave about the good dossier as a workbook with a change."""
    folder = in_xlsx(RELIEF, tmp_path / "book")
    book = load_workbook(folder / "claims.xlsx")
    change(book)
    book.save(folder / "claims.xlsx")
    return [line for line in lines(folder) if "claims.xlsx" in line or "claims!" in line or "!" in line[:12]]


def test_sheets_that_are_missing_beside_or_merged_are_told(tmp_path):
    def change(book):
        book["events"].title = "event"
        book.create_sheet("my notes")["A1"] = "to do"
        book["denials"].merge_cells("A2:A3")
        book["claims"]["BA2"] = "aside"
        book["claims"]["B2"] = "nowhere"  # the row is looked at all the same

    told = changed_book(tmp_path, change)
    assert any(line.startswith("claims!B2 column source_id: no source is called 'nowhere'") for line in told)
    assert "claims.xlsx: has no sheet events. Did you mean event? Rename it." in told
    assert (
        "claims.xlsx sheet denials: merged cells: denials!A2:A3. All but the first of them read as empty. "
        "Take them apart again, and write in each what belongs there."
    ) in told
    assert (
        "claims!BA2: stands beside the table: 'aside', below no name of a column. Name the column in the "
        "header, or move it."
    ) in told
    (remark,) = (line for line in told if line.startswith("warning: claims.xlsx: not read"))
    assert "'event', 'my notes'" in remark


def test_two_forms_side_by_side_are_refused_by_name(tmp_path):
    folder = Path(shutil.copytree(RELIEF, tmp_path / "both"))
    (folder / "claims.ods").write_bytes(b"")
    (line,) = (line for line in lines(folder) if line.startswith("the tables"))
    assert "claims.ods, sources.csv" in line and "which of them counts?" in line
    with pytest.raises(Refused, match="side by side"):
        reader.read(folder)


def damaged(name: str) -> bytes:
    """A file that is no workbook to read."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        if name == "encrypted":
            package.writestr("content.xml", "")
            package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        elif name == "other":
            package.writestr("word/document.xml", "")
        else:
            package.writestr("xl/workbook.xml", "<workbook")
    return made.getvalue()


@pytest.mark.parametrize(
    "content, says",
    [
        (b"", "cannot be opened as a workbook"),
        (b"claim_id,value\n", "cannot be opened as a workbook"),
        (sheets.OLE + b"\0" * 600, "is protected by a password, or of the older kind"),
        (damaged("encrypted"), "is protected by a password. Save it without"),
        (damaged("other"), "is no workbook, whatever its name says"),
        (damaged("cut"), "cannot be read. It is cut off or damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_words(content, says, tmp_path):
    folder = without_csv(RELIEF, tmp_path / "book")
    (folder / "claims.xlsx").write_bytes(content)
    assert any(line.startswith("claims.xlsx: ") and says in line for line in lines(folder))


def test_open_document_is_read_as_it_is_shown(tmp_path):
    remark = "<office:annotation><text:p>a remark</text:p></office:annotation>"
    written = (
        f'<table:table-cell office:value-type="string">{remark}<text:p>one<text:s text:c="2"/>two<text:tab/>'
        "<text:a>three</text:a></text:p><text:p>below</text:p></table:table-cell>"
    )
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    waiting = '<table:table-cell table:formula="of:=A1"/>'
    share = '<table:table-cell office:value-type="percentage" office:value="0.4"/>'
    twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>'
    spanned = '<table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>'
    written, error, waiting, share, twice, spanned = map(
        Written, (written, error, waiting, share, twice, spanned)
    )
    row = [written, error, waiting, share, twice, True, 1.5e6, spanned]
    (sheet,) = sheets.read(as_ods({"one": [row]}, tmp_path / "one.ods"))
    assert list(sheet.cells.values()) == [
        "one  two\tthree\nbelow", "\0#DIV/0!", "\0=A1", "40%", "7", "7", "TRUE", "1500000", "x",
    ]  # fmt: skip
    assert sheet.merged == ["I1:J1"]


def test_a_cell_that_is_repeated_without_end_is_refused(tmp_path):
    again = "<table:table-cell table:number-columns-repeated='900000000'"
    cell = Written(f"{again} office:value-type='float' office:value='7'/>")
    with pytest.raises(Refused, match="repeats what stands in one!A1 900,000,000 times"):
        sheets.read(as_ods({"one": [[cell]]}, tmp_path / "one.ods"))
    blank = Written(f"{again}/>")
    assert sheets.read(as_ods({"one": [["x", blank]]}, tmp_path / "two.ods"))[0].cells == {(1, 1): "x"}


@pytest.mark.parametrize("form", ["csv", *FORMS])
def test_a_row_is_added_at_the_end_and_all_else_stays(form, tmp_path):
    folder = FORMS.get(form, shutil.copytree)(RELIEF, tmp_path / "book")
    row = {
        "claim_id": "new",
        "value": "1500",
        "margin": "2.5",
        "stated": "=mehr als 1500",
        "period_end": "2024-01",
    }
    before = storage.rows(folder)
    appending.append(folder, "claims", {**row, "no such column": "x"})
    appending.append(folder, "claims", {"claim_id": "newer"})
    after = storage.rows(folder)
    known = set(before["claims"].header)
    added = [
        {c: v for c, v in zip(after["claims"].header, r, strict=True) if v} for r in after["claims"].rows[-2:]
    ]
    assert added == [{c: v for c, v in row.items() if c in known}, {"claim_id": "newer"}]
    for name in COLUMNS:
        assert after[name].rows[: len(before[name].rows)] == before[name].rows
    if form == "xlsx":
        page = load_workbook(folder / "claims.xlsx")["claims"]
        assert page.data_validations.dataValidation and page["A1"].comment
        assert page.cell(after["claims"].numbers[-2], 1).alignment.wrap_text


def test_a_row_in_csv_keeps_the_kind_of_line_ends_and_the_mark(tmp_path):
    folder = Path(shutil.copytree(RELIEF, tmp_path / "plain"))
    text = (folder / "sources.csv").read_text("utf-8")
    (folder / "sources.csv").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    before = (folder / "sources.csv").read_bytes()
    appending.append(folder, "sources", {"source_id": "new"})
    after = (folder / "sources.csv").read_bytes()
    assert after.startswith(before.rstrip()) and after.endswith(b"\r\n") and b"\r\nnew," in after


def test_a_dossier_that_changes_is_read_anew(tmp_path):
    folder = in_xlsx(RELIEF, tmp_path / "book")
    many = len(reader.read(folder).documents)
    row = dict(zip(storage.header(folder, "sources"), storage.rows(folder)["sources"].rows[1], strict=True))
    appending.append(folder, "sources", row | {"source_id": "new", "url": ""})
    assert len(reader.read(folder).documents) == many + 1
    assert [path.name for path in inputs(folder)].count("claims.xlsx") == 1


def test_the_codebook_says_in_which_sheet_a_table_stands(tmp_path):
    folder = in_xlsx(EXAMPLE, tmp_path / "book")
    codebook.write(folder)
    part = codebook.described(folder)["resources"][1]
    assert (part["path"], part["format"]) == ("claims.xlsx", "xlsx") and "delimiter" not in part["dialect"]
    assert "## claims.xlsx, sheet claims" in (folder / "README.md").read_text("utf-8")
    exporting.to_csv(folder, tmp_path / "back")
    assert codebook.described(tmp_path / "back") == codebook.in_step(
        codebook.described(EXAMPLE), reader.read(EXAMPLE).plan
    )


def test_commands_take_a_workbook_and_overwrite_none(tmp_path, capsys):
    folder = in_xlsx(EXAMPLE, tmp_path / "book")
    assert main(["check", str(folder)]) == 0
    assert main(["migrate", str(folder)]) == 0
    assert main(["export", str(folder)]) == 1
    assert "Say --xlsx FILE" in capsys.readouterr().err
    assert main(["export", str(folder), "--xlsx", str(folder / "claims.xlsx")]) == 1
    assert "is there already, and stays as it is" in capsys.readouterr().err
    assert main(["export", str(folder), "--xlsx", str(tmp_path / "other.ods")]) == 1
    assert "Let it end in .xlsx" in capsys.readouterr().err
    assert main(["export", str(folder), "--csv", str(tmp_path)]) == 1
    assert "nothing in it is touched" in capsys.readouterr().err
    assert main(["export", str(folder), "--csv", str(tmp_path / "new")]) == 0
    assert reader.read(tmp_path / "new").claims.equals(reader.read(folder).claims)


def test_a_workbook_of_the_older_form_is_told_the_way(tmp_path):
    folder = in_xlsx(RELIEF, tmp_path / "book")
    book = load_workbook(folder / "claims.xlsx")
    (head,) = (cell for cell in book["claims"][1] if cell.value == "hedge")
    book["claims"][f"{head.column_letter}2"] = "capacity_ge"
    book.save(folder / "claims.xlsx")
    before = (folder / "claims.xlsx").read_bytes()
    with pytest.raises(Refused, match="reported export --csv NEW"):
        migration.migrate(folder)
    assert (folder / "claims.xlsx").read_bytes() == before


def test_an_attack_on_a_workbook_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(attack, "HERE", tmp_path)
    for table in attack.TABLES:
        (tmp_path / f"one-{table}.csv").write_text("x\n")
    with pytest.raises(SystemExit, match="reported export"):
        attack.add("one", str(in_xlsx(EXAMPLE, tmp_path / "book")))


def test_a_cell_of_a_sheet_that_is_told_already_is_left_out_as_that_of_a_file_is(tmp_path):
    folder = in_xlsx(EXAMPLE, tmp_path / "book")
    for found in (storage.tables(EXAMPLE)[0]["claims"], storage.tables(folder)[0]["claims"]):
        place = found.place(0, "value")
        left = found.without([place, "dossier.toml"])
        assert found.has(place) and not found.has("dossier.toml")
        assert left["value"] == ("", *found["value"][1:]) and found["value"][0]
        assert left["stated"] == found["stated"]
