# Two commands do all the set-up: `make demo` and `make test`. Both need only Python 3.11+ and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)
MINUTES ?= 10

ifdef UV
VENV_NEW = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
INSTALL  = $(UV) pip install --quiet --python $(BIN)/python
else
VENV_NEW = $(PYTHON) -m venv $(VENV)
INSTALL  = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: help demo test lint check soak lock clean

help:           ## what can be made
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(VENV)/run: requirements.lock pyproject.toml
	$(VENV_NEW)
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps -e .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/run
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/run   ## the whole job, without token or network
	@$(BIN)/claimdesk demo

test: $(VENV)/dev   ## the tests, on SQLite and on a real PostgreSQL
	@$(BIN)/python -m pytest --postgresql=required -n 3 $(ARGS)

lint: $(VENV)/dev   ## style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test    ## style, types, contracts and tests

soak: $(VENV)/dev   ## all proofs and the long runs: make soak MINUTES=10
	@$(BIN)/python -m pytest --postgresql=required tests --soak=$(MINUTES) -m "soak or proof" --scoreboard=README.md $(ARGS)

lock:               ## pins every version with its hashes (needs uv)
	$(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	$(UV) pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-dev.lock

clean:              ## what the commands above have made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
