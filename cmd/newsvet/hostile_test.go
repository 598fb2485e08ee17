//go:build unix

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
)

// attacks are what an article, and the name of its file, may hold to steer
// what reads a report.
var attacks = []string{
	"\x1b[31mred\x1b]0;title\x07",
	"back\bspace\rreturn\x7fdel",
	"\u009b31mC1\u0085\u009d",
	"\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
	"zero\u200bwidth\ufeff\u00ad\u2060\U000e0041",
	"line\u2028sep\u2029para\n::error::new line",
	"<script>owned=1</script><img src=x onerror=owned=1>",
	`"><svg onload='owned=1'>`,
	"=cmd|' !C calc'!A1",
	"@SUM(1+1)",
	"::error file=x::message",
	"##[error]message",
	"]]>\x0b\ufffe\uffff",
	"[link](javascript:owned) ![img](x) <http:a.example>",
	"`code` | cell | **bold** @somebody #12",
	"-o html --help",
}

// plantedCorpus lays stories into dir that differ in a figure and in a quote:
// wherever an article has words of its own, an attack stands.
func plantedCorpus(t *testing.T, dir string) {
	t.Helper()
	ships := strings.Fields("Gannet Marigold Petrel Osprey Lapwing Curlew Dunlin Plover Heron Avocet Redshank Whimbrel Godwit Sanderling Turnstone Knot")
	for i, s := range attacks {
		for k, paper := range []string{"Bugle", "Courier"} {
			body := fmt.Sprintf("The ferry %s ran aground off the rocks of Port %[1]s on Thursday and destroyed %d boats, the %[1]s harbour office said on Friday. %[3]s\n\n"+
				"“Nobody on the %[1]s was hurt %[3]s and nobody %[4]s to be,” said harbour master Ann %[1]s.\n\nOver 70%% of the boats of %[1]s %[3]s are old, the DEA said.\n",
				ships[i], []int{31, 46}[k], s, []string{"had", "ought"}[k])
			head := fmt.Sprintf("---\noutlet: %s\ntitle: %s\npublished: 2024-05-03\nauthor: %s\nurl: %s\n---\n", inYAML(paper+" "+s), inYAML(s+" Ferry "+ships[i]+" aground"), inYAML(s), inYAML(s))
			name := strings.ReplaceAll(s, "/", "_") + " " + ships[i] + " " + paper + ".md"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(head+body), 0o644); err != nil {
				t.Skip(err) // a file system that takes no such names
			}
		}
	}
	if err := os.WriteFile(filepath.Join(dir, attacks[0]+".json"), []byte("\x00"+attacks[0]), 0o644); err != nil {
		t.Skip(err)
	}
}

// inYAML quotes s as YAML has it, which knows the escapes of Go.
func inYAML(s string) string { return strconv.QuoteToASCII(s) }

// TestHostileCorpusIsInert runs the commands over articles and files that try
// to steer terminals, browsers, spreadsheets, parsers and CI logs.
func TestHostileCorpusIsInert(t *testing.T) {
	if testing.Short() {
		t.Skip("runs newsvet fifty times")
	}
	dir := t.TempDir()
	plantedCorpus(t, dir)
	summary := filepath.Join(t.TempDir(), "summary.md")
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("newsvet", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GITHUB_ACTIONS=true", "GITHUB_STEP_SUMMARY="+summary, "CLICOLOR_FORCE=0", "COLUMNS=100")
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Fatal(err)
		}
		if cmd.ProcessState.ExitCode() == usage {
			t.Fatalf("%q: %s", args, &stderr)
		}
		calm(t, fmt.Sprintf("standard error of %q", args), stderr.String())
		return stdout.String()
	}

	for _, format := range strings.Fields("text concise json jsonl sarif junit github gitlab rdjson checkstyle markdown html csv") {
		got := run("check", "-o", format, "--min-level", "info", ".")
		if strings.Count(got, "Gannet") < 2 {
			t.Errorf("%s says nothing of the first story:\n%s", format, got)
		}
		shaped(t, "check -o "+format, format, got)
	}
	b, err := os.ReadFile(summary)
	if err != nil {
		t.Fatal(err)
	}
	shaped(t, "the step summary", "markdown", string(b))

	run("check", "-o", "json=result.json", ".")
	var res struct {
		Stories []struct {
			Findings []struct{ Fingerprint string }
		}
	}
	if b, err = os.ReadFile(filepath.Join(dir, "result.json")); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &res); err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, s := range res.Stories {
		for _, f := range s.Findings {
			if shown++; shown%4 == 1 {
				shaped(t, "show", "text", run("show", f.Fingerprint, "--from", "result.json"))
			}
		}
	}
	if shown < len(attacks) {
		t.Errorf("%d findings in %d stories", shown, len(attacks))
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(names) != 2*len(attacks) {
		t.Fatal(len(names), err)
	}
	for i := 0; i < len(names); i += 2 {
		shaped(t, "compare "+names[i], "text", run("compare", "--", filepath.Base(names[i]), filepath.Base(names[i+1])))
	}
	for format, commands := range map[string][][]string{
		"text":  {{"stories", "."}, {"extract", "."}},
		"jsonl": {{"stories", "-o", "jsonl", "."}, {"extract", "-o", "jsonl", "."}},
	} {
		for _, args := range commands {
			shaped(t, strings.Join(args, " "), format, run(args...))
		}
	}
	for _, format := range strings.Fields("text json jsonl markdown html concise") {
		shaped(t, "check --against -o "+format, format, run("check", "-o", format, "--missing", "--against", ".", "--", filepath.Base(names[0]), filepath.Base(names[7])))
	}
	run("baseline", "create", ".")
	shaped(t, "baseline show", "text", run("baseline", "show"))
	if err := os.Remove(names[0]); err != nil {
		t.Fatal(err)
	}
	run("check", "-o", "json=less.json", ".")
	for _, format := range []string{"text", "markdown"} {
		shaped(t, "diff -o "+format, format, run("diff", "-o", format, "less.json", "result.json"))
	}
	watched(t, dir, names[1])
}

