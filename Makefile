# Two commands do all the set-up: `make run` and `make test`.

SWIFT ?= swift
PACKAGES = pkg-config libcurl4-openssl-dev libxml2-dev libsqlite3-dev
# The tests make a certificate authority of their own.
TEST_PACKAGES = openssl
# Other people's readers of a digest's forms.
DIGEST_PACKAGES = chromium fonts-noto-core tidy libxml2-utils cmark python3
CONFIGURATION ?= debug
BINARY = .build/$(CONFIGURATION)/marsad
# As shipped, the program needs nothing of Swift on the machine that it runs on.
FLAGS = $(if $(filter release,$(CONFIGURATION)),--static-swift-stdlib)

.DEFAULT_GOAL := help
.PHONY: help setup build release run test test-digest lint clean

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
	$(SWIFT) test

test-digest: ## check digests in a browser and by other programs
	@./Scripts/setup.sh $(DIGEST_PACKAGES)
	python3 Tests/Browser/forms.py
	python3 Tests/Browser/check.py

lint: ## check formatting and what must not stand in the sources
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	./Scripts/lint-words.sh

clean: ## remove what was built
	rm -rf .build demo
