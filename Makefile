# Afterword's workshop. `make` alone says what there is to do.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
UV := uv==0.13.9
COMPILE = compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)

title = @printf '\n-- %s\n'
hint = @printf '%s\n'

.DEFAULT_GOAL := help
.PHONY: help run test venv check bench cases tact lock format docs messages screenshots clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: venv ## set up, and open Afterword in the browser until Ctrl-C
	@exec $(BIN)/afterword serve

test: venv ## run the tests
	@$(BIN)/pytest -q

venv: $(READY) ## set up .venv with everything that the other targets need

check: venv ## everything that must hold before a change lands
	$(title) 'format: ruff format'
	@$(BIN)/ruff format --check
	$(title) 'lint: ruff'
	@$(BIN)/ruff check
	$(title) 'types: mypy'
	@$(BIN)/mypy
	$(title) 'walls: import-linter'
	@$(BIN)/lint-imports --no-logo
	$(title) 'dependencies: deptry'
	@$(BIN)/deptry src
	$(title) 'dead code: vulture'
	@$(BIN)/vulture
	$(title) 'generated files are current'
	@$(BIN)/python -m tools.generate --check
	$(title) 'tests, with coverage'
	@$(BIN)/pytest -q --cov --cov-report=
	$(title) 'coverage of everything'
	@$(BIN)/coverage report
	$(title) 'coverage of the pure rooms: 100 %'
	@$(BIN)/coverage report --include='*/afterword/etiquette/*,*/afterword/letters/*' --fail-under=100

bench: venv ## measure
	@$(BIN)/python -m bench

cases: venv ## hold the verdicts against published advice
	@$(BIN)/python -m tools.cases

format: venv ## let ruff mend what it can
	@$(BIN)/ruff check --fix --quiet --exit-zero
	@$(BIN)/ruff format

docs: venv ## write the generated files anew, and the output that the docs show
	@$(BIN)/python -m tools.generate
	@$(BIN)/python -m tests.house.console

messages: venv ## collect the texts for translators, and pack their translations
	@$(BIN)/python -m tools.messages

screenshots: venv ## take pictures of every page to look at, and the README's anew
	@$(BIN)/python -m tools.screenshots

tact: venv ## hold the checker against labelled drafts
	@$(BIN)/python -m training.exam

lock: ## pin what pyproject.toml asks for (UPGRADE=--upgrade: the newest of everything)
	@shed=$$(mktemp -d) && trap 'rm -rf "$$shed"' EXIT && \
	$(PYTHON) -m venv "$$shed" && "$$shed/bin/pip" install -qq '$(UV)' && \
	export PATH="$$shed/bin:$$PATH" && unset PIP_FIND_LINKS UV_FIND_LINKS && \
	uv pip $(COMPILE) pyproject.toml --output-file requirements/run.txt && \
	uv pip $(COMPILE) pyproject.toml --group dev --constraints requirements/run.txt \
		--output-file requirements/dev.txt

clean: ## remove everything that is made here
	@rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis \
		.import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Built anew whenever what it holds may have changed. Byte-compiled here, because some machines
# forbid Python to do so on its own, and every command would then pay for it.
$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Afterword needs Python 3.11 or newer, and $(PYTHON) is not that. Install one and name it:'; \
		echo '  make PYTHON=python3.11 run'; exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python comes without its venv module. On Debian and Ubuntu, install it with'; \
		echo '  apt install python3-venv'; echo 'and run make again.'; exit 1; } >&2
	@echo 'Setting up .venv; the first time takes about a minute.'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@
