package main

import (
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract/dates"
)

// datelined dates the documents that metadata do not date by what they say
// of themselves: "AUSTIN, Texas, May 3, 2024 (Agency) —", "Published 3 May
// 2024". Grouping, rules and reports then see the day as they see any other.
func datelined(docs stream) stream {
	return func(yield func(*corpus.Document, error) bool) {
		for d, err := range docs {
			if err == nil && d != nil && d.Published.IsZero() {
				if day, _, ok := dates.Dateline(d); ok {
					dated := *d // a document that was yielded is not changed
					dated.Published, dated.Dated, dated.FromText = day, corpus.Day, true
					d = &dated
				}
			}
			if !yield(d, err) {
				return
			}
		}
	}
}
