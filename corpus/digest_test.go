package corpus_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

func digest(t *testing.T, name, text string) [32]byte {
	t.Helper()
	for d, err := range formats.Markdown.Read(strings.NewReader(text), name, corpus.DefaultLimits) {
		if err != nil {
			t.Fatal(err)
		}
		return d.Digest()
	}
	t.Fatal("no document")
	return [32]byte{}
}

// TestDigest: all that an article's items depend on changes it, the name of
// its file does not.
func TestDigest(t *testing.T) {
	const text = "---\noutlet: Bugle\npublished: 2024-05-03\n---\n# Fire\n\nThere were [27](https://aldport.example/a) dead.\n"
	same := digest(t, "a.md", text)
	if digest(t, "b/c.md", text) != same {
		t.Error("another name, another digest")
	}
	for _, change := range [][2]string{
		{"27", "28"}, {"Bugle", "Courier"}, {"05-03", "05-04"}, {"Fire", "Fires"}, {"\n\nThere", "\n\n\nThere"}, {"# Fire", "#  Fire"},
		{"\n", "\r\n"}, {"example/a", "example/b"}, {"# Fire\n\nThere", "Fire there"}, {"outlet: Bugle", "outlet: Bugle\nauthor: Jane Roe"},
	} {
		if digest(t, "a.md", strings.ReplaceAll(text, change[0], change[1])) == same {
			t.Errorf("%q for %q: the same digest", change[1], change[0])
		}
	}
}
