"""What a forge runs for a change and for a release: it cannot be run here, so it is held to what is here."""

import os
import re
import subprocess

import pytest
import yaml

from ..conftest import ROOT
from .test_environment import PROJECT, make, targets

FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"


def steps(flow):
    return [step for job in yaml.safe_load(flow.read_text("utf-8"))["jobs"].values() for step in job["steps"]]


def made(command):
    """The targets of make that a command names."""
    calls = re.findall(r"^make (.+)$", command, re.MULTILINE)
    return [word for call in calls for word in call.split() if "=" not in word]


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.stem)
def test_a_workflow_is_whole_and_names_targets_that_exist(flow):
    told = yaml.safe_load(flow.read_text("utf-8"))
    assert {"name", True, "permissions", "jobs"} <= set(told)  # YAML reads the word “on” as true
    assert all(("run" in step) != ("uses" in step) for step in steps(flow))
    named = [target for step in steps(flow) for target in made(step.get("run", ""))]
    assert named and not set(named) - set(targets())


def test_every_change_is_tested_on_each_python_that_is_promised():
    matrix = yaml.safe_load((FLOWS[0].with_name("test.yml")).read_text("utf-8"))["jobs"]["test"]["strategy"][
        "matrix"
    ]
    assert set(matrix["os"]) == {"ubuntu-latest", "macos-latest"}
    assert matrix["python"][0] == PROJECT["project"]["requires-python"].removeprefix(">=")
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(python in page for python in matrix["python"])


def test_a_change_passes_the_same_here_and_there():
    here = set(made((ROOT / ".ci" / "run").read_text("utf-8")))
    there = {target for step in steps(FLOWS[0].with_name("test.yml")) for target in made(step.get("run", ""))}
    assert here == there - {"test"} == {"lint", "test-all", "audit", "test-browser"}


def test_hooks_before_a_commit_fetch_nothing():
    (only,) = yaml.safe_load(HOOKS.read_text("utf-8"))["repos"]
    assert only["repo"] == "local"
    for hook in only["hooks"]:
        assert hook["language"] == "system" and made(hook["entry"]) and re.compile(hook["files"])
        assert make("--dry-run", *made(hook["entry"])).returncode == 0


# ── what a pull request does to the report ──────────────────────────────────────────────────────────────────

EFFECT, COMMENT = (ROOT / ".github" / "workflows" / f"{name}.yml" for name in ("effect", "effect-comment"))


def told(flow):
    return yaml.safe_load(flow.read_text("utf-8"))


def scripts(flow):
    return [step["run"] for step in steps(flow) if "run" in step]


def test_what_runs_the_code_of_a_fork_may_read_only_and_has_no_secret():
    flow = told(EFFECT)
    assert list(flow[True]) == ["pull_request"] and flow[True]["pull_request"]["paths"] == [
        "data/**",
        "notebooks/**",
    ]
    assert flow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job and "env" not in job for job in flow["jobs"].values())
    assert "secrets" not in EFFECT.read_text("utf-8") and "github.token" not in EFFECT.read_text("utf-8")


def test_what_may_write_runs_no_code_of_a_fork():
    flow = told(COMMENT)
    assert flow[True]["workflow_run"] == {"workflows": [told(EFFECT)["name"]], "types": ["completed"]}
    assert flow["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    (checkout,) = (step for step in steps(COMMENT) if "checkout" in step.get("uses", ""))
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert "pull_request" in flow["jobs"]["comment"]["if"]


@pytest.mark.parametrize("flow", [EFFECT, COMMENT], ids=lambda flow: flow.stem)
def test_actions_are_pinned_no_token_is_kept_and_no_script_is_put_together(flow):
    used = [step for step in steps(flow) if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in used)
    assert re.findall(r"uses: \S+ # v\d+\.\d+\.\d+\n", flow.read_text("utf-8")).__len__() == len(used)
    kept = [step["with"]["persist-credentials"] for step in used if "checkout" in step["uses"]]
    assert kept and not any(kept)
    # What an event holds reaches a script as a variable, never as part of its text.
    assert not any("${{" in script for script in scripts(flow))


def test_what_one_keeps_the_other_takes():
    (kept,) = (step["with"]["name"] for step in steps(EFFECT) if "upload-artifact" in step.get("uses", ""))
    assert any(f"--name {kept} " in script for script in scripts(COMMENT))
    compared = [
        re.search(r"reported compare (\w+) (\w+) --out", text) for text in scripts(EFFECT) + scripts(COMMENT)
    ]
    assert {(found[1], found[2]) for found in compared if found} == {("before", "after")}


def run(script, folder, **variables):
    """A step as a forge runs it."""
    surroundings = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder), **variables}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.fixture
def forge(tmp_path):
    """A program gh that writes down what it is asked, and answers from files."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin" / "gh"
    gh.write_text(
        f'#!/bin/sh\necho "$*" | tr "\\n" " " >>{tmp_path}/asked; echo >>{tmp_path}/asked\n'
        f'case "$*" in *"/pulls "*) cat {tmp_path}/pulls ;; *--paginate*) cat {tmp_path}/comments ;; esac\n'
    )
    gh.chmod(0o755)
    (tmp_path / "effect.md").write_text("<!-- reported: x -->\n\nWords.\n")
    (tmp_path / "comments").write_text("")
    (tmp_path / "pulls").write_text("7\n")
    (tmp_path / "asked").write_text("")
    return tmp_path


def commented(forge, branch="a-branch"):
    """What is asked of the forge by the step that tells."""
    variables = {
        "RUNNER_TEMP": str(forge),
        "GITHUB_REPOSITORY": "o/r",
        "OWNER": "fork",
        "BRANCH": branch,
        "COMMIT": "abc",
    }
    run(scripts(COMMENT)[-1], forge, **variables)
    return (forge / "asked").read_text().splitlines()


def test_a_first_comment_is_made_and_a_later_one_takes_its_place(forge):
    pulls, listed, last = commented(forge)
    assert "repos/o/r/pulls -f state=open -f head=fork:a-branch" in pulls and "env.COMMIT" in pulls
    assert "repos/o/r/issues/7/comments" in listed and "github-actions[bot]" in listed
    assert last.startswith(f"api --method POST repos/o/r/issues/7/comments -F body=@{forge}/effect.md")
    (forge / "comments").write_text("41\n42\n")
    assert commented(forge)[-1].startswith("api --method PATCH repos/o/r/issues/comments/41 -F body=@")


def test_a_name_of_a_branch_is_only_text_and_a_closed_request_gets_no_comment(forge):
    branch = "$(touch planted);`touch planted`"
    assert f"head=fork:{branch} " in commented(forge, branch)[0] and not (forge / "planted").exists()
    (forge / "pulls").write_text("")
    (forge / "asked").write_text("")
    assert len(commented(forge)) == 1


def test_the_mark_of_a_comment_is_its_first_line():
    from reported.build.comment import MARK, as_markdown

    assert as_markdown([]).splitlines()[0] == MARK


def test_links_and_what_is_too_large_are_refused(forge):
    place = forge / "effect" / "report" / "after"
    place.mkdir(parents=True)
    (place / "findings.json").write_text("{}")
    script = next(text for text in scripts(COMMENT) if "download" in text)
    variables = {"RUNNER_TEMP": str(forge), "GITHUB_REPOSITORY": "o/r", "RUN": "1"}
    run(script, forge, **variables)
    (place / "manifest.json").symlink_to("/etc/passwd")
    with pytest.raises(subprocess.CalledProcessError):
        run(script, forge, **variables)
