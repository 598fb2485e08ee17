package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/internal/config"
)

func result(dir string) *check.Result {
	f := check.Finding{
		Rule: "figure-conflict", Fingerprint: "nv1:0123456789abcdef", Level: check.Error, Message: "the number of dead differs",
		Evidence: []check.Evidence{{Article: 0}, {Article: 1}, {Article: 7}},
	}
	return &check.Result{
		Articles: []corpus.Ref{
			{Name: "a", URI: filepath.Join(dir, "bugle", "a.md"), Outlet: "Bugle"}, {Name: "b", URI: filepath.Join(dir, "b.md"), Outlet: "Courier"},
		},
		Findings: []check.Finding{f},
	}
}

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}
	}
	return d
}

func TestSilences(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		entry, day string
		want       bool
	}{
		{"fingerprint: nv1:0123456789abcdef", "", true},
		{"fingerprint: nv1:0123456789abcdee", "", false},
		{"fingerprint: nv1:0123456789abcdef\n    rule: quote-wording", "", false},
		{"rule: figure-conflict\n    path: bugle/", "", true},
		{"rule: figure-conflict\n    path: courier/", "", false},
		{"rule: quote-wording\n    path: bugle/", "", false},
		{"rule: figure-conflict\n    outlet: courier", "", true},
		{"rule: figure-conflict\n    outlet: Gazette", "", false},
		{"rule: figure-conflict\n    outlet: Courier\n    path: b.md", "", true},
		{"rule: figure-conflict\n    outlet: Bugle\n    path: b.md", "", false},
		{"fingerprint: nv1:0123456789abcdef\n    expires: 2024-05-03", "2024-05-03", true},
		{"fingerprint: nv1:0123456789abcdef\n    expires: 2024-05-03", "2024-05-04", false},
		{"fingerprint: nv1:0123456789abcdef\n    expires: 2024-05-03", "", true},
	} {
		path := filepath.Join(dir, config.IgnoreName)
		if err := os.WriteFile(path, []byte("ignore:\n  - reason: we know\n    "+c.entry+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		ig, err := config.LoadIgnores(path, rules)
		if err != nil {
			t.Fatal(err)
		}
		res := result(dir)
		if got := ig.Silences(res, &res.Findings[0], day(c.day)) != nil; got != c.want {
			t.Errorf("%q on %q silences: %v, want %v", c.entry, c.day, got, c.want)
		}
	}
}

func TestTheLastDayCountsToItsEnd(t *testing.T) {
	e := config.Entry{Expires: day("2024-05-03")}
	if late := day("2024-05-03").Add(24*time.Hour - time.Second); e.Lapsed(late) || !e.Lapsed(late.Add(time.Second)) {
		t.Error("an entry lapses with its day")
	}
}

func TestParseIgnoresRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ignore: {}\n", "f:1: ignore is a list, not a mapping"},
		{"ignore: [a]\n", "f:1: a suppression is a mapping of keys to values, not \"a\""},
		{"- rule: figure-conflict\n", "f:1: suppressions stand under a key: \"ignore:\", and below it \"- rule: …\""},
		{"ignore:\n- fingerprint: abc\n", `f:2: "abc" is no fingerprint: they look like nv1:0123456789abcdef`},
		{"ignore:\n- fingerprint: nv1:0123456789ABCDEF\n", `f:2: "nv1:0123456789ABCDEF" is no fingerprint: they look like nv1:0123456789abcdef`},
		{"ignore:\n- {fingerprint: nv1:0123456789abcdef, reason: }\n", "f:2: reason is one value, not nothing"},
		{"ignore:\n- {fingerprint: nv1:0123456789abcdef, reason: \"\"}\n", "f:2: a suppression without a reason"},
		{"ignore:\n- {rule: figure-conflict, reason: x}\n", "f:2: a suppression names a fingerprint, or a rule and a path or an outlet"},
		{"ignore:\n- {path: a/, reason: x}\n", "f:2: a suppression names a fingerprint, or a rule and a path or an outlet"},
		{"ignore:\n- {path: [], rule: figure-conflict, reason: x}\n", "f:2: path is one value, not a list"},
		{"ignore:\n- {rule: figur, path: a, reason: x}\n", `f:2: unknown rule "figur"`},
		{"ignore:\n- {fingerprint: nv1:0123456789abcdef, reason: x, expires: soon}\n", `f:2: expires is a day such as 2025-12-31, not "soon"`},
	} {
		_, err := config.ParseIgnores([]byte(c.in), "f", rules)
		if err == nil || err.Error() != c.want {
			t.Errorf("ParseIgnores(%q) = %v, want %v", c.in, err, c.want)
		}
	}
}

