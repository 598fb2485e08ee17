package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// official compiles a schema of others. Fields that it does not know are an
// error even if it lets them pass: they would be lost on the way.
func official(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	doc := decoded(t, readFile(t, filepath.Join("testdata", "schemas", name)))
	closeObjects(doc)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	// A schema is registered under its own id, if it has one.
	id := name
	if m, ok := doc.(map[string]any); ok && m["id"] != nil {
		id = m["id"].(string)
		if err := c.AddResource(id, doc); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closeObjects makes objects of a schema admit none but the fields they name.
// Bags of properties, which name none, stay open.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if p, ok := v["properties"].(map[string]any); ok && v["additionalProperties"] == true && len(p) > 0 && v["properties"].(map[string]any)["tags"] == nil {
			v["additionalProperties"] = false
		}
		if v["$ref"] != nil {
			delete(v, "additionalProperties") // means nothing beside a reference
		}
		for _, x := range v {
			closeObjects(x)
		}
	case []any:
		for _, x := range v {
			closeObjects(x)
		}
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decoded(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// outputs are what a format makes of the fixture, of nothing, and of hostile
// texts.
func outputs(t *testing.T, f *report.Format) map[string]string {
	t.Helper()
	rules := []*check.Rule{{Name: "figure-conflict", Doc: "the same measure\n\nMore of it.", Standard: "AP", Bad: "27 and 28", Level: check.Error}}
	o := report.Options{Rules: rules, MinLevel: check.Info, Version: "v1.2.3"}
	out := map[string]string{
		"fixture":     render(t, f, o, summary(), mill(), quiet()),
		"fewer":       render(t, f, report.Options{}, summary(), mill(), quiet()),
		"nothing":     render(t, f, o, check.Summary{}),
		"golden":      string(readFile(t, filepath.Join("testdata", f.Name+".golden"))),
		"suppression": render(t, f, o, summary(), known()),
		"demo":        string(readFile(t, filepath.Join("..", "..", "cmd", "newsvet", "testdata", "demo", f.Name+".golden"))),
	}
	for i, s := range slices.Concat(hostile, attacks) {
		res, sum := planted(s)
		out["hostile "+strconv.Itoa(i)] = render(t, f, o, sum, res)
	}
	return out
}

// known is a story with findings silenced in each of the ways there are.
func known() *check.Result {
	res := mill()
	for _, how := range []check.How{check.Known, check.Ignored, check.Inline} {
		res.Silenced = append(res.Silenced, check.Silenced{Finding: res.Findings[0], How: how})
	}
	return res
}

func TestSARIFIsOfItsSchema(t *testing.T) {
	schema := official(t, "sarif-2.1.0.json")
	for name, got := range outputs(t, report.SARIF) {
		if err := schema.Validate(decoded(t, []byte(got))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		sarifHolds(t, name, got)
	}
	if schema.Validate(decoded(t, []byte(`{"version":"2.1.0","runs":[{"results":[]}]}`))) == nil {
		t.Error("the schema admits a run without a tool")
	}
}

// sarifHolds: what SARIF asks for in words, and no schema can say.
func sarifHolds(t *testing.T, name, got string) {
	t.Helper()
	type text struct{ Text string }
	type location struct {
		ID               *int
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID           string
				RuleIndex        *int
				Message          text
				Locations        []location
				RelatedLocations []location
			}
		}
	}
	if err := json.Unmarshal([]byte(got), &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		if i := r.RuleIndex; i != nil && log.Runs[0].Tool.Driver.Rules[*i].ID != r.RuleID {
			t.Errorf("%s: rule %d is not %s", name, *i, r.RuleID)
		}
		ids := map[string]bool{}
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			if l.ID != nil {
				ids[strconv.Itoa(*l.ID)] = true
			}
			at := l.PhysicalLocation.Region
			if at.EndLine > 0 && (at.EndLine < at.StartLine || at.EndLine == at.StartLine && at.EndColumn < at.StartColumn) {
				t.Errorf("%s: a region ends before it begins: %+v", name, at)
			}
			if uri := l.PhysicalLocation.ArtifactLocation.URI; strings.ContainsAny(uri, " \\\n") || strings.HasPrefix(uri, "./") {
				t.Errorf("%s: %q is no normal URI reference", name, uri)
			}
		}
		if len(r.Locations) != 1 {
			t.Errorf("%s: %d locations; viewers show the first only", name, len(r.Locations))
		}
		for _, m := range regexp.MustCompile(`[^\\]\]\((\d+)\)`).FindAllStringSubmatch(r.Message.Text, -1) {
			if !ids[m[1]] {
				t.Errorf("%s: the message links to location %s, which is not there", name, m[1])
			}
		}
	}
}

