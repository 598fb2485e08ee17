package main

import (
	"cmp"
	"iter"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// paths returns what is read where the command line names nothing.
func (s *settings) paths() []string {
	if len(s.config.Paths) == 0 {
		return []string{"."}
	}
	var out []string
	for _, p := range s.config.Paths {
		out = append(out, s.local(p))
	}
	return out
}

// walk returns what the configuration says about reading files.
func (s *settings) walk() corpus.WalkOptions {
	set, usual := s.config.Limits, corpus.DefaultLimits
	o := corpus.WalkOptions{Limits: corpus.Limits{
		Document:  cmp.Or(set.Document, usual.Document),
		Ratio:     cmp.Or(set.Ratio, usual.Ratio),
		Documents: cmp.Or(set.Documents, usual.Documents),
	}}
	if len(s.config.Ignore) > 0 {
		o.Skip = s.config.Skips
	}
	return o
}

// article returns what the configuration says about reading an article.
func (s *settings) article() extract.Limits {
	set, usual := s.config.Article, extract.DefaultLimits
	return extract.Limits{Words: cmp.Or(set.Words, usual.Words), Items: cmp.Or(set.Items, usual.Items)}
}

// know adds to the documents what is known about their outlets.
func (s *settings) know(docs stream) stream {
	if len(s.config.Outlets) == 0 {
		return docs
	}
	return iter.Seq2[*corpus.Document, error](func(yield func(*corpus.Document, error) bool) {
		for d, err := range docs {
			if err == nil {
				s.config.Apply(&d.Ref) // nobody else has seen it yet
			}
			if !yield(d, err) {
				return
			}
		}
	})
}

// level returns the level that rule r has for this user.
func (s *settings) level(r *check.Rule) check.Level {
	return cmp.Or(s.config.Rules[r.Name], r.Level)
}

// regrade is the level of a finding that its rule, by itself of level usual,
// gave the level l, where the user wants level want. Lowering a rule caps what
// it finds; raising it lifts what it finds at its usual level and above: what
// it gives as mere context stays that.
func regrade(l, usual, want check.Level) check.Level {
	switch {
	case usual == check.Off && want != check.Off:
		return want // nobody has the rule unless they ask for it
	case want.Rank() < usual.Rank() && want.Rank() < l.Rank():
		return want
	case want.Rank() > usual.Rank() && l.Rank() >= usual.Rank() && l.Rank() < want.Rank():
		return want
	}
	return l
}
