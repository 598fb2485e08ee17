package rules

import (
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// headlineOrLead reports whether an item stands in the headline or in the
// first paragraph.
func headlineOrLead(ref corpus.Ref, it extract.Item) bool {
	if it.Part == extract.Title {
		return true
	}
	if ref.Title != "" {
		return it.Block <= 1
	}
	return it.Block == 0
}

// statistic reports whether a figure is one that somebody must have counted
// or worked out: a share, a sum of money, a rate, a large total. What anybody
// at the place could see is none, nor are ages, times and scores.
func statistic(f extract.Figure) bool {
	switch f.Kind {
	case extract.Percent, extract.Money, extract.Rate:
		return true
	case extract.Count, extract.Quantity:
		return f.Low.Cmp(extract.NewNumber(1000)) >= 0
	}
	return false
}

// casualties reports whether a figure counts people who came to harm.
func casualties(f extract.Figure) bool {
	return f.Measure.Grows && f.Kind == extract.Count
}

// harmed reports whether a figure counts people who came to harm: votes and
// arrests grow, too.
func harmed(f extract.Figure) bool {
	switch f.Measure.Name {
	case "killed", "injured", "missing":
		return casualties(f)
	}
	return false
}

// sourced returns the figures of an article that it gives somebody for: in the
// headline a number stands alone, in the third paragraph it has a source.
func sourced(items extract.Items) *measures {
	return newMeasures(slices.DeleteFunc(slices.Clone(items.Figures), func(f extract.Figure) bool {
		return rank(f.Provenance) < rank(extract.AnonymousSource)
	}))
}

// rank orders what backs a claim: 0 nobody, 4 traceable.
func rank(p extract.Provenance) int {
	for i, q := range []extract.Provenance{extract.NoSource, extract.VagueSource, extract.AnonymousSource, extract.NamedSource, extract.Traceable} {
		if p == q {
			return i
		}
	}
	return 0
}

// aloneIn makes a finding about what backs a claim of one article.
func aloneIn(article int, it extract.Item, subject, message string) check.Finding {
	f := one(article, it, subject, message)
	f.Verdict, f.Confidence = check.Alone, medium
	return f
}

// onePerArticle leaves of each article's findings the first warning that
// comes, and makes the others info: an editor who is shown ten of a kind
// looks at none.
func onePerArticle(fs []check.Finding) []check.Finding {
	seen := map[int]bool{}
	for i := range fs {
		if a := fs[i].Evidence[0].Article; fs[i].Level == check.Warning {
			if seen[a] {
				fs[i].Level = check.Info
			}
			seen[a] = true
		}
	}
	return fs
}
