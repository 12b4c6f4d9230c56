# Every task of the project in one word; `make` alone lists them.
# Needs make, sh and Python 3.11 or newer. Installs nothing outside this folder; only test-browser asks the system for
# packages, where it has no browser or no Java.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Each target takes all processors by itself, and none may change .venv below another.
.NOTPARALLEL:
.PHONY: help report preview class class-lite site sweep compare check lint test test-all fuzz test-engine test-browser benchmark architecture notebooks lab lock audit clean
SHELL := /bin/sh

# Settings, for example: make report EDITION=2023-11-02 JOBS=4
EDITION ?= latest
BASE ?= 2023-11-02
DATA ?= data
JOBS ?=
# parameters of this one run: make report WITH="reading=pragmatic fire_rate=10000..15000"
WITH ?=
# make a report anew whose inputs have not changed: make report ANEW=yes
ANEW ?=
# sweep on the workers of a Dask scheduler: make sweep DASK=tcp://host:8786
DASK ?=
PYTHON ?=
UPGRADE ?=
# where a site will be published: make site ADDRESS=https://example.org/report/
ADDRESS ?=
# test-engine without the warm engine, to compare
STOCK ?=
# of each kind of damage that make fuzz does
TRIES ?= 10000
# further words for JupyterLab, such as LAB=--no-browser or, in a container, LAB=--allow-root
LAB ?=

quote = '$(subst ','\'',$(1))'

# VENV is the one environment everything runs in: .venv, which make sets up by itself; inside an activated conda
# environment that holds this very checkout (see environment.yml), that one; or yours: make report VENV=/some/env
VENV := .venv
ifneq ($(CONDA_PREFIX),)
holds_us := import os, reported; print(os.path.samefile(os.path.dirname(reported.__file__), "src/reported"))
ifeq ($(shell $(call quote,$(CONDA_PREFIX)/bin/python) -c '$(holds_us)' </dev/null 2>/dev/null),True)
VENV := $(CONDA_PREFIX)
endif
endif
python := $(call quote,$(VENV)/bin/python)
reported := $(call quote,$(VENV)/bin/reported)
lint_imports := $(call quote,$(VENV)/bin/lint-imports)
ready := $(if $(filter-out .venv,$(VENV)),,.venv/ready)
# What a target needs besides: extras of pyproject.toml. .venv has them once they are asked for; another environment should have them.
with = $(if $(ready),$(1:%=.venv/with-%))

# The same surroundings everywhere: no packages from outside the environment, text is UTF-8, the kernel is ours.
unexport PYTHONHOME PYTHONPATH
# Nothing is compiled beforehand, so what was compiled at its first import has to stay.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONNOUSERSITE := 1
export PYTHONUTF8 := 1
export JUPYTER_PREFER_ENV_PATH := 1
export PYDEVD_DISABLE_FILE_VALIDATION := 1
# Set but empty, this one stops every notebook kernel at its start.
ifeq ($(SOURCE_DATE_EPOCH),)
unexport SOURCE_DATE_EPOCH
endif
# No home folder, or one that cannot be written: the tools keep their caches in .venv.
ifneq ($(ready),)
ifneq ($(shell test -w "$$HOME" && echo yes),yes)
export HOME := $(CURDIR)/.venv/home
endif
endif

help: ## List these targets
	@echo 'Two Months of War. Targets:'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo $(call quote,Settings now: EDITION=$(EDITION) BASE=$(BASE) DATA=$(DATA) JOBS=$(or $(JOBS),auto) VENV=$(VENV))
	@echo 'Any of them may follow the target, and parameters too: make report EDITION=2023-11-02 WITH="reading=pragmatic".'
	@echo 'An activated conda environment made from environment.yml is used instead of .venv; PYTHON=... names the Python'
	@echo 'that .venv is made with.'

