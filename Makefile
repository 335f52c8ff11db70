# Two commands do all the set-up: `make run` and `make test`.

SWIFT ?= swift
PACKAGES = pkg-config libcurl4-openssl-dev libxml2-dev libsqlite3-dev libssl-dev
# The tests make a certificate authority of their own.
TEST_PACKAGES = openssl
# Tests that wait for a daemon starve beside hundreds of others that reckon on the same cores.
TESTS_AT_ONCE = 4
# Other people's readers of a digest's forms.
DIGEST_PACKAGES = chromium fonts-noto-core tidy libxml2-utils cmark python3 python3-jsonschema
CONFIGURATION ?= debug
BINARY = .build/$(CONFIGURATION)/marsad
# As shipped, the program needs nothing of Swift on the machine that it runs on.
FLAGS = $(if $(filter release,$(CONFIGURATION)),--static-swift-stdlib)

.DEFAULT_GOAL := help
.PHONY: help setup build release run test test-digest test-metrics test-systemd lint manual \
	install uninstall deb clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install the missing Debian packages
	@./Scripts/setup.sh $(PACKAGES)

build: setup ## build for development
	$(SWIFT) build -c $(CONFIGURATION) $(FLAGS) --product marsad

release: ## build the program as it is shipped
	$(MAKE) build CONFIGURATION=release

run: build ## show the whole line on the seed articles, without the internet
	$(BINARY) demo

test: setup ## run all tests
	@./Scripts/setup.sh $(TEST_PACKAGES)
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TESTS_AT_ONCE) $(SWIFT) test
	@./Scripts/test-systemd.sh --where-possible

test-digest: build ## check digests, approved and just written, in a browser and by other programs
	@./Scripts/setup.sh $(DIGEST_PACKAGES)
	/usr/bin/python3 Tests/Browser/written.py $(BINARY) .build/digests
	/usr/bin/python3 Tests/Browser/forms.py
	/usr/bin/python3 Tests/Browser/forms.py .build/digests
	/usr/bin/python3 Tests/Browser/check.py
	/usr/bin/python3 Tests/Browser/check.py .build/digests

test-metrics: build ## have promtool read the metrics of a running daemon
	@./Scripts/setup.sh prometheus python3
	./Scripts/check-metrics.sh $(BINARY)

test-systemd: deb ## try the package under a real systemd, in a container (wants root)
	@./Scripts/setup.sh systemd-container dbus
	@./Scripts/test-systemd.sh

lint: ## check formatting, units, man pages and what must not stand in the sources
	@./Scripts/setup.sh systemd mandoc man-db
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	./Scripts/lint-words.sh
	./Scripts/lint-units.sh
	./Scripts/lint-manuals.sh

manual: release ## write docs/marsad.1 anew, from what the program says of itself
	./Scripts/manual.py .build/release/marsad

install: ## put the released program in place (PREFIX, SYSCONFDIR, DESTDIR)
	./Scripts/install.sh install .build/release/marsad

uninstall: ## take away what `make install` put in place
	./Scripts/install.sh uninstall

deb: release ## build a Debian package in .build/deb
	@./Scripts/setup.sh dpkg-dev lintian
	rm -rf .build/deb
	./Scripts/deb.sh .build/release/marsad .build/deb
	lintian --fail-on error,warning .build/deb/*.deb

clean: ## remove what was built
	rm -rf .build demo
