// Package score measures the command on annotated articles that are kept
// outside the project. Only the figures are committed, so that every change
// of quality is a diff in the commit that caused it.
package score

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the committed figures")

// A measure is a scorer of the annotated corpora, with its arguments. In them
// EVAL stands for the folder of the corpora, NEWSVET for the command.
type measure struct {
	name string
	args []string
}

func extraction(kind string, corpora ...string) []measure {
	var out []measure
	for _, c := range corpora {
		name := kind + "-" + strings.TrimPrefix(c, kind+"-")
		out = append(out, measure{name, []string{"EVAL/score/score_extract.py", "NEWSVET", kind, "EVAL/" + kind + "/" + c + ".jsonl"}})
	}
	return out
}

func measures() []measure {
	all := extraction("quotes", "polnear-dev", "dewikinews-dev")
	all = append(all, extraction("dates", "dates-timebank", "dates-aquaint", "dates-meantime", "dates-wikiwars", "dates-recognizers-en", "dates-recognizers-es")...)
	all = append(all, extraction("figures", "figures-newsquant", "figures-meantime", "figures-recognizers-en", "figures-quantulum3", "forbid-recognizers")...)
	for _, c := range []string{"g5w", "basil", "ecbplus", "fnc1", "newswcl50", "es"} {
		all = append(all, measure{"stories-" + c, []string{"EVAL/cross/score_stories.py", "NEWSVET", "EVAL/cross/clusters-" + c + ".jsonl"}})
	}
	return all
}

func environment(t *testing.T) (eval, newsvet string) {
	t.Helper()
	eval, newsvet = os.Getenv("EVAL"), os.Getenv("NEWSVET")
	if eval == "" || newsvet == "" {
		t.Skip("skipped: EVAL names no folder of annotated articles (make score EVAL=DIR)")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("skipped: the scorers need python3")
	}
	return eval, newsvet
}

// python runs a scorer and returns what it prints, without lines that speak
// of time.
func python(t *testing.T, args ...string) string {
	t.Helper()
	eval, newsvet := environment(t)
	for i := range args {
		args[i] = strings.Replace(args[i], "EVAL", eval, 1)
		args[i] = strings.Replace(args[i], "NEWSVET", newsvet, 1)
	}
	out, err := exec.CommandContext(t.Context(), "python3", args...).Output()
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return regexp.MustCompile(`(?m)^newsvet took.*\n`).ReplaceAllString(string(out), "")
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	t.Logf("%s\n%s", name, got)
	path := filepath.Join("testdata", "score", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("figures changed; were\n%s(go test ./internal/score -update commits the new ones)", want)
	}
}

func TestScoreExtractionAndStories(t *testing.T) {
	environment(t)
	for _, m := range measures() {
		t.Run(m.name, func(t *testing.T) { compare(t, m.name, python(t, m.args...)) })
	}
}

// TestScoreFindings checks real stories as they were printed, and the same
// with planted discrepancies.
func TestScoreFindings(t *testing.T) {
	eval, _ := environment(t)
	cross, tmp := filepath.Join(eval, "cross"), t.TempDir()
	predict := func(name, root string, round ...string) string {
		result := filepath.Join(tmp, name+".json")
		check(t, result, filepath.Join(cross, root))
		args := append([]string{"EVAL/cross/newsvet_to_pred.py", result, filepath.Join(cross, root)}, round...)
		return python(t, args...)
	}
	write := func(name, s string) string {
		p := filepath.Join(tmp, name)
		if err := os.WriteFile(p, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	clean := write("clean.pred", predict("clean", "clean"))
	mutants := write("mutants.pred", predict("r01", "mutated/r01", "--round", "1")+predict("r02", "mutated/r02", "--round", "2"))
	compare(t, "findings-real", python(t, "EVAL/cross/score_findings.py", "--real", clean, "--split", "dev"))
	compare(t, "findings-mutants", python(t, "EVAL/cross/score_findings.py", "--mutants", mutants, "--clean", clean))
	compare(t, "findings-flags", python(t, "EVAL/cross/count_flags.py", filepath.Join(tmp, "clean.json")))
}

func check(t *testing.T, result, root string) {
	t.Helper()
	_, newsvet := environment(t)
	cmd := exec.CommandContext(t.Context(), newsvet, "check", "-q", "--fail-on", "never", "-o", "json="+result, root)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("newsvet check %s: %v\n%s", root, err, out)
	}
}
