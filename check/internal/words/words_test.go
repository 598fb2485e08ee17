package words_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check/internal/words"
)

func TestDiffGivesBothTextsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"})
		a, b := rapid.SliceOfN(word, 0, 40).Draw(t, "a"), rapid.SliceOfN(word, 0, 40).Draw(t, "b")
		covers(t, a, b, words.Diff(a, b))
		back := words.Diff(b, a)
		for i, o := range words.Diff(a, b) {
			if want := (words.Op{Equal: o.Equal, A0: o.B0, A1: o.B1, B0: o.A0, B1: o.A1}); back[i] != want {
				t.Fatalf("Diff(b, a)[%d] = %v, want %v", i, back[i], want)
			}
		}
	})
}

// Runes end at 55,295 before the surrogates begin, which all compare equal.
func TestDiffKnowsManyWords(t *testing.T) {
	var a, b []string
	for i := range words.Limit {
		a, b = append(a, fmt.Sprint("a", i)), append(b, fmt.Sprint("a", i))
		if i%4 == 0 {
			a[i] = fmt.Sprint("b", i)
		}
	}
	covers(t, a, b, words.Diff(a, b))
}

type fataler interface{ Fatalf(string, ...any) }

func covers(t fataler, a, b []string, ops []words.Op) {
	i, j := 0, 0
	for _, o := range ops {
		if o.A0 != i || o.B0 != j || o.A1 < o.A0 || o.B1 < o.B0 {
			t.Fatalf("%v does not follow (%d, %d)", o, i, j)
		}
		if o.Equal && !slices.Equal(a[o.A0:o.A1], b[o.B0:o.B1]) {
			t.Fatalf("%v is not equal: %v, %v", o, a[o.A0:o.A1], b[o.B0:o.B1])
		}
		i, j = o.A1, o.B1
	}
	if i != len(a) || j != len(b) {
		t.Fatalf("the operations end at (%d, %d), want (%d, %d)", i, j, len(a), len(b))
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want words.Weight
		why  string
	}{
		{"We analyzed the data, and it’s clear", "we analysed the data and it is clear", words.Same, ""},
		{"the police, the fire service, and the town", "The police, the fire service and the town", words.Same, ""},
		{"keep it safe ... affordable and open", "keep it safe, on time, affordable and open", words.Same, ""},
		{"up to the people to decide on 8 November", "up to the people to decide on November 8", words.Same, ""},
		{"We will [the council] rebuild this mill", "We will rebuild this mill", words.Same, ""},
		{"you read 3,000 new e-mails there", "you read 3000 new emails there", words.Same, ""},
		{"eight men came home & slept", "8 men came home and slept", words.Same, ""},
		{"there are a lot of reasons why this failed", "there are lots of reasons why this failed", words.Light, ""},
		{"if you succeed, the town succeeds", "if you succeed, then the town succeeds", words.Light, ""},
		{"have not changed our conclusion on the mill", "have not changed our conclusions on the mill", words.Light, ""},
		{"we have not changed our conclusion", "we have not changed our conclusions that the mill", words.Light, ""},
		{"the town is a very good", "the town is a very bad thing for all", words.Grave, "an opposite"},
		{"It ’ s not what the U.S. said to the I.R.S. men", "It’s not what the US said to the IRS men", words.Same, ""},
		{"we never met Moammar Gadhafi in Brant", "we never met Muammar Qaddafi in Brant", words.Light, ""},
		{"this will change our workforce", "this will change our work force", words.Same, ""},
		{"a one-in-three chance that the mill will close", "a one in three chance that the mill will close", words.Same, ""},
		{"nobody wants this bl***y old mill here", "nobody wants this bloody old mill here", words.Same, ""},
		{"nobody wants this d--n mill here", "nobody wants this damn mill here", words.Same, ""},
		{"some crazy b— nobody said so", "some crazy bloody nobody said so", words.Same, ""},
		{"nobody wants this bl***y old mill here", "nobody wants this lovely old mill here", words.Serious, ""},
		{"we left the mill at 6 p.m. that day", "we left the mill at 6: 00 p.m. that day", words.Same, ""},
		{"we left the mill at 6 p.m. that day", "we left the mill at 6:30 p.m. that day", words.Serious, ""},
		{"at the eleventh-hour talks in Brant", "at the 11th hour talks in Brant", words.Same, ""},
		{"it has to do with your duty as mayor", "it has to do with your duties as mayor", words.Light, ""},
		{"a large number of letters came in", "a large volume of letters came in", words.Serious, ""},
		{"we felt we had to put it back together", "we felt we had put it back together", words.Grave, "a modal"},
		{"the mill is open to everyone in town", "the mill is not open to everyone in town", words.Grave, "a negation"},
		{"it killed 31 men in one night", "it killed 46 men in one night", words.Grave, "a number"},
		{"we must close the mill in spring", "we may close the mill in spring", words.Grave, "a modal"},
		{"I will vote to accept the plan in May", "I will vote to reject the plan in May", words.Grave, "an opposite"},
		{"and then Roland Pike left the council", "and then Roland Marlow left the council", words.Grave, "a name"},
	} {
		m := words.Compare(words.Split(c.a), words.Split(c.b))
		if m.Weight() != c.want {
			t.Errorf("Compare(%q, %q) weighs %d, want %d: %+v", c.a, c.b, m.Weight(), c.want, m)
		}
		if c.why != "" && (len(m.Changes) == 0 || m.Changes[0].Why != c.why) {
			t.Errorf("Compare(%q, %q) = %+v, want %s", c.a, c.b, m.Changes, c.why)
		}
	}
}

func TestEarlyEndIsNoChangeButATurnIsSeen(t *testing.T) {
	a := words.Split("The old mill is safe but nobody should live in it.")
	for b, want := range map[string]int{"The old mill is safe.": 6, "The old mill is safe but nobody should live in it": 0, "should live in it": 0} {
		m := words.Compare(a, words.Split(b))
		if m.Weight() != words.Same || m.Ended != want {
			t.Errorf("Compare(a, %q) = %+v, want %d words that turn it", b, m, want)
		}
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	pool := strings.Fields("the mill is not safe said Pike in May 31 men and I will but [we] … never. It")
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) []words.Word {
			return words.Split(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pool), 0, 25).Draw(t, name), " "))
		}
		a, b := draw("a"), draw("b")
		m, w := words.Compare(a, b), words.Compare(b, a)
		if m.A0 != w.B0 || m.B1 != w.A1 || m.Equal != w.Equal || m.Weight() != w.Weight() || m.Ended != w.Ended || len(m.Changes) != len(w.Changes) {
			t.Fatalf("Compare(a, b) = %+v, Compare(b, a) = %+v", m, w)
		}
	})
}

func TestOneNumberTornOrInWords(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"a quake of magnitude 5. 9 struck", "a quake of magnitude 5.9 struck"},
		{"some 2, 000ft above", "some 2,000ft above"},
		{"it rose 2, 000 feet", "it rose 2,000 feet"},
		{"twenty-six windows", "26 windows"},
		{"twenty six windows", "26 windows"},
	} {
		a, b := words.Norms(words.Split(c.a)), words.Norms(words.Split(c.b))
		if !slices.Equal(a, b) {
			t.Errorf("Split(%q) = %q, Split(%q) = %q, want the same", c.a, a, c.b, b)
		}
	}
	for _, s := range []string{"We counted 12. 300 came.", "between 1, 200 and 300", "in 20 6-packs", "ten two"} {
		if got, want := len(words.Split(s)), len(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })); got != want {
			t.Errorf("Split(%q) gives %d words, want %d", s, got, want)
		}
	}
}
