package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/internal/config"
)

var rules = []string{"figure-conflict", "quote-wording"}

func TestParse(t *testing.T) {
	got, err := config.Parse([]byte(`
rules:
  figure-conflict: warning
  quote-wording: off
paths: corpus
ignore: [archive/, "*.bak"]
drafts:
  - drafts/
outlets:
  Courier: {owner: Brant Media}
  Bugle:
    aliases: [The Bugle]
    kind: primary
    wire: true
    paths: bugle/
limits: {document: 2 MiB, documents: 10_000, ratio: 50, words: 5000, items: 300}
fail-on: warning
jobs: 2
baseline: known.json
`), "f", rules)
	if err != nil {
		t.Fatal(err)
	}
	want := &config.Config{
		Path: "f",
		Settings: map[string]config.Setting{
			"fail-on": {Value: "warning", Line: 17}, "jobs": {Value: "2", Line: 18}, "baseline": {Value: "known.json", Line: 19},
		},
		Rules:  map[string]check.Level{"figure-conflict": check.Warning, "quote-wording": check.Off},
		Paths:  []string{"corpus"},
		Ignore: []string{"archive/", "*.bak"}, Drafts: []string{"drafts/"},
		Outlets: []config.Outlet{
			{Name: "Bugle", Aliases: []string{"The Bugle"}, Paths: []string{"bugle/"}, Wire: true, Primary: true},
			{Name: "Courier", Owner: "Brant Media"},
		},
		Limits: corpus.Limits{Document: 2 << 20, Documents: 10_000, Ratio: 50}, Article: extract.Limits{Words: 5000, Items: 300},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(config.Config{}, "Lines")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := got.At("rules.quote-wording"), "f:4"; got != want {
		t.Errorf("At = %q, want %q", got, want)
	}
}

func TestParseNothing(t *testing.T) {
	for _, s := range []string{"", "\n", "# nothing\n", "---\n", "null\n", "rules:\noutlets:\nignore:\nlimits:\n"} {
		if _, err := config.Parse([]byte(s), "f", rules); err != nil {
			t.Errorf("Parse(%q): %v", s, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"fail_on: error\n", `f:1: unknown key "fail_on"`},
		{"jobs: 1\n\njobs: 2\n", `f:3: "jobs" is given twice`},
		{"fail-on: warn\n", `f:1: unknown value of fail-on "warn"`},
		{"min-confidence: 2\n", `f:1: min-confidence is low, medium, high or a number from 0 to 1, not "2"`},
		{"min-confidence: sure\n", `f:1: min-confidence is low, medium, high or a number from 0 to 1, not "sure"`},
		{"today: tomorrow\n", `f:1: today is a day such as 2025-12-31, not "tomorrow"`},
		{"fail-on:\n", `f:1: fail-on is one value, not nothing`},
		{"fail-on: [error]\n", `f:1: fail-on is one value, not a list`},
		{"rules: [figure-conflict]\n", `f:1: rules is a mapping of keys to values, not a list`},
		{"rules:\n  figure-conflict: yes\n", `f:2: unknown level "yes"`},
		{"rules:\n  fig: error\n", `f:2: unknown rule "fig"`},
		{"ignore: {a: b}\n", `f:1: ignore is a list, not a mapping`},
		{"ignore: [\"[a\"]\n", `f:1: ignore: "[a" is no pattern`},
		{"ignore: [\"\"]\n", `f:1: ignore: "" is no pattern`},
		{"outlets:\n  Bugle: {kind: tabloid}\n", `f:2: unknown kind "tabloid"`},
		{"outlets:\n  Bugle: {wire: maybe}\n", `f:2: wire is true or false, not "maybe"`},
		{"limits: {document: 10 Mb}\n", `f:1: document: "10 Mb" is no size: 10MiB is one`},
		{"limits: {document: 0}\n", `f:1: document: a limit is above 0`},
		{"limits: {document: 99999999999GiB}\n", `f:1: document: "99999999999GiB" is too large`},
		{"- a\n", `f:1: a configuration is a mapping of keys to values, not a list`},
		{"rules: &a {}\nlimits: *a\n", `f:2: limits is a mapping of keys to values, not an alias`},
		{"jobs: 1\n---\njobs: 2\n", `f:2: a second document`},
		{"jobs: \"1\n", `f:2: found unexpected end of stream`},
		{"jobs: \xff\n", `f: not UTF-8`},
	} {
		_, err := config.Parse([]byte(c.in), "f", rules)
		if err == nil || err.Error() != c.want {
			t.Errorf("Parse(%q) = %v, want %v", c.in, err, c.want)
		}
	}
}

func TestErrorsSayWhatIsKnown(t *testing.T) {
	_, err := config.Parse([]byte("rules: {figure-conflit: error}\n"), "f", rules)
	var e *config.Error
	if !errors.As(err, &e) || e.Given != "figure-conflit" || !cmp.Equal(e.Known, rules) {
		t.Errorf("Parse = %+v, want what was given and what is known", err)
	}
}

func TestFindStopsAtTheRepository(t *testing.T) {
	top := t.TempDir()
	deep := filepath.Join(top, "repo", "a", "b")
	for _, dir := range []string{deep, filepath.Join(top, "repo", ".git"), filepath.Join(top, "outside", "a")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put := func(path string) string {
		path = filepath.Join(top, path)
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	find := func(dir, want string) {
		t.Helper()
		if got, err := config.Find(dir, config.Name); err != nil || got != want {
			t.Errorf("Find(%q) = %q, %v, want %q", dir, got, err, want)
		}
	}
	put(config.Name)
	put("outside/" + config.Name)
	find(deep, "")
	find(filepath.Join(top, "outside", "a"), "")
	root := put("repo/" + config.Name)
	find(deep, root)
	find(filepath.Join(top, "repo"), root)
	near := put("repo/a/" + config.Name)
	find(deep, near)
}

func TestApply(t *testing.T) {
	dir := t.TempDir()
	c := &config.Config{Dir: dir, Outlets: []config.Outlet{
		{Name: "Aldport Wire", Wire: true, Paths: []string{"wire/"}},
		{Name: "Bugle", Aliases: []string{"bugle.example"}, Owner: "Aldport Media"},
		{Name: "Town Hall", Primary: true},
	}}
	for _, x := range []struct{ in, want corpus.Ref }{
		{corpus.Ref{Outlet: "BUGLE.example"}, corpus.Ref{Outlet: "Bugle", Owner: "Aldport Media"}},
		{corpus.Ref{Outlet: "Courier", URI: filepath.Join(dir, "wire", "a.txt")}, corpus.Ref{Outlet: "Courier"}},
		{corpus.Ref{URI: filepath.Join(dir, "wire", "a.txt")}, corpus.Ref{Outlet: "Aldport Wire", Wire: true}},
		{corpus.Ref{URI: filepath.Join(dir, "a.txt")}, corpus.Ref{}},
		{corpus.Ref{URI: "-"}, corpus.Ref{}},
		{corpus.Ref{Outlet: "Town Hall"}, corpus.Ref{Outlet: "Town Hall", Kind: corpus.Primary, Issuer: "Town Hall"}},
	} {
		got, id := x.in, x.in.ID
		c.Apply(&got)
		x.want.URI = x.in.URI
		if named := x.in.Outlet == "" && got.Outlet != ""; named == (got.ID == id) {
			t.Errorf("Apply(%+v): an outlet by path makes another document, one by name does not", x.in)
		}
		if diff := cmp.Diff(x.want, got, cmpopts.IgnoreFields(corpus.Ref{}, "ID")); diff != "" {
			t.Errorf("Apply(%+v) (-want +got):\n%s", x.in, diff)
		}
	}
}

func TestSchemaKnowsEveryKey(t *testing.T) {
	b, err := config.Schema(rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range append(config.Keys(), rules...) {
		if !strings.Contains(string(b), `"`+key+`": {`) {
			t.Errorf("the schema has no %s", key)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"rules:\n  figure-conflict: warning\noutlets: {Bugle: {owner: x, paths: [a/]}}\nlimits: {document: 1MiB}\nfail-on: error\n",
		"a: &a [*a]\n", "? {}\n: 1\n", "<<: {jobs: 1}\n", "ignore:\n- x\n", "rules: {quote-wording: false}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		c, err := config.Parse(in, "f", rules)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		for _, l := range c.Rules {
			if l != check.Off && l.Rank() == 0 {
				t.Errorf("level %q", l)
			}
		}
		c.Dir = "/"
		c.Skips("/a/b.md")
		c.Apply(&corpus.Ref{URI: "/a/b.md"})
	})
}
