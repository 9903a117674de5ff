# Two commands matter: `make run` opens the sample in the window, `make test` checks everything. Both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FILE ?= resources/samples/智慧城市建设讲话.pdf
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: run test test-long test-floor bench picture i18n prepare clean

run: prepare
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/piyue "$(FILE)"; \
	else \
		echo "No display here: drawing the same window off screen."; \
		mkdir -p build && QT_QPA_PLATFORM=offscreen $(BIN)/piyue --picture build/piyue.png "$(FILE)" \
			&& $(BIN)/piyue parse "$(FILE)" --text && echo "The window as drawn: build/piyue.png"; \
	fi

test: prepare
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(JOBS) -m "not long and not bench"

test-long: prepare
	HYPOTHESIS_PROFILE=new $(BIN)/python -m pytest -m "long and not bench"
	HYPOTHESIS_PROFILE=new $(BIN)/python -m pytest -n $(JOBS) tests/property

test-floor:
	@mkdir -p build && grep -viE '^(pyside6|shiboken6)' constraints.txt > build/constraints-floor.txt
	@$(PYTHON) .ci/prepare.py .venv-floor build/constraints-floor.txt 'PySide6-Essentials==6.8.*'
	.venv-floor/bin/python -m pytest -n $(JOBS) -m "not long and not bench"

bench: prepare
	$(BIN)/python -m pytest -m bench -s

# The picture in the README.
picture: prepare
	QT_QPA_PLATFORM=offscreen $(BIN)/piyue --picture resources/samples/window.png "$(FILE)"

# English for the window: new source strings into the table, the table into the form Qt loads.
i18n: prepare
	$(BIN)/pyside6-lupdate $$(git ls-files 'gui/*.py') -no-obsolete -locations none -ts resources/i18n/piyue_en.ts
	$(BIN)/pyside6-lrelease resources/i18n/piyue_en.ts resources/i18n/qt_zh_CN.ts

prepare:
	@$(PYTHON) .ci/prepare.py $(VENV)

clean:
	rm -rf build .venv .venv-floor .mypy_cache .ruff_cache .pytest_cache .hypothesis