report: $(ready) ## Build the briefing of EDITION from the dossier in DATA, into report/ and figures/ (ANEW=yes: although nothing changed)
	@echo $(call quote,Building the briefing: edition $(EDITION) of the dossier in $(DATA).)
	@$(reported) report $(call quote,$(EDITION)) --data $(call quote,$(DATA)) $(if $(ANEW),--anew) \
		$(foreach parameter,$(WITH),-p $(call quote,$(parameter))) $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

preview: $(ready) ## Show the page of EDITION at an address of this machine, made anew whenever you change something (Ctrl-C ends it)
	@$(reported) preview $(call quote,$(EDITION)) --data $(call quote,$(DATA)) \
		$(foreach parameter,$(WITH),-p $(call quote,$(parameter))) $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

class: $(ready) ## Make the packs for a class of EDITION, for students and for the teacher, into build/class/
	@echo $(call quote,Making the packs for a class: edition $(EDITION) of the dossier in $(DATA).)
	@$(reported) class $(call quote,$(EDITION)) --data $(call quote,$(DATA)) \
		$(foreach parameter,$(WITH),-p $(call quote,$(parameter))) $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

class-lite: $(ready) $(call with,lite) ## The same, and the students' pack as a site with Python in the browser, into build/class-lite/; fetches it once
	@echo $(call quote,Making the packs for a class and a site: edition $(EDITION) of the dossier in $(DATA).)
	@$(reported) class $(call quote,$(EDITION)) --data $(call quote,$(DATA)) --lite \
		$(foreach parameter,$(WITH),-p $(call quote,$(parameter))) $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

site: $(ready) ## Make a site of all that is built, into build/site/: editions, changes, an address for each claim (ADDRESS=https://…: where)
	@echo 'Making the site of all that is built.'
	@$(reported) site $(if $(ADDRESS),--home $(call quote,$(ADDRESS))) </dev/null

sweep: $(ready) $(if $(DASK),$(call with,dask)) ## Ask the same of many editions: make sweep WITH="as_of=2023-09-01..2025-06-01/month reading=literal,pragmatic"
	@echo $(call quote,Sweeping over editions of the dossier in $(DATA).)
	@$(reported) sweep $(call quote,$(EDITION)) --data $(call quote,$(DATA)) $(if $(DASK),--dask $(call quote,$(DASK))) \
		$(foreach parameter,$(WITH),-p $(call quote,$(parameter))) $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

compare: $(ready) ## Say what changed from edition BASE to edition EDITION, and why
	@echo $(call quote,Comparing edition $(BASE) with edition $(EDITION).)
	@$(reported) compare $(call quote,$(BASE)) $(call quote,$(EDITION)) </dev/null

check: $(ready) ## Check the dossier in DATA and list every problem with its remedy
	@echo $(call quote,Checking the dossier in $(DATA).)
	@$(reported) check $(call quote,$(DATA)) </dev/null

# What python code is looked at; data, notebooks and pages have checks of their own.
code := src tests benchmarks docs

lint: $(ready) $(call with,lint) ## Look at the form of the code, at its types and at what imports what (ruff, mypy, import-linter)
	@failed=; \
	echo 'Lint 1 of 4: what is wrong, unused, too wide or too tangled (ruff check).'; \
	$(python) -m ruff check --quiet $(code) </dev/null || failed="$$failed ruff-check"; \
	echo 'Lint 2 of 4: how it is laid out (ruff format).'; \
	$(python) -m ruff format --quiet --check $(code) </dev/null || failed="$$failed ruff-format"; \
	echo 'Lint 3 of 4: types (mypy --strict, src/).'; \
	$(python) -m mypy --no-error-summary </dev/null || failed="$$failed mypy"; \
	echo 'Lint 4 of 4: imports point one way (import-linter).'; \
	told=$$($(lint_imports) --no-cache </dev/null 2>&1) || { echo "$$told"; failed="$$failed imports"; }; \
	case $$failed in \
	'') echo 'All four passed.' ;; \
	*) echo "Failed:$$failed. See above; each names its file and line. What can be mended by itself:" \
		$(python) '-m ruff check --fix $(code);' $(python) '-m ruff format $(code)'; exit 1 ;; \
	esac

