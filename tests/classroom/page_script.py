"""The script of an exercise's page without a browser: what it replies to answers, and what it hands in."""

import json
import subprocess
from pathlib import Path

import playwright

from ..conftest import ROOT

SCRIPT = ROOT / "src/reported/classroom/page/exercise.js"
NODE = Path(playwright.__file__).parent / "driver" / "node"  # it comes with what drives the browser
# As much of a page as the script asks for: a form for each question, and one to hand in.
PAGE = r"""
const fs = require("fs"), [script, given] = process.argv.slice(1);
const { data, asked, moved, student } = JSON.parse(fs.readFileSync(given, "utf-8"));
const element = () => ({ textContent: "", children: [], value: "", setAttribute() {}, focus() {}, click() {},
  classList: { toggle() {} }, appendChild(child) { this.children.push(child); return child; } });
const form = (name) => {
  const parts = { ".reply": element(), ".earlier": element(), output: element() }, heard = {};
  return { dataset: { name }, parts, heard, classList: { toggle() {} },
    elements: Object.fromEntries(["answer", "student", "value", "wording", "reading"]
      .map((name) => [name, element()])),
    querySelector: (which) => parts[which], addEventListener: (what, act) => { heard[what] = act; } };
};
const questions = Object.keys(data.questions).map(form), moves = Object.keys(data.moves).map(form);
for (const each of moves) each.elements.value.addEventListener = () => {};
const places = { save: form("save"), score: element(), print: element() };
places.data = { textContent: JSON.stringify(data) };
places.print.addEventListener = () => {};
let handed = null, link = null;
globalThis.document = { getElementById: (id) => places[id], createElement: () => (link = element()),
  querySelectorAll: (which) => (which === "form.question" ? questions : moves) };
globalThis.DOMParser = class { parseFromString(text) {
  const plain = text.replaceAll("&lt;", "<").replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));
  return { body: { textContent: plain } };
} };
globalThis.sessionStorage = { getItem: () => null, setItem() {} };
globalThis.Blob = class { constructor([text]) { handed = text; } };
globalThis.URL = { createObjectURL: () => "blob:", revokeObjectURL() {} };
globalThis.setTimeout = () => {};
(0, eval)(fs.readFileSync(script, "utf-8"));
const submit = (one) => one.heard.submit({ preventDefault() {} });
const replies = asked.map(([name, answer]) => {
  const one = questions.find((each) => each.dataset.name === name);
  one.elements.answer.value = answer;
  submit(one);
  return one.parts[".reply"].textContent;
});
const comes = moved.map(([name, value, wording, reading]) => {
  const one = moves.find((each) => each.dataset.name === name);
  Object.entries({ value, wording, reading }).forEach(([part, to]) => { one.elements[part].value = to; });
  one.heard.change();
  return one.parts[".reply"].textContent;
});
const score = places.score.textContent;
if (student) { places.save.elements.student.value = student; submit(places.save); }
process.stdout.write(JSON.stringify({ replies, comes, score, handed, file: link && link.download }));
"""


def run(data, tmp_path, asked=(), moved=(), student=""):
    """What the script of a page with some data replies to (question, answer), what it says comes of
    (figure, step, wording, reading), and the file that it hands in.
    """
    given = tmp_path / "given.json"
    given.write_text(
        json.dumps({"data": data, "asked": list(asked), "moved": list(moved), "student": student}), "utf-8"
    )
    done = subprocess.run([NODE, "-e", PAGE, SCRIPT, given], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
