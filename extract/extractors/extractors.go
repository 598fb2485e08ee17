// Package extractors lists what finds items in articles.
package extractors

import (
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/cites"
	"github.com/newsvet/newsvet/extract/dates"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/persons"
	"github.com/newsvet/newsvet/extract/quotes"
)

// All lists the extractors in the order in which they run: each may read what
// those before it have found.
var All = []*extract.Extractor{dates.Extractor, quotes.Extractor, figures.Extractor, persons.Extractor, cites.Extractor}
