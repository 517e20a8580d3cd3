# Two commands: `make start` serves the app, `make test` runs everything. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
unexport PYTHONDONTWRITEBYTECODE

.PHONY: start test install bench eval format lock screenshots

start: install
	@$(BIN)/mentor serve --open

test: $(VENV)/.dev
	@$(BIN)/python scripts/ensure_chromium.py
	@$(BIN)/python -m pytest

install: $(VENV)/.app

bench: $(VENV)/.app
	@$(BIN)/python scripts/bench.py

eval: $(VENV)/.app
	@$(BIN)/mentor eval

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

screenshots: $(VENV)/.dev
	@$(BIN)/python scripts/ensure_chromium.py
	@$(BIN)/python scripts/screenshots.py

$(VENV)/.app: requirements/app.lock pyproject.toml
	@echo "Setting up: a private Python environment in $(VENV) and the pinned packages (a few minutes, once)."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --no-deps --require-hashes -r requirements/app.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.app requirements/dev.lock
	@$(PIP) install --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

# For maintainers, with uv: new pins after a change in pyproject.toml.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/app.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -c requirements/app.lock -o requirements/dev.lock
