# Needs git, make and Python 3.11 or later; everything else comes from PyPI into .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check
DEMO := build/demo.db

MODEL := build/model

.PHONY: demo serve test check fix wheel model clean

demo: $(VENV)/.installed ## read the sample reports and print the brief
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/sayso --ledger $(DEMO) add samples/shusha
	$(BIN)/sayso --ledger $(DEMO) brief
	@echo "In a browser: make serve"

serve: $(DEMO) ## the sample reports in a browser
	$(BIN)/sayso --ledger $(DEMO) serve

$(DEMO):
	@$(MAKE) --no-print-directory demo

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

model: $(VENV)/.installed-training ## train, export and measure the model, where it stopped; SLICE=1: a few minutes, to see that it runs
	$(BIN)/python -m training.align training/data
	$(BIN)/python -m training.train $(if $(SLICE),--slice,--resume)
	$(BIN)/python -m training.export --weights build/training$(if $(SLICE),-slice)/last.pt --version own --to $(MODEL)
	$(if $(SLICE),,$(BIN)/python -m training.choose_sides evaluation/clusters-own/*/ --model $(MODEL) --out $(MODEL)/sides.json)
	$(BIN)/python -m training.evaluate --model $(MODEL) $(if $(SLICE),--on seeds)
	$(BIN)/python -m evaluation.score_heads names syntax reference cofenet --model $(MODEL) $(if $(SLICE),--most 2)

clean: ## everything that was built, the environment too
	rm -rf build $(VENV)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "No python3.11 or python3 here: install Python 3.11, or name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: name another with make PYTHON=/path/to/python" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(PIP) -e .
	@touch $@

$(VENV)/.installed-training: $(VENV)/.installed
	$(PIP) -e '.[training]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(PIP) -e '.[dev]'
	@touch $(VENV)/.installed $@
