package check_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract/extractors"
)

var sentences = []string{
	"The mill fire in Aldport killed 31 people on Friday, the fire service said.",
	"The mill fire in Aldport killed 46 people on Friday, police said.",
	"At least 8 people were killed in the mill fire in Aldport.",
	"“We could not open the second stair in time,” said fire chief Roland Pike.",
	"“We could open the second stair in time,” said fire chief Roland Pike.",
	"“We could not open the second stair in time,” said mayor Jane Roe.",
	"The council of Brant voted for the harbour bridge on 11 June 2024.",
	"The council of Brant voted for the harbour bridge on 10 June 2024.",
	"The harbour bridge in Brant will cost $48 million.",
	"The harbour bridge in Brant will cost €48 million.",
	"Jane Roe answered: “The mill stays with the town for good.”",
	"Jane Roe replied: “Whoever wants the mill can come and ask.”",
	"Experts say 40% of old mills burn.",
	"The bell of the church in Brant cost $9,990.",
	"The bell of the church in Brant cost $10,090.",
	"Gale Bank expects the price of oats to rise 4 percent this year.",
	"Pike Bank expects the price of oats to rise 6 percent this year.",
	"Nearly two dozen boats were lost off Aldport on Saturday.",
	"The coast guard counted 23 boats lost off Aldport on Saturday.",
	"“We could not open the second stair in time,” the fire chief said.",
	"“We could not open the second stair in time,” said the chief, Dana Pike.",
	"“We will ring the bell at 6 a.m. on Sunday,” said Jane Roe.",
	"“We will ring the bell at 6 p.m. on Sunday,” said a spokeswoman for the mayor.",
	"The mayor announced on 3 June that the bridge would close.",
	"The bridge closed on 4 June, the mayor said.",
}

// draw makes a story of two to five articles.
func draw(t *rapid.T) []*check.Record {
	var out []*check.Record
	for i := range rapid.IntRange(2, 5).Draw(t, "articles") {
		body := ""
		for _, s := range rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 6).Draw(t, "text") {
			body += s + "\n\n"
		}
		day := time.Date(2024, 6, rapid.IntRange(11, 14).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		out = append(out, record(fmt.Sprint("a", i), fmt.Sprint("Outlet ", i), body, day))
	}
	return out
}

func record(name, outlet, body string, day time.Time) *check.Record {
	ref := corpus.Ref{Name: name, URI: name, Outlet: outlet, Published: day, Dated: corpus.Day, Lang: "en"}
	ref.ID = corpus.NewID(ref, name, body)
	return check.NewRecord(corpus.Plain(ref, body), extractors.All...)
}

func TestTheOrderOfArticlesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := draw(t)
		want := check.Run(rs, rules.All...)
		got := check.Run(rapid.Permutation(rs).Draw(t, "order"), rules.All...)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("Run of another order (-want +got):\n%s", diff)
		}
	})
}

func TestCopiesDoNotDisagree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := draw(t)[0]
		b := *a
		b.Ref.Name, b.Ref.URI, b.Ref.Outlet = "b", "b", "Another"
		b.Ref.ID[0]++
		for _, f := range check.Run([]*check.Record{a, &b}, rules.All...).Findings {
			for _, e := range f.Evidence {
				if e.Article != f.Evidence[0].Article {
					t.Fatalf("%s across an article and its copy: %s", f.Rule, f.Message)
				}
			}
		}
	})
}

// Changing over what two articles say changes over the places and nothing
// else: the same findings with the same sides.
func TestVerdictsAreSymmetric(t *testing.T) {
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	for i, one := range sentences {
		for _, two := range sentences[i+1:] {
			straight := said(check.Run([]*check.Record{record("a", "A", one, day), record("b", "B", two, day)}, rules.All...))
			swapped := said(check.Run([]*check.Record{record("a", "A", two, day), record("b", "B", one, day)}, rules.All...))
			if diff := cmp.Diff(straight, swapped, cmpopts.EquateEmpty(), cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
				t.Errorf("%q, %q (-straight +swapped):\n%s", one, two, diff)
			}
		}
	}
}

// As many outlets as one likes: which of them says what changes the places
// that are shown and nothing else.
func TestVerdictsAreSymmetricBetweenManySides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.SampledFrom(sentences), 3, 5).Draw(t, "texts")
		tell := func(texts []string) []string {
			day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
			var rs []*check.Record
			for i, body := range texts {
				rs = append(rs, record(fmt.Sprint("a", i), fmt.Sprint("Outlet ", i), body, day))
			}
			return said(check.Run(rs, rules.All...))
		}
		straight, changed := tell(texts), tell(rapid.Permutation(texts).Draw(t, "changed over"))
		if diff := cmp.Diff(straight, changed, cmpopts.EquateEmpty(), cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
			t.Fatalf("%q (-straight +changed over):\n%s", texts, diff)
		}
	})
}

