"""Whatever a notebook does, the warm engine records what papermill records with a kernel of the usual kind."""

# ruff: noqa: E501  # the cells stand as a notebook has them

import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
import papermill
import psutil
import pytest

from papermill_warm import server

SECONDS = 6  # an endless loop is given
ORDINARY = [
    "import sys, os, warnings, logging, time, subprocess, threading, asyncio, multiprocessing\nprint('one'); print('two', flush=True)",
    "print('out', end=''); sys.stdout.write(' and more\\n'); print('err', file=sys.stderr)\n1 + 1",
    "x = 3\nNone",
    "_ * 2, Out[2], In[2][:5], __name__",
    "from IPython.display import display, HTML, JSON, Markdown, update_display, clear_output, Image\ndisplay(HTML('<b>x</b>'), Markdown('*y*'))\nJSON({'a': [1, 2]})",
    "handle = display('first', display_id='here')",
    "handle.update('second'); update_display('third', display_id='here'); 'shown'",
    "print('gone'); clear_output(); print('kept')",
    "print('waits'); clear_output(wait=True); print('replaces')",
    "warnings.warn('take care'); logging.getLogger('x').warning('logged'); warnings.warn('again', DeprecationWarning)",
    "try:\n    input('name? ')\nexcept Exception as error:\n    print(type(error).__name__, error)",
    "import getpass\ntry:\n    getpass.getpass()\nexcept Exception as error:\n    print(type(error).__name__, error)",
    "%who_ls int",
    "%%capture held\nprint('inside')",
    "held.stdout",
    "%%bash\necho from bash\necho to stderr >&2",
    "!echo from the shell",
    "found = !printf 'a\\nb'\nfound",
    "%pwd",
    "%%writefile written.txt\nwords",
    "open('written.txt').read(), sorted(os.listdir())",
    "len?",
    "await asyncio.sleep(0.01); 'awaited'",
    "async def later():\n    await asyncio.sleep(0.01)\n    return 5\ntask = asyncio.create_task(later())\nawait task",
    "def work(n):\n    print('thread', n)\nthreads = [threading.Thread(target=work, args=(n,)) for n in range(3)]\nfor t in threads:\n    t.start(); t.join()",
    "subprocess.run(['echo', 'captured'], capture_output=True, text=True).stdout",
    "subprocess.run(['echo', 'straight to the terminal']).returncode\ntime.sleep(0.5)",
    "pid = os.fork()\nif pid == 0:\n    os._exit(7)\nos.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])",
    "from concurrent.futures import ProcessPoolExecutor\nwith ProcessPoolExecutor(2, mp_context=multiprocessing.get_context('fork')) as pool:\n    lengths = list(pool.map(len, ['a', 'bb']))\nlengths",
    "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': ['x', 'ÿ 반']})",
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]); plt.title('inline')",
    "fig, ax = plt.subplots(); ax.bar([1, 2], [3, 4]); plt.show(); print('after')",
    "fig",
    "class Rich:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n        return {'text/plain': 'rich', 'application/x-y+json': {'z': (1, 2)}}, {'application/x-y+json': {'m': 1}}\nRich()",
    "class Broken:\n    def _repr_html_(self):\n        raise ValueError('no html')\n    def __repr__(self):\n        return 'broken'\nprint('before')",
    "'a\\x1b[31mred\\x1b[0m', print('\\x1b[32mgreen\\x1b[0m'), 'x' * 10",
    "print('10 %\\r20 %\\r30 %')",
    "for n in range(3):\n    print(n); time.sleep(0.15)",
    "import random, numpy\nrandom.seed(1); numpy.random.seed(1)\nrandom.random(), float(numpy.random.rand())",
    "os.environ['TERM'], os.environ['MPLBACKEND'], os.isatty(1), sys.argv[0][:0], sys.path[0]",
    "str(_dh[0]), get_ipython().starting_dir, get_ipython().execution_count, len(In), sys.ps1, sys.modules['__main__'] is get_ipython().user_module",
    "import pickle\nclass Own:\n    pass\npickle.loads(pickle.dumps(Own())).__class__ is Own, multiprocessing.current_process().name",
    "get_ipython().run_line_magic('precision', '3')\n3.14159265",
    "from ipykernel.comm import Comm\ncomm = Comm('target', data={'a': 1}); comm.close()\n'comm'",
]  # fmt: skip
AWKWARD = {
    "traceback": ["print('before')\ndef inner(n):\n    return 1 / n\ninner(0)", "print('never')"],
    "syntax": ["for"],
    "chained": ["try:\n    {}['x']\nexcept KeyError as error:\n    raise RuntimeError('more') from error"],
    "display": ["class Broken:\n    def _repr_html_(self):\n        raise ValueError('no html')\n    def __repr__(self):\n        return 'broken'\nBroken()", "2"],
    "interrupt": ["raise KeyboardInterrupt"],
    "exit 3": ["import sys\nprint('x')\nsys.exit(3)", "print('never')"],
    "exit 0": ["import sys\nprint('x')\nsys.exit(0)", "print('never')"],
    "exit word": ["raise SystemExit('bye')"],
    "dead": ["import os, time\nprint('x', flush=True)\ntime.sleep(0.5)\nos._exit(5)", "print('never')"],
    "segfault": ["import ctypes, time\nprint('x')\ntime.sleep(0.5)\nctypes.string_at(0)"],
    "endless": ["print('x')\nwhile True:\n    pass", "print('never')"],
    "abort": ["import os, time\ntime.sleep(0.5)\nos.abort()"],
}  # fmt: skip


