# OneChild. `make help` lists what can be made. Needs Python 3.11 or later, make and a package registry; nothing else.

SHELL := /bin/bash
export DJANGO_SETTINGS_MODULE := onechild.service.config.settings
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PYTHON := $(BIN)/python
INSTALL := $(PYTHON) -m pip --disable-pip-version-check install --quiet --quiet --no-input

.PHONY: help venv venv-spark demo test test-slow check format reference bench lock clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

venv: .venv/made ## make .venv with everything needed and .venv/bin/onechild
venv-spark: .venv/made-spark ## the same, with Spark (which needs Java 17)

# DATA=folder PORT=8000 DATABASE_PORT=5432 FRESH=yes; two can run side by side in two folders, on two ports.
demo: .venv/made ## invent Hatterton, write its report, and serve it to sign in to, until Ctrl-C
	@$(BIN)/onechild demo $(if $(DATA),--data "$(DATA)") $(if $(PORT),--port $(PORT)) \
		$(if $(DATABASE_PORT),--database-port $(DATABASE_PORT)) $(if $(FRESH),--fresh)

test: .venv/made ## every test but the slow ones
	$(PYTHON) -m pytest -m "not slow and not spark" -n auto --dist loadfile

# Java's absence is said, not hidden. Exit code 5 is pytest's "nothing to run", which is no failure here.
test-slow: .venv/made ## kill -9, Spark and ten-times data, one after another
	@if java -version >/dev/null 2>&1; then $(MAKE) --no-print-directory venv-spark; \
	else echo "SKIPPED: tests on Spark, because this machine has no Java 17 or later"; fi
	$(PYTHON) -m pytest -m "slow or spark" || test $$? -eq 5

check: .venv/made ## format, lint, types, arrows, house rules, locks, generated pages
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(PYTHON) -m pytest tests/test_house_rules.py
	$(PYTHON) tools/locks.py check
	$(PYTHON) -m onechild.cli.reference --check
	@# Neither needs a database; without one, makemigrations would warn that it can't compare what was applied.
	$(PYTHON) -W ignore::RuntimeWarning -m django check --fail-level WARNING
	$(PYTHON) -W ignore::RuntimeWarning -m django makemigrations --check --dry-run
	git ls-files -co --exclude-standard 'onechild/service/**.html' | xargs $(BIN)/djade --target-version 5.2 --check

format: .venv/made ## put every file in shape, and mend what can be mended
	$(BIN)/ruff check --quiet --fix-only .
	$(BIN)/ruff format .
	git ls-files -co --exclude-standard 'onechild/service/**.html' | xargs $(BIN)/djade --target-version 5.2 || true

reference: .venv/made ## write docs/reference again from the code
	$(PYTHON) -m onechild.cli.reference

bench: .venv/made ## measure speed and memory
	@$(PYTHON) -m bench

lock: .venv/made ## write requirements/ again after a change to pyproject.toml
	@$(PYTHON) tools/locks.py write

clean: ## remove what was made, but .venv
	rm -rf demo out bench/out build .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made: requirements/dev.txt pyproject.toml
	@tools/new_venv
	@echo "Installing what OneChild needs into .venv (about a minute the first time)"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

.venv/made-spark: requirements/spark.txt .venv/made
	@echo "Adding Spark to .venv (about 450 MB the first time)"
	@$(INSTALL) --require-hashes -r requirements/spark.txt
	@touch $@
