package run

import (
	"reflect"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/story"
)

// For tests of what is not exported.
var (
	Encode = func(r *check.Record) []byte { return encode(nil, r) }
	Decode = decode
)

// Codable panics if a record or a result holds what the codec cannot write.
func Codable() {
	coderOf(reflect.TypeFor[check.Record]())
	coderOf(reflect.TypeFor[check.Result]())
}

// StrongestOf returns what is kept of edges that are added one by one, and how
// many articles have more than most.
func StrongestOf(articles, most int, edges []story.Pair) ([]story.Pair, int) {
	s := newStrongest(articles, most)
	for i := range edges {
		s.add(edges[i : i+1])
	}
	return s.sorted(), s.crowded()
}
