package check

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// NewCase lays out the story that records tell. The order of the records does
// not matter: articles are in the order of their names, as in the run.
func NewCase(records []*Record) *Case {
	rs := slices.Clone(records)
	slices.SortFunc(rs, func(a, b *Record) int {
		return cmp.Or(cmp.Compare(a.Ref.Name, b.Ref.Name), cmp.Compare(a.Ref.URI, b.Ref.URI),
			cmp.Compare(a.Ref.Line, b.Ref.Line), slices.Compare(a.Ref.ID[:], b.Ref.ID[:]))
	})
	c := &Case{}
	var sketches []*story.Sketch
	for i, r := range rs {
		c.Articles = append(c.Articles, r.Ref)
		items, wrong := withdraw(r.Items)
		c.Items, c.Withdrawn = append(c.Items, items), append(c.Withdrawn, wrong)
		c.Passages = append(c.Passages, r.Passages)
		c.Furniture = append(c.Furniture, r.Furniture)
		sketches = append(sketches, &r.Sketch)
		if i == 0 || slices.Compare(r.Ref.ID[:], c.ID[:]) < 0 {
			c.ID = r.Ref.ID
		}
	}
	c.Month = mostMonth(c.Articles)
	c.Copies = story.Copies(c.Articles, sketches)
	for _, original := range c.Copies {
		c.Origins = append(c.Origins, owner(c.Articles, original))
	}
	in := align.ReadSentences(c.Items)
	c.Quotes, c.Figures, c.Dates = align.Quotes(c.Items), align.Figures(in), align.Dates(in)
	for _, g := range c.Quotes {
		c.OnQuotes = append(c.OnQuotes, c.compareQuotes(g))
	}
	for _, g := range c.Figures {
		c.OnFigures = append(c.OnFigures, c.compareFigures(g))
	}
	for _, g := range c.Dates {
		c.OnDates = append(c.OnDates, c.compareDates(g))
	}
	c.Names = align.Names(c.Items)
	for _, g := range c.Names {
		c.OnNames = append(c.OnNames, c.compareNames(g)...)
	}
	c.register()
	return c
}

// mostMonth returns the month in which most articles were published, of equals
// the earliest: neither an outlet that was early nor one that comes late moves
// it, as long as most are of one month. Empty if none is dated.
func mostMonth(refs []corpus.Ref) string {
	var months []string
	for _, r := range refs {
		if !r.Published.IsZero() {
			months = append(months, r.Published.Format("2006-01"))
		}
	}
	slices.Sort(months)
	best, most := "", 0
	for i := 0; i < len(months); {
		j := i
		for j < len(months) && months[j] == months[i] {
			j++
		}
		if j-i > most {
			best, most = months[i], j-i
		}
		i = j
	}
	return best
}

// outlet names who published article i; without a name it is its own outlet.
func outlet(refs []corpus.Ref, i int) string {
	if o := text.Bare(refs[i].Outlet); o != "" {
		return o
	}
	return "#" + strconv.Itoa(i)
}

// owner names who is behind article i, as far as it is known.
func owner(refs []corpus.Ref, i int) string {
	if o := text.Bare(refs[i].Owner); o != "" {
		return o
	}
	return outlet(refs, i)
}

// SameOutlet reports whether two articles are of one outlet: what an outlet
// prints twice is no disagreement with another.
func (c *Case) SameOutlet(i, j int) bool { return outlet(c.Articles, i) == outlet(c.Articles, j) }

// Dated is a figure and the article it stands in, as its growth is judged by.
type Dated struct {
	Figure extract.Figure
	Ref    corpus.Ref
}
