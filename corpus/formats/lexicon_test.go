package formats_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus/text"
)

// Lists of words say where they come from, and are sorted, in NFC, and without
// repeats.
func TestListsOfWords(t *testing.T) {
	for _, name := range []string{"stopwords.txt", "../text/sentence.txt"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		if !strings.HasPrefix(s, "# ") || !strings.Contains(s, "Apache-2.0") || !text.IsNFC(s) {
			t.Errorf("%s does not give its origin, or is not in NFC", name)
		}
		var keys []string
		for line := range strings.Lines(s) {
			if !strings.HasPrefix(line, "#") {
				key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
				if !ok || key == "" || value == "" {
					t.Errorf("%s: line %q", name, line)
				}
				keys = append(keys, key)
			}
		}
		if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
			t.Errorf("%s is not sorted, or says something twice", name)
		}
	}
}
