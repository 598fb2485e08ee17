package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

const demo = "docs/demo/corpus"

// in runs a command line from the root of the project, where nothing may go
// wrong, and returns what it prints.
func in(t *testing.T, args ...string) []byte {
	t.Helper()
	t.Chdir(filepath.Join("..", ".."))
	defer t.Chdir(filepath.Join("cmd", "newsvet"))
	var stdout, stderr bytes.Buffer
	if status := execute(t.Context(), append(args, "--no-config", "-q"), &stdout, &stderr); status != success {
		t.Fatalf("newsvet %s: status %d: %s", strings.Join(args, " "), status, &stderr)
	}
	return stdout.Bytes()
}

// TestDemo: every format of the demonstration's report, all in one pass.
func TestDemo(t *testing.T) {
	dir := t.TempDir()
	args := []string{"check", "--fail-on", "never", demo}
	for _, name := range formatNames() {
		args = append(args, "-o", name+"="+filepath.Join(dir, name))
	}
	in(t, args...)
	for _, name := range formatNames() {
		got := readFile(t, filepath.Join(dir, name))
		path := filepath.Join("testdata", "demo", name+".golden")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(readFile(t, path)), string(got)); diff != "" {
			t.Errorf("%s (go test ./cmd/newsvet -run Demo -update; -want +got):\n%s", name, diff)
		}
	}
}

// TestWhatOthersReadIsOfItsSchema: our own shapes, as another program checks
// them; check/report holds the goldens to those that others own.
func TestWhatOthersReadIsOfItsSchema(t *testing.T) {
	lines := func(b []byte) [][]byte { return bytes.Split(bytes.TrimSpace(b), []byte("\n")) }
	items := compiled(t, report.ItemsSchema)
	for _, b := range lines(in(t, "extract", "-o", "jsonl", demo)) {
		valid(t, items, b)
	}
	stories := compiled(t, report.StoriesSchema)
	for _, b := range lines(in(t, "stories", "-o", "jsonl", demo)) {
		valid(t, stories, b)
	}
	checked := compiled(t, report.CheckSchema)
	valid(t, checked, in(t, "check", "--fail-on", "never", "-o", "json", demo))
	valid(t, checked, in(t, "check", "--fail-on", "never", "-o", "json", demo+"/bugle-water.md", "--against", demo+"/herald-water.txt"))
	settings := compiled(t, func() ([]byte, error) { return config.Schema(ruleNames()) })
	valid(t, settings, asJSON(t, commentedConfig))
	keys, _, _ := uncommented()
	valid(t, settings, asJSON(t, keys))
	for what, bad := range map[*jsonschema.Schema]string{items: `{}`, stories: `{"schema":"newsvet.stories/1","id":"a","story":1}`, checked: `{"schema":"newsvet/1"}`, settings: `{"rule":{}}`} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil || what.Validate(v) == nil {
			t.Errorf("a schema admits %s", bad)
		}
	}
}

func compiled(t *testing.T, schema func() ([]byte, error)) *jsonschema.Schema {
	t.Helper()
	b, err := schema()
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:it", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:it")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, b []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in %.200s", err, b)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%v\n%.200s", err, b)
	}
}

// asJSON is YAML as JSON has it.
func asJSON(t *testing.T, text string) []byte {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