def notebook(cells, **metadata):
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}, **metadata},
    )
    for number, cell in enumerate(made.cells):
        cell.id = f"cell-{number}"
    return made


def run(made, folder, engine, seconds=60, **settings):
    """What papermill recorded, and how it ended."""
    folder.mkdir(parents=True)
    ended = None
    try:
        with server.own_loop():
            papermill.execute_notebook(
                made, str(folder / "out.ipynb"), engine_name=engine, progress_bar=False, execution_timeout=seconds,
                resources={"metadata": {"path": str(folder)}}, **settings,
            )  # fmt: skip
    except Exception as error:
        ended = error
    return nbformat.read(folder / "out.ipynb", as_version=4), ended


def recorded(made):
    """A notebook as a reader compares it: without times, streams of a kind put together, processes without their numbers."""
    cells = []
    for cell in made.cells:
        streams, outputs = {}, []
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                if output.name not in streams:
                    streams[output.name] = nbformat.from_dict({**output, "text": ""})
                    outputs.append(streams[output.name])
                streams[output.name].text += output.text
            else:
                outputs.append(output)
        text = (
            re.sub(r"(ipykernel_|0x|pid=)[0-9a-f]+", r"\1", str(outputs))
            .replace("/stock", "")
            .replace("/warm", "")
        )
        status = (
            cell.metadata.get("papermill", {}).get("status"),
            cell.metadata.get("papermill", {}).get("exception"),
        )
        cells.append((cell.source, cell.get("execution_count"), text, status))
    return cells, made.metadata.get("language_info"), made.metadata.papermill.exception


def both(made, folder, seconds=60, **settings):
    def one(engine):
        return run(made, folder / (engine or "stock"), engine, seconds, **settings)

    with ThreadPoolExecutor(2) as pool:
        stock, warmed = pool.map(one, (None, "warm"))
    return stock, warmed


def test_every_ordinary_thing_is_recorded_as_a_kernel_records_it(tmp_path):
    (stock, ended), (warmed, ended_warm) = both(notebook(ORDINARY), tmp_path)
    assert ended is None and ended_warm is None
    for one, other in zip(recorded(stock)[0], recorded(warmed)[0], strict=True):
        assert one == other
    assert recorded(stock)[1:] == recorded(warmed)[1:]


def test_these_are_recorded_of_the_kernel_that_was_made_ready(tmp_path):
    taken = "from papermill_warm import kernel\nget_ipython() is kernel._ready[0].shell"
    made, _ = run(notebook([taken]), tmp_path / "warm", "warm")
    assert made.cells[0].outputs[0].data["text/plain"] == "True"


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long) if name == "endless" else name for name in AWKWARD]
)
def test_every_end_is_recorded_as_a_kernel_records_it(name, tmp_path):
    same_end(*both(notebook(AWKWARD[name]), tmp_path, SECONDS))


def same_end(one_run, other_run):
    """Hold two runs to the same record and the same error."""
    (stock, ended), (warmed, ended_warm) = one_run, other_run
    for one, other in zip(recorded(stock)[0], recorded(warmed)[0], strict=True):
        assert one == other
    assert recorded(stock)[1:] == recorded(warmed)[1:]
    assert type(ended_warm) is type(ended)
    assert re.sub(r"/(stock|warm)|0x\w+", "", str(ended_warm)) == re.sub(
        r"/(stock|warm)|0x\w+", "", str(ended)
    )


@pytest.mark.long
def test_what_is_printed_is_recorded_in_its_order(tmp_path):
    """A fifth of a second is as long as a stream waits: the end of the cell and the timers meet."""
    cell = "import sys, time\nprint('out'); print('err', file=sys.stderr); time.sleep(0.2)"
    made, _ = run(notebook([cell] * 30), tmp_path / "warm", "warm")
    told = [[(output.name, output.text) for output in cell.outputs] for cell in made.cells]
    assert told == [[("stdout", "out\n"), ("stderr", "err\n")]] * 30


