package text_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus/text"
)

func sentences(s string) []string {
	var out []string
	for sp := range text.Sentences(s) {
		out = append(out, sp.Of(s))
	}
	return out
}

func ExampleSentences() {
	s := `"Stop!" he said. The U.S. Navy left at 5 p.m. No. 3 stayed.`
	for sp := range text.Sentences(s) {
		fmt.Println(sp.Of(s))
	}
	// Output:
	// "Stop!" he said.
	// The U.S. Navy left at 5 p.m.
	// No. 3 stayed.
}

// In each text a bar stands where one sentence ends and the next begins.
func TestSentences(t *testing.T) {
	for _, marked := range []string{
		"One came. | Two left.",
		"Mr. Roe met Sen. Doe. | Dr. Poe came, too.",
		"J. Smith and George W. Brant spoke. | They left.",
		"The U.S. Senate voted. | It was late.",
		"He flew to the U.S. | She stayed.",
		"It began at 10 a.m. Tuesday. | It ended at 3 p.m. | Police came.",
		"It began at 10 a.m. EST. | All came.",
		"Acme Inc. Chairman Roe resigned. | Acme Corp. said so.",
		"He joined Acme Inc. | The firm grew.",
		"See No. 5 and p. 12. | Is that so? | No. | It is not.",
		"On Jan. 5 it rained; on Feb. 6 too. | It was cold in Jan. | Snow fell.",
		`"Stop!" he said. | He left.`,
		`"Why?" Roe asked. | "Because," she said.`,
		`"Why?" Mayor Jane Roe asked. | Nobody knew.`,
		`“We will not go.” | She sat down.`,
		`He left." | She stayed.`,
		`(He left.) | She stayed (as before).`,
		"It rose 3.5 percent to 1.2 million. | It fell.",
		"We ... we will go. | Then... | Nothing.",
		"“This country … is lost.” | So he said.",
		"Wait . . . and see. | Then go.",
		"It was Roe vs. Doe. | Doe won.",
		"So do I. | Others do not.",
		"Take vitamin C. | The rest is nothing.",
		"1. First come the words. | 2. Then the deeds.",
		"It happened in 2004. | The town grew.",
		"He said so.[3] | She did not.",
		"Yahoo! is a name. | So is Jeopardy! here.",
		"Visit example.com today. | It is free.",
		"What?! | No!",
		"Am 3. Mai kam er. | Am 4. Juni ging sie.",
		"EE.UU. acusa a México. | México lo niega.",
		"¿Por qué? | ¡Nadie lo sabe!",
		"他来了。|她走了。",
		"A heading\n|Some text that\ngoes on. | The end",
		`"We will go. " | She left.`,
		`He said. | " We will go."`,
		"“We will go.’ ” | She left.",
		"no mark at all",
		"A blank line\n\n|ends one",
	} {
		want := strings.Split(marked, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		s := strings.NewReplacer(" | ", " ", "\n|", "\n", "|", "").Replace(marked)
		if got := sentences(s); !cmp.Equal(got, want) {
			t.Errorf("Sentences(%q):\n%s", s, cmp.Diff(want, got))
		}
	}
}

func TestSentencesStop(t *testing.T) {
	n := 0
	for range text.Sentences("One. Two. Three.") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d sentences, want 2", n)
	}
}

func TestSentencesInLinearTime(t *testing.T) {
	for _, unit := range []string{". ", ".", "a. ", "a.", "?\" A", "…", "\n", " \n", "\"", ". \"", "A.A.A ", "Mr. ", ". . ", "U.S. “", "[1].", "a. \" "} {
		s := strings.Repeat(unit, 1<<20/len(unit))
		began := time.Now()
		n := 0
		for range text.Sentences(s) {
			n++
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%q repeated to 1 MB took %v", unit, took)
		}
	}
}

func TestNothingAllocated(t *testing.T) {
	s := strings.Repeat("“No,” said Mr. Roe of the U.S. team at 5 p.m. Monday. It was late… ", 50)
	text.Fold(sentences(s)[0]) // the lists of words are read once
	for name, loop := range map[string]func(){
		"Sentences": func() {
			for range text.Sentences(s) {
			}
		},
		"Words": func() {
			for range text.Words(s) {
			}
		},
	} {
		if n := testing.AllocsPerRun(20, loop); n > 1 {
			t.Errorf("%s allocates %v times, want at most one", name, n)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	s := strings.Repeat("“No,” said Mr. Roe of the U.S. team at 5 p.m. Monday. It was late, and 3.5 million had left the town. ", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for range text.Sentences(s) {
		}
	}
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat("“No,” said Mr. Roe of the U.S. team at 5 p.m. Monday. It was late, and 3.5 million had left the town. ", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for range text.Words(s) {
		}
	}
}
