"""What a forge runs for a change and for a release: it cannot be run here, so it is held to what is here."""

import re

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
