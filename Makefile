# newsvet: every step needs Go, git and make; lint fetches staticcheck through the module proxy.
export CGO_ENABLED ?= 0
GO          ?= go
FUZZTIME    ?= 10s
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHSTAT   ?= golang.org/x/perf/cmd/benchstat@latest

.PHONY: build demo test lint race fuzz bench score models docs
build:
	$(GO) build -trimpath -o bin/newsvet ./cmd/newsvet

demo: build
	bin/newsvet check --fail-on never docs/demo/corpus

test:
	$(GO) test -shuffle=on ./...

lint:
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

race: # the race detector needs a C compiler
	@if command -v cc >/dev/null || command -v gcc >/dev/null; then CGO_ENABLED=1 $(GO) test -race -short ./...; \
	else echo "race: skipped, there is no C compiler"; test -z "$$CI"; fi

fuzz:
	@set -e; for p in $$($(GO) list ./...); do for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
	  echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$p; done; done

bench: # make bench BASE=main compares with another commit
	$(GO) test -run '^$$' -bench . -count $(if $(BASE),6,1) ./... | tee bin/bench.new
	@if [ -n "$(BASE)" ]; then git worktree add -q -f bin/base $(BASE) && (cd bin/base && $(GO) test -run '^$$' -bench . -count 6 ./...) > bin/bench.old; \
	  git worktree remove -f bin/base; $(GO) run $(BENCHSTAT) bin/bench.old bin/bench.new; fi

score: build # make score EVAL=DIR, where DIR holds annotated articles
	EVAL=$(abspath $(EVAL)) NEWSVET=$(abspath bin/newsvet) $(GO) test -count 1 -v -run Score ./internal/score

models: # make models EVAL=DIR: the weights of extract/syntax, the same bytes; ten minutes and 3 GB
	$(GO) run ./internal/train train -o extract/syntax/weights/english.bin -skip GUM_academic_replication,GUM_academic_epistemic \
	  -text '$(EVAL)/quotes/polnear-train.jsonl,$(EVAL)/cross/clusters-*.jsonl,$(EVAL)/dates/dates-*.jsonl' \
	  $(EVAL)/syntax/ewt-train.conllu.gz $(EVAL)/syntax/gum-train.conllu.gz

docs: # the pages of the rules, from the rules and their golden stories
	$(GO) test ./check/rules -run TestGenerated -update
