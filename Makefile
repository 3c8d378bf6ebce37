# Needs git, make and Python 3.11 or later; everything else comes from PyPI into .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check
DEMO := build/demo.db

.PHONY: demo test check fix wheel clean

demo: $(VENV)/.installed ## read the sample reports and print the brief
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/sayso --ledger $(DEMO) add samples/shusha
	$(BIN)/sayso --ledger $(DEMO) brief

test: check ## every check and every test
	$(BIN)/pytest -n 2

check: $(VENV)/.installed-dev ## style, types and the way data flows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.installed-dev ## put right what a machine can put right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: $(VENV)/.installed-dev ## the package, in build/wheel
	$(BIN)/python -m pip wheel -q --disable-pip-version-check --no-deps -w build/wheel .

clean: ## everything that was built, the environment too
	rm -rf build $(VENV)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "No python3.11 or python3 here: install Python 3.11, or name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: name another with make PYTHON=/path/to/python" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(PIP) -e '.[dev]'
	@touch $(VENV)/.installed $@
