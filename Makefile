# Every target does its own set-up: a machine with make and Python 3.11 or later is enough for demo, test and bench.
# What it installs is locked with hashes in requirements/, so that it does next month what it does today.
PYTHON ?= python3
VENV   ?= .venv
LOCK   ?= test
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet

SECONDS ?= 120

.PHONY: demo test subset check docs soak mutants bench names picture notebooks typesetting licences lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/.run  ## every paper the example cases are ready for, in both formats, into out/
	@for case in examples/*.yaml; do \
	  $(BIN)/negotiation-docs pack "$$case" -o "out/$$(basename "$$case" .yaml)" --force || exit $$?; \
	done

test: $(VENV)/.test  ## style, types and the fast tests; no system package needed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n 2

subset: $(VENV)/.$(LOCK)  ## a few cases of every test, in three minutes; LOCK=floors for the oldest versions promised
	$(BIN)/python -m pytest -q -n 2 -m subset

check: $(VENV)/.check  ## validators, LibreOffice, browser; as root on Debian it installs what is missing
	bash tests/conformance/install-tools.sh
	$(BIN)/python -m pytest -q -m check --durations=8

docs: $(VENV)/.docs  ## the site in build/docs, with every link checked, and the recipes of its pages run
	$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going --write-all -c docs/site -d build/docs-read . build/docs
	$(BIN)/python -m pytest -q -m recipes tests/recipes
	@echo "build/docs/docs/index.html"

soak: $(VENV)/.check  ## strangers' input for an hour: damaged, guided by coverage, and whole random papers; SECONDS=120 for each
	$(BIN)/python -W ignore -m tests.soak --seconds $(SECONDS) --guided --papers 10

mutants: $(VENV)/.test  ## which small mistakes in figures/ and law/ no test notices; twenty minutes
	nice $(BIN)/python -W ignore -m tests.soak.mutants

bench: $(VENV)/.bench  ## what things cost; the font that all contenders set is made first
	$(BIN)/python benchmarks/fontcut.py
	@for script in benchmarks/bench_*.py; do $(BIN)/python "$$script" || exit $$?; done

names: $(VENV)/.test  ## the list of names in docs/template-rules.zh.md, made anew from the code
	$(BIN)/python -m negotiation_docs.views.manual docs/template-rules.zh.md \
	  examples/zhou.yaml examples/*.yaml examples/stories/*.yaml tests/facts/complete.yaml tests/facts/rare.yaml

picture: $(VENV)/.test  ## the pictures of docs/ and README, drawn anew from the examples
	$(BIN)/python docs/images/draw.py

notebooks: $(VENV)/.test  ## the notebooks of examples/, run and stored with what they show
	$(BIN)/python -m tests.notebooks.store

typesetting: $(VENV)/.bench  ## the pictures and figures of docs/typesetting.md, made anew; needs LibreOffice Writer
	$(BIN)/python docs/typesetting/draw.py
	$(BIN)/python docs/typesetting/measure.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run $(VENV)/.test $(VENV)/.check $(VENV)/.docs $(VENV)/.bench $(VENV)/.floors: $(VENV)/.%: requirements/%.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes --requirement $< --requirement requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

licences: $(VENV)/.check $(VENV)/.docs $(VENV)/.bench  ## the licence of everything that is installed; none may be in the way
	$(BIN)/python -m tests.packaging.licences

lock: | $(BIN)/python  ## requirements/ anew: the newest versions that fit together, and the floors
	$(PIP) --require-hashes --requirement requirements/lock.txt
	PATH="$(abspath $(BIN)):$$PATH" bash tests/packaging/lock.sh

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
