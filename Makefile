# Needs make and Python 3.11 or newer with venv; everything else goes into .venv.
.DEFAULT_GOAL := help
.PHONY: help report test lint types layers unit accuracy train left-out speed blocking reading fuzz lock clean

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
REPORT := reports/index.html

# `make PYTHON=/path/to/python3.12 report` overrules the search.
CANDIDATES := python3 python3.13 python3.12 python3.11 python
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1@\2/p' Makefile | column -t -s @ 2>/dev/null \
	 || sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 - \2/p' Makefile

report: $(VENV)/.installed ## cross-check seeds/ and write reports/index.html
	@mkdir -p reports
	@$(BIN)/checker check seeds --output html:$(REPORT) --output text:- --exit-zero
	@echo "Report: $(CURDIR)/$(REPORT)"

test: lint types layers unit ## run every check: lint, types, layers, tests

lint: $(VENV)/.installed-dev ## ruff, rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev ## mypy --strict
	$(BIN)/mypy

layers: $(VENV)/.installed-dev ## the import contracts of pyproject.toml
	$(BIN)/lint-imports

unit: $(VENV)/.installed-dev ## pytest
	$(BIN)/pytest

accuracy: $(VENV)/.installed ## scores on the corpora, where they are present
	$(BIN)/python benchmarks/accuracy.py

train: $(VENV)/.installed ## fit the alignment on marked stories, where they are present
	$(BIN)/python training/alignment.py

left-out: $(VENV)/.installed ## scores on stories that the fitted alignment has not seen
	$(BIN)/python training/left_out.py

speed: $(VENV)/.installed ## limits of speed, measured (SPEED="whole again --full" chooses)
	$(BIN)/python -m benchmarks.speed $(SPEED)

blocking: $(VENV)/.installed ## what candidate pairs lose against comparing all claims
	$(BIN)/python benchmarks/blocking.py

reading: $(VENV)/.installed ## what reading takes on input that is too much
	$(BIN)/python benchmarks/reading.py

fuzz: $(VENV)/.installed-dev ## ten minutes of broken documents for every reader
	$(BIN)/python -m tests.ingest.fuzz --minutes 10

lock: ## resolve pyproject.toml again into the two lock files (needs uv)
	uv pip compile $(LOCK_OPTIONS) pyproject.toml requirements-build.in --extra formats \
	  -o requirements.lock
	uv pip compile $(LOCK_OPTIONS) pyproject.toml requirements-build.in --all-extras \
	  --constraint requirements.lock -o requirements-dev.lock
LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

clean: ## remove the environment and the generated report
	rm -rf $(VENV) $(REPORT)

# A stamp stands for a finished installation, so that it is not repeated.
$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the program needs (once) ..."
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock | $(VENV)/.installed
	@echo "Installing what the tests need (once) ..."
	@$(INSTALL) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

$(VENV)/bin/python:
	@for python in $(PYTHON) $(CANDIDATES); do \
	  if "$$python" -c '$(FITS)' 2>/dev/null; then \
	    echo "Making $(VENV) with $$("$$python" --version)"; \
	    "$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; exit 0; \
	  fi; \
	done; \
	echo "No Python 3.11 or newer with the modules venv and ensurepip was found (tried: $(strip $(PYTHON) $(CANDIDATES)))." >&2; \
	echo "Install one (on Debian and Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3 report" >&2; \
	exit 1
