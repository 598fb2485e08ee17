package arch_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestListsOfWords: a list of words is a text file whose first lines say where
// it comes from and under which licence; it is in NFC, sorted, and says nothing
// twice, so that a change of it is a line of a diff.
func TestListsOfWords(t *testing.T) {
	n := 0
	for _, room := range []string{"corpus", "extract", "check"} {
		err := filepath.WalkDir(filepath.Join("..", "..", room), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || d.Name() == "weights"): // weights are no words
				return fs.SkipDir
			case d.IsDir() || filepath.Ext(path) != ".txt":
				return nil
			}
			n++
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, fault := range listFaults(string(b)) {
				t.Errorf("%s %s", filepath.ToSlash(path), fault)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 100 {
		t.Errorf("%d lists: where are the others?", n)
	}
}

func TestListFaults(t *testing.T) {
	const head = "# Words for it, compiled by the newsvet authors. Apache-2.0\n"
	if faults := listFaults(head + "# more\na\nb\tc\n"); faults != nil {
		t.Errorf("a good list %v", faults)
	}
	for _, bad := range []string{"a\nb\n", "# Words\na\n", head + "b\na\n", head + "a\na\n", head + "a", head + "a\n\nb\n", head + " a\n", head + "a\r\n", head + "e\u0301\n", head + "\xff\n", head} {
		if listFaults(bad) == nil {
			t.Errorf("%q is let pass", bad)
		}
	}
}

// listFaults says what is wrong with a list of words.
func listFaults(s string) []string {
	var out []string
	bad := func(is bool, what string) {
		if is {
			out = append(out, what)
		}
	}
	head, words := "", []string(nil)
	for line := range strings.Lines(s) {
		line, whole := strings.CutSuffix(line, "\n")
		bad(!whole, "ends without a line break")
		switch {
		case strings.HasPrefix(line, "#"):
			head += line + "\n"
			continue
		case line == "" || strings.Trim(line, " \u00a0\r") != line:
			out = append(out, "has blanks around "+line)
		}
		words = append(words, line)
	}
	bad(!strings.HasPrefix(s, "#"), "begins with no comment")
	bad(!strings.Contains(head, "Apache-2.0") && !strings.Contains(head, "CC BY"), "names no licence")
	bad(!utf8.ValidString(s) || !norm.NFC.IsNormalString(s), "is not UTF-8 in NFC")
	bad(len(words) == 0, "is empty")
	bad(!slices.IsSorted(words), "is not sorted")
	bad(len(slices.Compact(slices.Sorted(slices.Values(words)))) != len(words), "says something twice")
	return out
}
