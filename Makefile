# Every target does its own set-up: a machine with make and Python 3.11 or later is enough for demo, test and bench.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet

.PHONY: demo test check bench picture typesetting clean
.DELETE_ON_ERROR:

demo: $(VENV)/.demo  ## every paper the example cases are ready for, in both formats, into out/
	@for case in examples/*.yaml; do \
	  $(BIN)/negotiation-docs pack "$$case" -o "out/$$(basename "$$case" .yaml)" --force || exit $$?; \
	done

test: $(VENV)/.test  ## style, types and the fast tests; no system package needed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.check  ## validators, LibreOffice, browser; as root on Debian it installs what is missing
	bash tests/conformance/install-tools.sh
	$(BIN)/python -m pytest -m check --durations=8

bench: $(VENV)/.bench  ## what things cost
	@for script in benchmarks/bench_*.py; do $(BIN)/python "$$script" || exit $$?; done

picture: $(VENV)/.test  ## the pictures of docs/ and README, drawn anew from the examples
	$(BIN)/python docs/images/draw.py

typesetting: $(VENV)/.bench  ## the pictures of docs/typesetting.md, drawn anew; needs LibreOffice Writer
	$(BIN)/python docs/typesetting/draw.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade 'pip>=25.1'  # the first pip that reads dependency groups

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.test $(VENV)/.check $(VENV)/.bench: $(VENV)/.%: pyproject.toml | $(BIN)/python
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --editable . --group $*
	@touch $@

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