// watched fails if check --watch says of a change what it should not.
func watched(t *testing.T, dir, name string) {
	t.Helper()
	cmd := exec.Command("newsvet", "check", "--watch", ".")
	cmd.Dir = dir
	var stdout, stderr tape
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	var out, said string
	until := func(what string) {
		t.Helper()
		waitFor(t, func() bool {
			out, said = out+stdout.take(), said+stderr.take()
			return strings.Contains(said, what)
		})
	}
	until("(--fail-on ")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, "Nobody knows why.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	until("changed: ")
	shaped(t, "check --watch", "text", out)
	calm(t, "standard error of check --watch", said)
}

// calm fails if s holds what steers a terminal or a CI log.
func calm(t *testing.T, what, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s is no valid UTF-8", what)
	}
	for line := range strings.Lines(s) {
		for _, r := range strings.TrimSuffix(line, "\n") {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
				t.Errorf("%s holds %U: %q", what, r, line)
				return
			}
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("%s commands the log: %q", what, line)
		}
	}
}

var annotation = regexp.MustCompile(`^::(error|warning|notice) (file=[^:,]*,line=\d+,(col=\d+,)?)?title=[^:,]*::`)

// shaped fails if what a command printed is not of the shape of its format, or
// holds more than the words of an attack.
func shaped(t *testing.T, what, format, s string) {
	t.Helper()
	if s == "" {
		t.Errorf("%s prints nothing", what)
	}
	if format == "github" {
		for line := range strings.Lines(s) {
			if !annotation.MatchString(line) {
				t.Errorf("%s holds the line %q", what, line)
			}
		}
		s = annotation.ReplaceAllString(s, "")
		s = strings.ReplaceAll(s, "\n::", "\n")
	}
	calm(t, what, s)
	switch format {
	case "json", "sarif", "gitlab", "rdjson":
		if !json.Valid([]byte(s)) {
			t.Errorf("%s is no JSON", what)
		}
	case "jsonl":
		for line := range strings.Lines(s) {
			if !json.Valid([]byte(line)) {
				t.Errorf("%s holds the line %q", what, line)
			}
		}
	case "junit", "checkstyle":
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", what, err)
				break
			}
		}
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(s)).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("%s holds the cell %q", what, cell)
				}
			}
		}
	case "html":
		inertPage(t, what, s)
	case "markdown":
		if bad := regexp.MustCompile(`(?i)<(script|img|svg|http)|[^\\]\]\(`).FindString(s); bad != "" {
			t.Errorf("%s holds %q", what, bad)
		}
	}
}

// inertPage fails if a page runs or loads what is not its own.
func inertPage(t *testing.T, what, page string) {
	t.Helper()
	scripts := 0
	z := xhtml.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
		if kind != xhtml.StartTagToken && kind != xhtml.SelfClosingTagToken {
			continue
		}
		tok := z.Token()
		switch tok.Data {
		case "script":
			scripts++
		case "img", "iframe", "object", "base", "link", "embed":
			t.Errorf("%s holds <%s>", what, tok.Data)
		}
		for _, a := range tok.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("%s holds <%s %s=%q>", what, tok.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%s holds %d scripts", what, scripts)
	}
}