SLEEPS = "import subprocess, time\nprint('x', flush=True)\ntime.sleep(600)"
TOO_LONG = [
    SLEEPS,
    "try:\n    time.sleep(600)\nexcept KeyboardInterrupt:\n    print('handled')",
    "print(subprocess.run(['sleep', '600']).returncode)",
    "print('after')",
]
INTERRUPTED = {
    "and stops": ([SLEEPS, "print('never')"], {}),
    "and the rest goes on": (TOO_LONG, {"allow_errors": True}),
    "and the caller's own error is told": (
        [SLEEPS],
        {"error_on_timeout": {"ename": "Slow", "evalue": "too slow", "traceback": ["it was slow"]}},
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("name", INTERRUPTED)
def test_a_cell_that_takes_too_long_is_interrupted_as_by_a_kernel(name, tmp_path):
    cells, settings = INTERRUPTED[name]
    stock, warmed = both(notebook(cells), tmp_path, SECONDS, interrupt_on_timeout=True, **settings)
    same_end(stock, warmed)
    assert "KeyboardInterrupt" in str(warmed[0].cells)


def test_a_caller_is_told_when_a_notebook_starts(tmp_path):
    told = []
    both(notebook(["1"]), tmp_path, on_notebook_start=lambda notebook: told.append(len(notebook.cells)))
    assert told == [1, 1]


@pytest.mark.long
def test_a_notebook_may_ask_for_a_kernel_of_the_usual_kind(tmp_path, caplog):
    source = "import sys; 'papermill_warm.kernel' in sys.modules"
    warmed, _ = run(notebook([source]), tmp_path / "warm", "warm")
    with caplog.at_level("WARNING", "papermill"):
        usual, _ = run(notebook([source], warm=False), tmp_path / "stock", "warm")
    assert [made.cells[0].outputs[0].data["text/plain"] for made in (warmed, usual)] == ["True", "False"]
    assert caplog.messages == ["Running in a kernel of the usual kind: the notebook asks for it."]


def test_another_kernel_and_a_system_without_fork_get_the_usual_kind(monkeypatch):
    made = notebook([])
    assert server.cold(made, "python3") == server.cold(made, "python") == ""
    assert server.cold(made, "julia-1.11") == "julia-1.11 is not this Python"
    monkeypatch.setattr(server, "FORKS", False)
    assert server.cold(made, "python3") == "this system cannot fork processes"


SLEEP = "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], start_new_session={own}, stdout=-3, stderr=-3).pid"  # -3: to nowhere
ENDS = {"comes to its end": "None", "fails": "1 / 0", "takes too long": "while True:\n    pass"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose child a process is")
@pytest.mark.parametrize(
    "ends", [pytest.param(end, marks=pytest.mark.long) if end == "takes too long" else end for end in ENDS]
)
def test_what_a_notebook_started_ends_with_it(ends, tmp_path):
    """A child, one with a session of its own, and the child of a child that has ended."""
    grandchild = f"import subprocess, sys; print({SLEEP.format(own=True)})"
    cell = "\n".join([
        "import subprocess, sys", "from pathlib import Path", f"started = [{SLEEP.format(own=False)}, {SLEEP.format(own=True)}]",
        f"started.append(int(subprocess.run([sys.executable, '-c', {grandchild!r}], capture_output=True, text=True).stdout))",
        f"Path({str(tmp_path / 'pids')!r}).write_text(' '.join(map(str, started)))",
    ])  # fmt: skip
    run(notebook([cell, ENDS[ends]]), tmp_path / "warm", "warm")
    started = (tmp_path / "pids").read_text().split()
    assert len(started) == 3
    wait_for(lambda: not any(living(int(pid)) for pid in started))


@pytest.mark.long
def test_a_notebook_ends_with_the_program_that_runs_it(tmp_path):
    started = tmp_path / "pid"
    nbformat.write(
        notebook(
            [f"import os\nopen({str(started)!r}, 'w').write(str(os.getpid()))", "while True:\n    pass"]
        ),
        tmp_path / "in.ipynb",
    )
    command = [
        sys.executable,
        "-m",
        "papermill",
        "--engine",
        "warm",
        "--no-progress-bar",
        "in.ipynb",
        "out.ipynb",
    ]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as program:
        try:
            wait_for(lambda: started.exists() and started.read_text())
        finally:
            program.kill()
    wait_for(lambda: not living(int(started.read_text())))


def test_many_notebooks_at_once_leave_nothing_behind(tmp_path):
    def one(number):
        made, ended = run(notebook([f"print({number})"]), tmp_path / str(number), "warm")
        return ended or made.cells[0].outputs[0].text

    one("first")  # the server stays as long as this program does
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    files = len(psutil.Process().open_files()) + psutil.Process().num_fds()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(24))) == [f"{number}\n" for number in range(24)]
    assert {process.pid for process in psutil.Process().children(recursive=True)} == before
    assert len(psutil.Process().open_files()) + psutil.Process().num_fds() <= files + 2


def living(pid):
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def wait_for(happens, seconds=600):
    until = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
