package config_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/internal/config"
)

func known(fingerprint, message string) config.Known {
	return config.Known{Fingerprint: fingerprint, Rule: "figure-conflict", Message: message, Places: []string{"a.md"}}
}

func knowns(t *rapid.T, label string) []config.Known {
	return rapid.SliceOf(rapid.Custom(func(t *rapid.T) config.Known {
		return known(rapid.StringMatching(`nv1:[0-2]{16}`).Draw(t, "fingerprint"), rapid.StringOf(rapid.RuneFrom([]rune("ab\"<&\n –"))).Draw(t, "message"))
	})).Draw(t, label)
}

func TestBaselineSurvivesItsBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &config.Baseline{Path: "f", Level: check.Warning, Paths: []string{"corpus"}}
		b.Update(knowns(t, "found"))
		bytes, err := b.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := config.ParseBaseline(bytes, "f")
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Entries) == 0 {
			b.Entries, again.Entries = nil, nil
		}
		if diff := cmp.Diff(b, again); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if got, want := strings.Count(string(bytes), "\n"), len(b.Entries)+2; got != want {
			t.Errorf("%d lines, want one an entry: %d", got, want)
		}
	})
}

func TestUpdateThenPruneIsWhatWasFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &config.Baseline{Level: check.Warning}
		b.Update(knowns(t, "before"))
		before := len(b.Entries)
		found := knowns(t, "found")
		if added := b.Update(found); added != len(b.Entries)-before {
			t.Errorf("Update = %d, want %d", added, len(b.Entries)-before)
		}
		b.Prune(found)
		for _, k := range found {
			if b.Find(k.Fingerprint) == nil {
				t.Errorf("%v is gone", k)
			}
		}
		for _, k := range b.Entries {
			is := false
			for _, f := range found {
				is = is || f.Fingerprint == k.Fingerprint
			}
			if !is {
				t.Errorf("%v is left", k)
			}
		}
	})
}

func TestMigrate(t *testing.T) {
	b := &config.Baseline{Level: check.Warning}
	b.Update([]config.Known{known("nv0:0000000000000001", "27 or 31 dead"), known("nv0:0000000000000002", "two or three fires"), known("nv1:0000000000000003", "kept")})
	found := []config.Known{known("nv1:000000000000000a", "27 or 31 dead")}
	if got := b.Foreign(); got != 2 {
		t.Errorf("Foreign() = %d, want 2", got)
	}
	carried, lost := b.Migrate(found)
	b.Update(found)
	if carried != 1 || len(lost) != 1 || lost[0].Message != "two or three fires" {
		t.Errorf("Migrate = %d, %v, want one carried over and one lost", carried, lost)
	}
	var got []string
	for _, k := range b.Entries {
		got = append(got, k.Fingerprint)
	}
	if want := []string{"nv1:0000000000000003", "nv1:000000000000000a"}; !cmp.Equal(got, want) {
		t.Errorf("entries %v, want %v", got, want)
	}
}

func TestKnowsKeepsALevel(t *testing.T) {
	res := result("/")
	if got := config.Knows(res, check.Error); len(got) != 1 || !cmp.Equal(got[0].Places, []string{"a", "b"}) {
		t.Errorf("Knows = %+v, want one finding in a and b", got)
	}
	res.Findings[0].Level = check.Info
	if got := config.Knows(res, check.Warning); len(got) != 0 {
		t.Errorf("Knows = %+v, want nothing below the level", got)
	}
}

func TestParseBaselineRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "f: no baseline: EOF"},
		{"[]", "f:1: no baseline: "},
		{"{}", `f: schema is "", not "newsvet.baseline/1"`},
		{"{\"schema\":\"newsvet.baseline/1\",\n\"level\":3}", "f:2: no baseline: "},
		{`{"schema":"newsvet.baseline/1","level":"off","findings":[]}`, `f: level is "off": error, warning and info are levels`},
		{`{"schema":"newsvet.baseline/1","level":"info","found":[]}`, `f: no baseline: it has no findings`},
		{`{"schema":"newsvet.baseline/1","level":"info","findings":[{}]}`, `f: "" is no fingerprint: `},
		{`{"schema":"newsvet.baseline/1","level":"info"} {}`, `f: no baseline: something follows it`},
		{`{"schema":"newsvet.baseline/1","level":"info"}}`, `f: no baseline: something follows it`},
	} {
		_, err := config.ParseBaseline([]byte(c.in), "f")
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("ParseBaseline(%q) = %v, want %v", c.in, err, c.want)
		}
	}
}

func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"schema":"newsvet.baseline/1","level":"warning","paths":["corpus"],"findings":[{"fingerprint":"nv1:0123456789abcdef","rule":"r","message":"m","places":["a"]}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		b, err := config.ParseBaseline(in, "f")
		if err != nil {
			return
		}
		bytes, err := b.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := config.ParseBaseline(bytes, "f"); err != nil {
			t.Errorf("ParseBaseline(%q) of its own bytes: %v", bytes, err)
		}
	})
}

// TestALaterBaselineIsRead: within a schema fields are only ever added.
func TestALaterBaselineIsRead(t *testing.T) {
	b, err := config.ParseBaseline([]byte(`{"schema":"newsvet.baseline/1","level":"info","made":"later","findings":[
{"fingerprint":"nv1:0123456789abcdef","rule":"quote-cut","message":"m","places":[],"since":"2030"}]}`), "f")
	if err != nil {
		t.Fatal(err)
	}
	if b.Find("nv1:0123456789abcdef") == nil || b.Later != `unknown field "made"` {
		t.Errorf("entries %v, later %q", b.Entries, b.Later)
	}
}