// Of several findings with one question one stays what it is, the others are
// info: which one does not depend on what the articles are called.
func TestLevelsDependOnWhatIsSaidAndNotOnNames(t *testing.T) {
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	const boats, mill = "The three boats carried a total of 26 armed men and two broken engines", "We will build the old mill up again with the stones of the harbour wall"
	texts := []string{
		"“" + boats + ",” an officer said.",
		boats + ". They were towed to Aldport.",
		"The three boats carried a total of 26 armed men and two engines. A tug brought them in.",
		"In all the boats carried a total of 26 armed men and two broken engines.",
		"“" + mill + ",” said Jane Roe.\n\n“The county has never once asked us what the bridge would cost,” said Jane Roe.",
		"“" + mill + ",” said John Marlow.\n\n“The county has never once asked us what the bridge would cost,” said John Marlow.",
		"“The county has never once asked us what the long bridge would cost,” said John Marlow.",
	}
	rapid.Check(t, func(t *rapid.T) {
		tell := func(texts []string) []string {
			var rs []*check.Record
			for i, body := range texts {
				outlet := fmt.Sprint("Outlet ", slices.Index(texts, body))
				rs = append(rs, record(fmt.Sprint("a", i), outlet, body, day))
			}
			return said(check.Run(rs, rules.All...))
		}
		straight, changed := tell(texts), tell(rapid.Permutation(texts).Draw(t, "changed over"))
		if len(straight) < 2 {
			t.Fatalf("%d findings, want some", len(straight))
		}
		if diff := cmp.Diff(straight, changed, cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
			t.Fatalf("(-straight +changed over):\n%s", diff)
		}
	})
}

// What is hedged on one side may be true beside the other: whatever the
// numbers and the days, no rule across outlets calls it an error.
func TestAHedgeOnEitherSideIsNoError(t *testing.T) {
	for _, law := range []struct {
		fact          string
		hedged, exact []string
	}{
		{"The harbour bridge in Brant will cost %s million, the council said.", []string{"about $48", "nearly $84", "more than $30", "up to $20"}, []string{"$48", "$84", "$31"}},
		{"The mill fire in Aldport on 9 June 2024 killed %s people, the fire service said.", []string{"about 30", "at least 46", "as many as 60"}, []string{"31", "46", "57"}},
		{"The new ferry from Aldport to Brant carries %s passengers.", []string{"around 300", "some 400", "an estimated 250"}, []string{"276", "412", "530"}},
		{"The council of Brant voted for the new school by the river %s June 2024.", []string{"in early", "in mid-", "in late"}, []string{"on 3", "on 14", "on 27"}},
	} {
		rapid.Check(t, func(t *rapid.T) {
			day := time.Date(2024, 6, 29, 0, 0, 0, 0, time.UTC)
			tell := func(name string, values []string) *check.Record {
				return record(name, name, fmt.Sprintf(law.fact, rapid.SampledFrom(values).Draw(t, name)), day)
			}
			one, two := tell("a", law.hedged), tell("b", slices.Concat(law.hedged, law.exact))
			for _, f := range check.Run([]*check.Record{one, two}, rules.All...).Findings {
				if f.Level == check.Error {
					t.Fatalf("%s: %s", f.Rule, f.Message)
				}
			}
		})
		day := time.Date(2024, 6, 29, 0, 0, 0, 0, time.UTC)
		exact := check.Run([]*check.Record{record("a", "a", fmt.Sprintf(law.fact, law.exact[0]), day), record("b", "b", fmt.Sprintf(law.fact, law.exact[1]), day)}, rules.All...)
		if !slices.ContainsFunc(exact.Findings, func(f check.Finding) bool { return f.Level == check.Error }) {
			t.Errorf("%q with %s and %s is no error without a hedge either", law.fact, law.exact[0], law.exact[1])
		}
	}
}

// said lists the findings across outlets without their places.
func said(r *check.Result) []string {
	var out []string
	for _, f := range r.Findings {
		if len(f.Evidence) > 1 && f.Evidence[0].Article != f.Evidence[1].Article {
			out = append(out, fmt.Sprint(f.Rule, f.Level, f.Verdict, f.Confidence, f.Subject, f.Sides, f.Fingerprint))
		}
	}
	return out
}