# One worker more than there are processors (JOBS=4: four), since tests also wait; a file of tests to each in turn.
side_by_side = -n $(if $(JOBS),$(call quote,$(JOBS)),$$(($$(getconf _NPROCESSORS_ONLN) + 1))) --dist loadfile --no-loadscope-reorder

# The notebook of a question that the shipped dossier does not pose ends in its first cells, which nbval takes for a failure;
# tests/analysis/test_pledges.py and its like hold it to dossiers that do.
compared = $(filter-out notebooks/12-how-far-along.ipynb,$(wildcard notebooks/*.ipynb))

# $(1): words for pytest that say which tests; $(2): how the target is called.
define tests
failed=; began=$$(date +%s); \
echo 'Test 1 of 2: the library and the project files (pytest, tests/).'; \
$(python) -m pytest -q $(side_by_side) $(1) tests </dev/null || failed="$$failed tests"; \
echo 'Test 2 of 2: every notebook run again, outputs compared with the committed ones (nbval, notebooks/).'; \
$(python) -m pytest -q $(side_by_side) -W default --nbval --nbval-cell-timeout=600 \
	$(compared) notebooks/teaching/*.ipynb </dev/null || failed="$$failed notebooks"; \
took=$$(($$(date +%s) - began)); \
echo "Tested in $$((took / 60)) min $$((took % 60)) s."; \
case $$failed in \
'') echo 'Both passed: the library (tests/) and the notebooks (notebooks/).$(2)' ;; \
*notebooks*) echo "Failed:$$failed. See the FAILURES above. Where an output was meant to change:" \
	"make notebooks, then read git diff notebooks/."; exit 1 ;; \
*) echo "Failed:$$failed. See the FAILURES above; each names its file and line. One alone:" \
	$(python) "-m pytest FILE::NAME, as the summary gives it."; exit 1 ;; \
esac
endef

test: $(ready) $(call with,test) ## Run the everyday tests, then run every notebook again and compare its outputs; some three minutes
	@$(call tests,-m 'not long', The long tests: make test-all.)

test-all: $(ready) $(call with,test) ## Run all the tests, the long ones too and more of each kind, then the notebooks; a quarter of an hour
	@$(call tests,--hypothesis-profile=long)

fuzz: $(ready) $(call with,test) ## Read ten thousand damaged dossiers and editions (TRIES=100000: more), kill two hundred runs; takes about half an hour
	@echo 'Reading damaged dossiers, wordings, parameters and edition files, $(TRIES) of each (pytest, tests/dossier/test_fuzz.py).'
	@FUZZ_TRIES=$(call quote,$(TRIES)) $(python) -m pytest --hypothesis-profile=fuzz tests/dossier/test_fuzz.py </dev/null
	@echo 'Telling whether each sentence is true, on a thousand small dossiers, others each time (pytest, tests/wording/test_every_sentence.py).'
	@FUZZ_TRIES=1000 $(python) -m pytest --hypothesis-profile=fuzz tests/wording/test_every_sentence.py </dev/null
	@echo 'Holding what follows from relations against a global solver, on $(TRIES) random trees (tests/analysis/solver.py).'
	@$(python) -m tests.analysis.solver $(call quote,$(TRIES)) </dev/null
	@echo 'Killing two hundred runs and publications, failing two hundred calls of the system, and editing each input at each stage.'
	@KILLS=200 FUZZ_TRIES=$(call quote,$(TRIES)) $(python) -m pytest tests/build/test_killed.py tests/build/test_read_once.py </dev/null

test-engine: $(ready) $(call with,test) ## Run papermill's and nbclient's own tests with the warm engine as the default (STOCK=yes: without); needs the network
	@echo 'Fetching the tests of papermill and nbclient with what they need, into build/engine, and running them.'
	@$(python) tests/papermill_warm/suites.py $(if $(STOCK),--stock) </dev/null || { \
		echo 'Failed: see above.'; exit 1; }

test-browser: $(ready) $(call with,test) ## Look at every report in a browser: can all read and work it? Installs Chromium and Java if missing
	@tests/browser/set-up </dev/null
	@echo 'Looking at every report in a browser, with the network off (pytest, tests/browser/).'
	@$(python) -m pytest tests/browser </dev/null || { \
		echo 'Failed. See the FAILURES above; each names the page, and what is wrong with it.'; exit 1; }
	@echo 'Passed: every page of report/, in narrow and wide, light and dark, with keyboard, in print and without JavaScript.'

benchmark: $(ready) $(call with,test lab) ## Measure how fast it is, against what one would use otherwise; half an hour, into docs/performance.md
	@echo 'Measuring; leave the machine alone for half an hour.'
	@$(python) -m benchmarks </dev/null

architecture: $(ready) $(call with,lint) ## Draw the rooms of the code and who imports whom into docs/architecture.svg
	@$(python) docs/architecture.py </dev/null

notebooks: $(ready) $(call with,test) ## Run the notebooks and store their outputs in notebooks/
	@echo 'Running the notebooks and storing their outputs; look at git diff notebooks/ afterwards.'
	@$(reported) notebooks $(if $(JOBS),--jobs $(call quote,$(JOBS))) </dev/null

lab: $(ready) $(call with,lab) ## Open the notebooks in JupyterLab
	@echo 'Opening JupyterLab on notebooks/00-start-here.ipynb; Ctrl-C here ends it.'
	@$(python) -m jupyterlab --ServerApp.root_dir=. notebooks/00-start-here.ipynb $(LAB)

# One resolution of everything, then of it what a report needs into requirements.lock and what each extra needs into a lock of its own.
needs := import sys, tomllib; extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
	print(*(extras[sys.argv[1]] if sys.argv[1:] else extras), sep="\n")

lock: ## Remake requirements.lock and those of the extras from pyproject.toml (UPGRADE=yes: with the newest versions)
	@$(make_venv)
	@$(find_uv); \
	echo 'Resolving pyproject.toml into requirements.lock and a requirements-….lock for each extra.'; \
	export UV_CUSTOM_COMPILE_COMMAND='make lock'; \
	compile='pip compile --quiet --universal --generate-hashes --no-emit-index-url --fork-strategy fewest --python-version 3.11'; \
	whole=.venv/whole.lock; cat requirements*.lock >"$$whole" && \
	"$$uv" $$compile --all-extras --group build $(if $(UPGRADE),--upgrade) pyproject.toml --output-file "$$whole" && \
	"$$uv" $$compile --constraint "$$whole" --group build pyproject.toml --output-file requirements.lock && \
	for extra in $$($(python) -c '$(needs)'); do \
		$(python) -c '$(needs)' "$$extra" | \
			"$$uv" $$compile --constraint "$$whole" - --output-file "requirements-$$extra.lock" || exit; \
	done

# Fetched and run apart from .venv. --strict, because a package that the list does not know would else pass for one without fault.
audit: ## Ask whether a package of the locks has a known weakness (pip-audit); needs the network
	@$(make_venv)
	@$(find_uv); \
	echo 'Asking whether a package of the locks has a known weakness (pip-audit).'; \
	if told=$$("$$uv" tool run --quiet 'pip-audit>=2.9,<3' --strict --require-hashes --disable-pip --progress-spinner off \
		$(patsubst %,--requirement %,$(wildcard requirements*.lock)) </dev/null 2>&1); then echo 'No known weakness.'; else \
		case $$told in \
		*'Found '*' known vulnerabilit'*) echo "$$told"; \
			echo 'Failed: see above. make lock UPGRADE=yes takes newer versions; build both editions again afterwards.'; exit 1 ;; \
		*) echo "$$told" | tail -n 1; \
			echo 'Not run: pip-audit or its list of weaknesses could not be reached. Whether there is one is not known.' ;; \
		esac; fi

clean: ## Remove what make made: .venv, build and caches; reports and figures stay
	@echo 'Removing .venv, build and caches.'
	@rm -rf .venv build .pytest_cache .hypothesis .mypy_cache .ruff_cache
	@find src tests -type d -name __pycache__ -prune -exec rm -rf {} +

# Set-up. One resolution of the locks serves every Python (--fork-strategy fewest), every package is checked by its hash,
# and what builds the project itself comes from a lock too. uv does the work; pip fetches it, and stands in where uv
# cannot (a network that only pip is configured for). Nothing is compiled beforehand: Python compiles the tenth that is
# imported when it is, in a fraction of the time. The stamp holds the folder's path, so a copied or moved folder is
# set up anew instead of running the code of the old one. The link to src/ is made a relative one: Python reads it in the
# letters of the locale, which may lack those of the folder's name.

usable := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
pip := .venv/bin/python -m pip --quiet --disable-pip-version-check
pythons := $(if $(PYTHON),$(call quote,$(PYTHON)),python3.13 python3.12 python3.11 python3.14 python3)

# A .venv that was finished here is brought up to date; any other is made from nothing.
define make_venv
if [ "$$(cat .venv/ready 2>/dev/null)" = "$$(pwd -P)" ] && .venv/bin/python -c 'import pip' </dev/null 2>/dev/null; then :; else \
	found=; \
	for python in $(pythons); do \
		if "$$python" -c '$(usable)' </dev/null >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "This needs Python 3.11 or newer, with its venv module. Looked at:" $(pythons)"; the last is" \
			"$$("$$python" --version 2>/dev/null || echo missing)."; \
		echo 'Install one (Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python'; \
		exit 1; \
	fi >&2; \
	echo "Making .venv with $$("$$found" --version) ($$found)."; \
	"$$found" -m venv --clear .venv </dev/null && mkdir .venv/home; \
fi
endef

define find_uv
if uv --version </dev/null >/dev/null 2>&1; then uv=uv; else \
	uv=.venv/bin/uv; \
	[ -x "$$uv" ] || { echo 'Fetching uv, the installer, into .venv.'; $(pip) install 'uv>=0.9,<1' </dev/null; }; \
fi
endef

ifneq ($(shell .venv/bin/python -c '' 2>/dev/null && cat .venv/ready 2>/dev/null),$(CURDIR))
.PHONY: .venv/ready
endif
# The locks of what was added to .venv so far: it stays.
added = $(wildcard $(patsubst .venv/with-%,requirements-%.lock,$(wildcard .venv/with-*)))

.venv/ready: requirements.lock pyproject.toml
	@$(make_venv)
	@rm -f .venv/ready
	@$(find_uv); \
	echo 'Installing the packages of requirements.lock into .venv (the first time some 200 MB to download).'; \
	"$$uv" pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock $(added) </dev/null || { \
		echo 'uv could not; trying pip, which takes a minute or two.'; \
		$(pip) install --require-hashes --requirement requirements.lock </dev/null; } || exit; \
	echo 'Installing the project itself, as a link to src/.'; \
	link='--no-deps --no-build-isolation --editable .'; \
	"$$uv" pip install --quiet --python .venv/bin/python $$link </dev/null || $(pip) install $$link </dev/null
	@for place in .venv/lib/python*/site-packages; do echo ../../../../src >"$$place/_reported.pth"; done
	@pwd -P >.venv/ready

.venv/with-%: requirements-%.lock .venv/ready
	@$(find_uv); \
	echo 'Adding the packages of $< to .venv; this needs the network.'; \
	"$$uv" pip install --quiet --python .venv/bin/python --require-hashes --requirement $< </dev/null || \
		$(pip) install --require-hashes --requirement $< </dev/null || { \
		echo 'Not added: they could not be fetched from PyPI. With a network, try again.'; exit 1; }
	@touch $@