func TestComments(t *testing.T) {
	type found struct {
		First, Last         int
		Rule, Reason, Wrong string
	}
	const ok = "<!-- newsvet-ignore figure-conflict: we know -->"
	for _, c := range []struct {
		name, draft string
		want        []found
	}{
		{"before a paragraph", ok + "\n\nOne.\nTwo.\n\nThree.", []found{{1, 4, "figure-conflict", "we know", ""}}},
		{"on top of it", "One.\n\n" + ok + "\nTwo.\nThree.\n\nFour.", []found{{3, 5, "figure-conflict", "we know", ""}}},
		{"behind its words", "One.\n\nTwo.\nThree. " + ok + "\nFour.\n\nFive.", []found{{3, 5, "figure-conflict", "we know", ""}}},
		{"below front matter", "---\ntitle: x\n---\n" + ok + "\n\nOne.", []found{{4, 6, "figure-conflict", "we know", ""}}},
		{"two on two lines", ok + "\n" + ok + "\nOne.", []found{{1, 3, "figure-conflict", "we know", ""}, {2, 3, "figure-conflict", "we know", ""}}},
		{"at the end", "One.\n\n" + ok, []found{{3, 3, "figure-conflict", "we know", ""}}},
		{"carriage returns", ok + "\r\n\r\nOne.\r\n\r\nTwo.", []found{{1, 3, "figure-conflict", "we know", ""}}},
		{"no reason", "<!-- newsvet-ignore figure-conflict -->", []found{{1, 1, "figure-conflict", "", "it gives no reason"}}},
		{"no rule", "<!-- newsvet-ignore: x -->", []found{{1, 1, "", "x", "it names no rule"}}},
		{"an unknown rule", "<!-- newsvet-ignore fig: x -->", []found{{1, 1, "fig", "x", `there is no rule "fig"`}}},
		{"not closed", "<!-- newsvet-ignore figure-conflict: x", nil},
		{"another comment", "<!-- a --> One.", nil},
	} {
		var got []found
		for _, x := range config.Comments(c.draft, rules) {
			got = append(got, found{x.First, x.Last, x.Rule, x.Reason, x.Wrong})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func FuzzIgnores(f *testing.F) {
	f.Add([]byte("ignore:\n- {fingerprint: nv1:0123456789abcdef, reason: x, expires: 2024-05-03, by: y}\n- {rule: figure-conflict, path: a/**, outlet: b, reason: z}\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		ig, err := config.ParseIgnores(in, "f", rules)
		if err != nil {
			return
		}
		ig.Dir = "/"
		res := result("/")
		ig.Silences(res, &res.Findings[0], day("2024-05-03"))
		for i := range ig.Entries {
			if e := &ig.Entries[i]; e.Reason == "" || e.String() == "" {
				t.Errorf("an entry without a reason or an object: %+v", e)
			}
		}
	})
}

func FuzzComments(f *testing.F) {
	f.Add("One. <!-- newsvet-ignore figure-conflict: x -->\n\n<!-- newsvet-ignore quote-wording: y -->\nTwo.")
	f.Fuzz(func(t *testing.T, in string) {
		n := strings.Count(in, "\n") + 1
		for _, c := range config.Comments(in, rules) {
			if c.First < 1 || c.First > c.Line || c.Last < c.Line || c.Last > n {
				t.Errorf("Comments(%q): line %d is about %d to %d", in, c.Line, c.First, c.Last)
			}
		}
	})
}
