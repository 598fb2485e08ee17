package main

import (
	"iter"
	"log/slog"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/extractors"
	"github.com/newsvet/newsvet/internal/run"
)

// allRules lists every rule there is.
func allRules() []*check.Rule { return rules.All }

// usualRules are those that run unless somebody asks for others.
func usualRules() []*check.Rule {
	return slices.DeleteFunc(slices.Clone(rules.All), func(r *check.Rule) bool { return r.Level == check.Off })
}

// A stream is the documents of a run.
type stream = iter.Seq2[*corpus.Document, error]

func (s *session) engine() run.Options {
	o := run.Options{
		Workers: s.inputs.jobs, Extractors: extractors.All, Limits: s.common.settings.article(), StoryOf: s.inputs.storyOf,
		Progress: func(stage string, done, total int) { s.console.progress(stage, done, total) },
	}
	if s.common.debug {
		o.Log = slog.New(slog.NewTextHandler(s.console.w, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	return o
}

func (s *session) runExtract(emit func(*corpus.Document, extract.Items) error) (check.Summary, error) {
	o := s.engine()
	o.Cache = s.openCache()
	defer s.closeCache(o.Cache)
	return run.Extract(s.ctx, s.docs, o, func(d *corpus.Document, items extract.Items) error {
		if items.Cut != "" {
			s.console.say("%s has %s", d.Name, items.Cut)
		}
		return emit(d, items)
	})
}

func (s *session) runCheck(which []*check.Rule, emit func(*check.Result) error) (check.Summary, error) {
	o := s.engine()
	o.Rules = which
	o.Cache = s.openCache()
	defer s.closeCache(o.Cache)
	return run.Check(s.ctx, s.docs, o, emit)
}

func (s *session) runStories(emit func(*report.Story) error) (check.Summary, error) {
	o := s.engine()
	o.Cache = s.openCache()
	defer s.closeCache(o.Cache)
	return run.Stories(s.ctx, s.docs, o, func(st *run.Story) error {
		shown := &report.Story{ID: st.ID, Name: st.Name, Why: st.Why, Articles: st.Articles, Copies: st.Copies, Reasons: st.Reasons}
		if st.Nearest != nil {
			shown.Nearest = &report.Outsider{Ref: st.Nearest.Ref, Why: st.Nearest.Why}
		}
		return emit(shown)
	})
}
