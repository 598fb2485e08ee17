package syntax_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/newsvet/newsvet/extract/syntax"
	"github.com/newsvet/newsvet/extract/syntax/model"
)

var update = flag.Bool("update", false, "rewrite the stored trees")

// TestSameBits holds the weights and the arithmetic to what they gave when the
// weights were made, margins too, on every platform.
func TestSameBits(t *testing.T) {
	const path = "testdata/trees.txt"
	stored, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(stored)) {
		if s, ok := strings.CutPrefix(line, "# "); ok {
			got.WriteString(line + draw(strings.TrimSpace(s)) + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(stored), got.String()); d != "" {
		t.Errorf("trees differ (-stored +got):\n%s", d)
	}
}

func draw(s string) string {
	var b strings.Builder
	tree := syntax.Parse(s)
	for i, tok := range tree.Tokens {
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%d\t%s\t%d\n", i, tok.Span.Of(s), tok.UPOS, tok.XPOS, tok.Head, tok.Rel, tok.Margin)
	}
	return b.String()
}

func TestWeightsAreThere(t *testing.T) {
	start := time.Now()
	if err := syntax.Available(); err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %v", time.Since(start))
}

func TestManifestIsOfTheseWeights(t *testing.T) {
	b, err := os.ReadFile("weights/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile("weights/MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%d bytes, SHA-256 %x", len(b), sha256.Sum256(b)); !strings.Contains(string(manifest), want) {
		t.Errorf("MANIFEST lacks %q", want)
	}
}

func TestDamagedWeights(t *testing.T) {
	good, err := os.ReadFile("weights/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	if len(good) > 5e6 {
		t.Errorf("weights are %d bytes, want at most 5 MB", len(good))
	}
	flipped := append([]byte(nil), good...)
	flipped[len(flipped)/2] ^= 0x10
	for name, b := range map[string][]byte{
		"empty":         nil,
		"another file":  []byte("%PDF-1.7 and so on, for a while"),
		"cut":           good[:len(good)/2],
		"one bit wrong": flipped,
		"other version": append([]byte("nvsyn\x0099"), good[8:]...),
	} {
		m, err := model.Decode(b)
		if err == nil || m != nil || !strings.HasPrefix(err.Error(), "weights: ") {
			t.Errorf("%s: Decode = %v, %v", name, m, err)
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	s := "The mayor of Aldport told the Bugle that 27 people had been hurt."
	want := draw(s)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := draw(s); got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestLongSentenceIsTaggedOnly(t *testing.T) {
	s := strings.Repeat("the ferry sank and ", 150) + "nobody came."
	tree := syntax.Parse(s)
	if len(tree.Tokens) != 603 || tree.Parsed() || tree.Tokens[1].UPOS != syntax.NOUN || tree.Tokens[1].Head != -1 {
		t.Errorf("%d tokens, parsed %v, second %+v", len(tree.Tokens), tree.Parsed(), tree.Tokens[1])
	}
}

// TestTimeIsLinear parses texts that are one sentence of a megabyte, of the
// makes that are quadratic in tokenizers.
func TestTimeIsLinear(t *testing.T) {
	for _, unit := range []string{"a", "word ", ".", "a.b.", "-", "a-", "'s", "1,", "@", "www.", "http://", "(", "’", "字", "a@b", "\"", "$5", " ", "0-", "Ab.", "a.b@", "e-", "n't", "(www.a)", "<a.com"} {
		s := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		syntax.Words(s)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("words of %q repeated: %v", unit, took)
		}
	}
	start := time.Now()
	syntax.Parse(strings.Repeat("word ", 1<<20/5))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("parse: %v", took)
	}
}

func TestHeadlineCapitalsAreNoNames(t *testing.T) {
	for _, s := range []string{"Mayor Orders Inquiry Into Ferry Fire", "MAYOR ORDERS INQUIRY INTO FERRY FIRE"} {
		tree := syntax.Parse(s)
		if v := tree.Root(); tree.Tokens[v].UPOS != syntax.VERB || tree.Subject(v) < 0 {
			t.Errorf("%s", draw(s))
		}
	}
}

func TestInvertedSubject(t *testing.T) {
	for _, s := range []string{
		"“We will rebuild it,” said the mayor of Aldport.",
		"\"It was dark\", says Roe, a nurse.",
		"The ferry was late, said two passengers.",
		"John and Jane Roe, and their two children, were members of the rowing club, said Mayor Doe in a statement.",
	} {
		tree := syntax.Parse(s)
		said := -1
		for i, tok := range tree.Tokens {
			if w := tok.Span.Of(s); w == "said" || w == "says" {
				said = i
			}
		}
		if tree.Subject(said) < said {
			t.Errorf("no subject after the verb:\n%s", draw(s))
		}
	}
}

func TestPhrasesOfTheirNouns(t *testing.T) {
	for _, c := range []struct{ sentence, word, head string }{
		{"Shares of Aldport Mills fell 4 percent to $63.20 at mid-afternoon on Friday.", "Aldport", "Shares"},
		{"Police arrest 24 in Brant", "24", "arrest"},
	} {
		tree := syntax.Parse(c.sentence)
		word := tree.Tokens[tree.At(strings.Index(c.sentence, c.word))]
		if h := word.Head; h < 0 || tree.Tokens[h].Span.Of(c.sentence) != c.head {
			t.Errorf("%q does not hang from %q:\n%s", c.word, c.head, draw(c.sentence))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range sentences(5) {
		f.Add(s)
	}
	f.Add("a.b.c'n't-$5\xff\u200b’s ...")
	f.Fuzz(func(t *testing.T, s string) {
		tree := syntax.Parse(s)
		roots, last := 0, 0
		for i, tok := range tree.Tokens {
			if tok.Span.Start < last || tok.Span.Empty() || tok.Span.End > len(s) {
				t.Fatalf("token %d at %v after %d", i, tok.Span, last)
			}
			last = tok.Span.End
			if tok.Head < -1 || tok.Head >= len(tree.Tokens) || tok.Head == i {
				t.Fatalf("token %d has head %d", i, tok.Head)
			}
			if tok.Rel == syntax.Root {
				roots++
			}
			up := i
			for n := 0; tree.Parsed() && tree.Tokens[up].Rel != syntax.Root; n++ {
				if up = tree.Tokens[up].Head; up < 0 || n > len(tree.Tokens) {
					t.Fatalf("token %d hangs in the air", i)
				}
			}
		}
		if tree.Parsed() && roots != 1 {
			t.Fatalf("%d roots", roots)
		}
	})
}
