# The two commands a newcomer needs: `make site` and `make test`. They need Python 3.11+, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Names, versions and hashes only, for every system and every Python we support.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url

.PHONY: site test serve lint audit fuzz made dictionaries checkers lock clean

site: $(VENV)/.ready  ## Build the whole site into site/
	$(BIN)/canllaw build

serve: $(VENV)/.ready  ## Show the site here, and build it again at every change
	$(BIN)/canllaw serve

test: $(VENV)/.ready-dev lint  ## Check the content and run every test
	$(BIN)/canllaw check
	$(BIN)/pytest

lint: $(VENV)/.ready-dev  ## Style, types and layers of the code
	$(BIN)/ruff format --check --quiet src tests benchmarks
	$(BIN)/ruff check --quiet src tests benchmarks
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports --no-logo

audit: $(VENV)/.ready-dev  ## Ask a public database for known weaknesses (needs the network)
	$(BIN)/pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements-dev.lock

fuzz: $(VENV)/.ready-dev  ## Throw made-up files at the readers, some minutes for each (Linux)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	for each in yaml settings page edits; do \
	  $(BIN)/python benchmarks/fuzz.py $$each -max_total_time=180 || exit 1; done

dictionaries:  ## Fetch the dictionaries that `canllaw check --full` reads (needs npm)
	mkdir -p .cache/dictionaries
	npm install --silent --no-audit --no-fund --no-save --prefix .cache/dictionaries \
	  dictionary-cy@2.0.0 dictionary-en-gb@3.0.0

checkers:  ## Fetch the Nu HTML checker, which `make test` runs on every page (needs npm and Java)
	mkdir -p .cache/checkers
	npm install --silent --no-audit --no-fund --no-save --prefix .cache/checkers vnu-jar@26.9.27

made: $(VENV)/.ready  ## Renew schema/ and handbook/, which come from the code
	$(BIN)/canllaw schema --write
	$(BIN)/canllaw handbook

lock: $(VENV)/.ready  ## Choose versions anew and write both lock files
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(LOCK) --extra install -o requirements.lock pyproject.toml
	$(LOCK) --extra install --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:  ## Delete what the commands above made
	rm -rf $(VENV) site .cache

$(VENV)/.ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src  # pip compiles what it copies, and this stays where it is
	touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
