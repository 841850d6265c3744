# Nadzor. `make` alone prints this help. Needs git, make, python3 and python3-venv; everything else it fetches itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.8
UV := $(BIN)/uv
UV_PIP := VIRTUAL_ENV=$(CURDIR)/$(VENV) UV_LINK_MODE=copy $(UV) pip

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev assets run demo check test test-pg15 soak bundle bench mutants golden papers norms lock format clean

help:  ## this help
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.uv-$(UV_VERSION):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make setup PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

ifeq ($(wildcard MANIFEST),)
# What to install is compared with what was installed last, so a second `make setup` does nothing.
$(VENV)/.run: requirements/run.lock pyproject.toml | $(VENV)/.uv-$(UV_VERSION)
	@$(UV_PIP) install --quiet --require-hashes -r requirements/run.lock
	@$(UV_PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@
else
# A bundle: what is installed lies beside us, and no network is asked.
$(VENV)/.run: MANIFEST
	@PYTHON=$(PYTHON) sh install.sh
endif

$(VENV)/.dev: requirements/dev.lock | $(VENV)/.run
	@$(UV_PIP) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

setup: $(VENV)/.run  ## the run-time set; afterwards the command line is .venv/bin/nadzor

setup-dev: setup $(VENV)/.dev  ## the development set as well

assets: setup  ## styles, fonts and messages; a second run does nothing
	@$(BIN)/python -m nadzor.web.assets

run: assets  ## everything on http://127.0.0.1:8000 (PORT=, NADZOR_DATA=, NADZOR_DEMO=0 for an empty house)
	@exec $(BIN)/nadzor run

demo: assets  ## the same with some hundreds of made-up letters in every state (docs/scenarios.md)
	@NADZOR_DEMO_FILLED=1 exec $(BIN)/nadzor run

check: assets setup-dev  ## format, lint, types, import rules, messages, catalogue
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	NADZOR_SECRET_KEY=check $(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.messages --check
	$(BIN)/python -m tools.norms_index --check
	$(BIN)/nadzor norms check

test: assets setup-dev  ## all tests, in three parts of which two run at a time, each told when it is over
	@$(MAKE) --no-print-directory -j$(if $(DATABASE_URL),1,2) --keep-going --output-sync=target $(PARTS)

PARTS := test-in-browser test-pages test-rooms
# On a server of one's own the parts would make the same test database: there they run one after the other.
PAGES := $(addprefix tests/,accounts api papers portal web workplace)
.PHONY: test-in-browser test-pages test-rooms
test-in-browser:
	$(BIN)/pytest -q tests/browser

test-pages:
	$(BIN)/pytest -q $(PAGES)

test-rooms:
	$(BIN)/pytest -q --ignore=tests/browser $(addprefix --ignore=,$(PAGES))

test-pg15: assets setup-dev  ## the database tests on a temporary server of the machine's PostgreSQL 15, where there is one
	@$(BIN)/python -m tools.on_postgres15

soak: assets setup-dev  ## ten kills of each part under load, every answer proved; then a bundle installed without a network
	$(BIN)/python -m tools.soak
	$(BIN)/python -m tools.bundle
	$(BIN)/python -m tools.try_bundle

bundle: assets  ## dist/nadzor-VERSION-linux-x86_64.tar.gz: installs without a network (sh install.sh)
	$(BIN)/python -m tools.bundle

bench: setup-dev  ## speed as ratios in one run, every answer compared
	$(BIN)/python -m tools.bench
	$(BIN)/python -m tools.bench_registering
	$(BIN)/python -m tools.bench_lists
	$(BIN)/python -m tools.bench_likeness
	$(BIN)/python -m tools.bench_pages
	$(BIN)/python -m tools.bench_papers

mutants: setup-dev  ## change each amount, unit, signatory, route and ground; a test named for the row must fail
	$(BIN)/python -m tools.mutants

golden: setup-dev  ## paint the golden pictures of the papers anew; then look at each that `git diff` names
	NADZOR_GOLDEN=renew $(BIN)/python -m pytest -q tests/papers/test_declared.py -k looks

papers: setup-dev  ## write docs/papers.md and its pictures
	$(BIN)/python -m tools.papers_page

norms: setup-dev  ## write the index of tests by norm
	$(BIN)/python -m tools.norms_index

lock: $(VENV)/.uv-$(UV_VERSION)  ## lock the newest versions (without addresses)
	$(UV) pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header requirements/run.in -o requirements/run.lock
	$(UV) pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -c requirements/run.lock requirements/dev.in -o requirements/dev.lock

format: setup-dev  ## format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## remove what was set up
	rm -rf $(VENV) node_modules tests/browser/node_modules nadzor/web/static/built .pytest_cache .ruff_cache .mypy_cache .hypothesis
