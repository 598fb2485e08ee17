package run_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract/extractors"
)

// A pair is a way in which two outlets can tell one story at length: the
// paragraphs of each, over and over, numbered so that no two are the same.
type pair struct {
	name     string
	one, two string
}

var pairs = []pair{
	{"cut quotes", "“We will open gate %[1]d of the old harbour at noon, I believe, for all the boats,” said Jane Roe.", "“We will open gate %[1]d of the old harbour at noon for all the boats,” said Jane Roe."},
	{"ends left out", "“We will open gate %[1]d of the old harbour, because the boats have waited long enough,” said Jane Roe.", "“We will open gate %[1]d of the old harbour,” said Jane Roe."},
	{"other speakers", "“We will build old mill %[1]d up again from the very stones,” said Jane Roe.", "“We will build old mill %[1]d up again from the very stones,” said John Marlow."},
	{"many speakers", "“We will build old mill %[1]d up again from the very stones,” said Jane Roe%[2]s.", "“We will build old mill %[1]d up again from the very stones,” said John Mar%[2]s."},
	{"denials", "Mayor Jane Roe denied that the council had sold old mill %[1]d to the county of Brant.", "The council sold old mill %[1]d to the county of Brant on 3 May."},
	{"many deny", "Mayor Jane Roe%[2]s denied that the council had sold old mill %[1]d to the county of Brant.", "The council sold old mill %[1]d to the county of Brant on 3 May."},
	{"one quote", "“We will open the gate of the old harbour at noon for all,” said Jane Roe.", "“We will open the gate of the harbour at noon for all,” said Jane Roe."},
	{"accounts", "“It had to choose between gate %[1]d and the harbour,” the company said.", "The company said it had to choose between gate %[1]d and the harbour."},
	{"words of a chain", "“We will not sell mill %[1]d, mill %[3]d or mill %[4]d to the county,” said Jane Roe.", "“We will sell mill %[1]d, mill %[3]d or mill %[4]d to the county,” said Jane Roe."},
	{"figures", "There are %[1]d boats in harbour %[1]d.", "There are %[3]d boats in harbour %[1]d."},
	{"wide figures", "Between %[1]d and 1,000,000 people came to the fair.", "Between 1 and %[1]d people came to the fair."},
	{"persons", "Jane Roe%[2]s, %[1]d, is the mayor of Aldport.", "Jane Roe%[2]s, %[3]d, is the mayor of Brant."},
	{"one person", "Jane Roe, %[1]d, was charged with theft %[1]d times.", "Jane Roe, %[3]d, was convicted of fraud."},
	{"days", "Fair %[1]d of Aldport was held on 3 May 2024.", "Fair %[1]d of Aldport was held on 4 May 2024."},
	{"corrections", "Correction: an earlier version said that %[1]d people came to fair %[1]d.", "%[1]d people came to fair %[1]d."},
}

// TestLinearTimeOfTwoOutlets: what is said of two articles takes time that
// grows as their length, of a draft beside another, too.
func TestLinearTimeOfTwoOutlets(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const n = 120 // paragraphs of each; with fewer what is bounded still grows
	for _, p := range pairs {
		for _, draft := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/draft=%t", p.name, draft), func(t *testing.T) {
				small, large := p.records(n, draft), p.records(4*n, draft)
				const chances = 3
				for try := 1; ; try++ {
					one, four := tookToCheck(small), tookToCheck(large)
					t.Logf("%v, four times as much %v", one, four)
					if four <= 12*one+150*time.Millisecond {
						return
					}
					if try == chances || four > 20*time.Second {
						t.Fatalf("%s takes %v, four times as much %v", p.name, one, four)
					}
				}
			})
		}
	}
}

func tookToCheck(rs []*check.Record) time.Duration {
	began := spent()
	check.Run(rs, rules.All...)
	return spent() - began
}

// records are the two articles with n paragraphs each.
func (p pair) records(n int, draft bool) []*check.Record {
	day := time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)
	var out []*check.Record
	for i, unit := range []string{p.one, p.two} {
		var body strings.Builder
		for k := range n {
			s := fmt.Sprintf(unit+"%.0[1]d%.0[2]s%.0[3]d%.0[4]d", k, letters(k), k+1, k+2)
			body.WriteString(s + "\n\n")
		}
		ref := corpus.Ref{Name: string("ab"[i]), Outlet: []string{"Bugle", "Courier"}[i], Published: day, Dated: corpus.Day, Lang: "en", Draft: draft && i == 0}
		ref.ID = corpus.NewID(ref, "", body.String())
		out = append(out, check.NewRecord(corpus.Plain(ref, body.String()), extractors.All...))
	}
	return out
}

// letters names a number by letters.
func letters(n int) string {
	s := ""
	for n++; n > 0; n /= 26 {
		s += string(rune('a' + n%26))
	}
	return s
}