func TestRDJSONIsOfItsSchema(t *testing.T) {
	schema := official(t, "rdjson.json")
	for name, got := range outputs(t, report.RDJSON) {
		if err := schema.Validate(decoded(t, []byte(got))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{`{"diagnostics":{}}`, `{"diagnostics":[{"mesage":""}]}`, `{"diagnostics":[{"severity":"error"}]}`} {
		if schema.Validate(decoded(t, []byte(bad))) == nil {
			t.Errorf("the schema admits %s", bad)
		}
	}
}

// TestGitLabIsAsDocumented: GitLab says in words what a report must hold
// (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").
func TestGitLabIsAsDocumented(t *testing.T) {
	severities := []string{"info", "minor", "major", "critical", "blocker"}
	for name, got := range outputs(t, report.GitLab) {
		for _, fault := range gitlabFaults([]byte(got), severities) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for what, bad := range map[string]string{
		"an object": `{}`, "a byte order mark": "\ufeff[]", "a list within": `[[]]`, "no description": `[{"check_name":"r","fingerprint":"f","severity":"major","location":{"path":"a","lines":{"begin":1}}}]`,
		"a severity of ours": `[{"description":"d","check_name":"r","fingerprint":"f","severity":"error","location":{"path":"a","lines":{"begin":1}}}]`,
		"a path with a dot":  `[{"description":"d","check_name":"r","fingerprint":"f","severity":"major","location":{"path":"./a","lines":{"begin":1}}}]`,
		"no line":            `[{"description":"d","check_name":"r","fingerprint":"f","severity":"major","location":{"path":"a","lines":{}}}]`,
	} {
		if len(gitlabFaults([]byte(bad), severities)) == 0 {
			t.Errorf("%s is let pass", what)
		}
	}
}

func gitlabFaults(b []byte, severities []string) []string {
	var issues []map[string]any
	if err := json.Unmarshal(b, &issues); err != nil {
		return []string{err.Error()}
	}
	var out []string
	seen := map[string]bool{}
	for i, issue := range issues {
		fault := func(format string, args ...any) {
			out = append(out, fmt.Sprintf("issue %d: ", i)+fmt.Sprintf(format, args...))
		}
		for _, field := range []string{"description", "check_name", "fingerprint", "severity"} {
			if s, ok := issue[field].(string); !ok || s == "" {
				fault("%s is %v, want words", field, issue[field])
			}
		}
		if s, _ := issue["severity"].(string); !slices.Contains(severities, s) {
			fault("severity %q", s)
		}
		if f, _ := issue["fingerprint"].(string); seen[f] {
			fault("fingerprint %q is not unique", f)
		} else {
			seen[f] = true
		}
		at, _ := issue["location"].(map[string]any)
		if p, _ := at["path"].(string); p == "" || strings.HasPrefix(p, "./") {
			fault("path %q is not relative to the repository, without ./", p)
		}
		lines, _ := at["lines"].(map[string]any)
		if n, _ := lines["begin"].(float64); n < 1 || n != float64(int(n)) {
			fault("begins at line %v", lines["begin"])
		}
		if known := []string{"check_name", "description", "fingerprint", "location", "severity"}; !slices.Equal(slices.Sorted(maps.Keys(issue)), known) {
			fault("fields %v, want %v", slices.Sorted(maps.Keys(issue)), known)
		}
	}
	return out
}

// TestGitHubIsAsDocumented: each line is read as the runner reads it
// (docs.github.com, "Workflow commands for GitHub Actions").
func TestGitHubIsAsDocumented(t *testing.T) {
	for name, got := range outputs(t, report.GitHub) {
		for line := range strings.Lines(got) {
			if fault := commandFault(strings.TrimSuffix(line, "\n")); fault != "" {
				t.Errorf("%s: %s: %q", name, fault, line)
			}
		}
	}
	for _, bad := range []string{"", "error", " ::error::x", "::set-output name=a::b", "::error file=a,b.md::x", "::error file=a:b.md::x", "::error line=0::x", "::error col=x::x",
		"::error file=::x", "::error::", "::error::50%", "::error::a%0", "::error line=1,line=2::x", "::error::a\rb"} {
		if commandFault(bad) == "" {
			t.Errorf("%q is let pass", bad)
		}
	}
}

// commandFault says what is wrong with a line that is to be an annotation.
func commandFault(line string) string {
	head, message, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	if !ok || !strings.HasPrefix(line, "::") {
		return "no command"
	}
	command, properties, _ := strings.Cut(head, " ")
	if !slices.Contains([]string{"error", "warning", "notice"}, command) {
		return "no annotation"
	}
	if message == "" || !escaped(message, "%0A", "%0D", "%25") {
		return "no message, or one with what is not escaped"
	}
	seen := map[string]bool{}
	for p := range strings.SplitSeq(properties, ",") {
		key, value, ok := strings.Cut(p, "=")
		number := key == "line" || key == "endLine" || key == "col" || key == "endColumn"
		n, err := strconv.Atoi(value)
		switch {
		case p == "" && properties == "":
		case !ok || seen[key] || !number && key != "file" && key != "title":
			return "property " + p
		case number && (err != nil || n < 1):
			return "no number: " + p
		case value == "" || strings.Contains(value, ":") || !escaped(value, "%0A", "%0D", "%25", "%3A", "%2C"):
			return "not escaped: " + p
		}
		seen[key] = true
	}
	return ""
}

// escaped reports whether s holds no control characters, and a percent sign
// only where one of the sequences begins.
func escaped(s string, sequences ...string) bool {
	for _, q := range sequences {
		s = strings.ReplaceAll(s, q, "")
	}
	return !strings.ContainsAny(s, "%\r\n\x00")
}
