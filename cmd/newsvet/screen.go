package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/internal/config"
)

// A screen is what findings pass between the rules and the reports: it gives
// them the levels that are configured, and holds back what was matched too
// loosely, is silenced, is known, or has no place in the files asked about.
type screen struct {
	settings *settings
	least    float64          // confidence
	base     *config.Baseline // nil without one
	about    *subject         // nil for all
	vetted   map[string]bool  // drafts that are vetted, by URI; nil if none are
	partial  string           // why this run cannot say what is gone or unused; "" if it can
	today    func() time.Time
	fresh    *fresh // with --watch
	inOrder  bool   // drafts
	missing  bool

	drafts  map[string][]config.Comment
	order   []string // drafts as they were met
	seen    map[string]bool
	levels  map[check.Level]int // of what is listed
	rules   map[string]int
	against check.Against
	silent  int
	unsure  int
	notices []string
}

func (s *session) newScreen(least float64) *screen {
	return &screen{
		settings: &s.common.settings, least: least, today: func() time.Time { return s.intake.newest },
		drafts: map[string][]config.Comment{}, seen: map[string]bool{},
		levels: map[check.Level]int{}, rules: map[string]int{},
	}
}

// story screens the findings of a story and reports whether it is to be
// listed at all.
func (sc *screen) story(res *check.Result) bool {
	for i := range res.Drafts {
		sc.vetted[res.Articles[res.Drafts[i].Article].URI] = true
	}
	kept := res.Findings[:0:0]
	for i := range res.Findings {
		f := res.Findings[i]
		if r := findRule(f.Rule); r != nil {
			f.Level = regrade(f.Level, r.Level, sc.settings.level(r))
		}
		if !sc.concerns(res, &f) {
			continue
		}
		sc.seen[f.Fingerprint] = true
		unsure := f.Confidence < sc.least
		if held := sc.hold(res, &f, unsure); held != nil {
			held.Finding = f
			res.Silenced = append(res.Silenced, *held)
			continue
		}
		if unsure {
			sc.unsure++
			res.Unsure = append(res.Unsure, f)
			continue
		}
		sc.levels[f.Level]++
		sc.rules[f.Rule]++
		kept = append(kept, f)
	}
	res.Findings = kept
	res.Settle()
	return sc.lists(res)
}

// hold returns by what f is silenced, or nil. What is unsure is nothing new.
func (sc *screen) hold(res *check.Result, f *check.Finding, unsure bool) *check.Silenced {
	if c := sc.comment(res, f); c != nil {
		sc.silent++
		return &check.Silenced{How: check.Inline, Reason: c.Reason}
	}
	if ig := sc.settings.ignores; ig != nil {
		if e := ig.Silences(res, f, sc.today()); e != nil {
			sc.silent++
			return &check.Silenced{How: check.Ignored, Reason: e.Reason, By: e.By}
		}
	}
	if sc.base == nil || f.Level.Rank() < sc.base.Level.Rank() {
		return nil
	}
	if sc.base.Find(f.Fingerprint) != nil {
		sc.against.Known++
		return &check.Silenced{How: check.Known}
	}
	if !unsure {
		sc.against.New++
	}
	return nil
}

// comment returns the comment in a draft that silences f, the first of those
// at its places, or nil.
func (sc *screen) comment(res *check.Result, f *check.Finding) *config.Comment {
	var first *config.Comment
	for _, e := range f.Places() {
		if e.Article < 0 || e.Article >= len(res.Articles) {
			continue
		}
		cs := sc.comments(res.Articles[e.Article].URI)
		for i := range cs {
			c, line := &cs[i], e.Item.At.From.Line
			if c.Wrong == "" && c.Rule == f.Rule && c.First <= line && line <= c.Last {
				c.Used = true
				if first == nil {
					first = c
				}
			}
		}
	}
	return first
}

// comments returns those in the file at path, if that is a draft.
func (sc *screen) comments(path string) []config.Comment {
	if cs, ok := sc.drafts[path]; ok {
		return cs
	}
	var cs []config.Comment
	if sc.settings.config.Draft(path) || sc.vetted[path] && path != "-" {
		if b, err := os.ReadFile(filepath.FromSlash(path)); err == nil {
			cs = config.Comments(string(b), ruleNames())
		}
		sc.order = append(sc.order, path)
	}
	sc.drafts[path] = cs
	return cs
}

// concerns reports whether f has a place in the files asked about.
func (sc *screen) concerns(res *check.Result, f *check.Finding) bool {
	if sc.about == nil && sc.vetted == nil {
		return true
	}
	for _, e := range f.Places() {
		if sc.vetted != nil && e.Article >= 0 && e.Article < len(res.Articles) && res.Articles[e.Article].Draft {
			return true
		}
		if sc.about != nil && e.Article >= 0 && e.Article < len(res.Articles) && sc.about.has(res.Articles[e.Article].URI) {
			return true
		}
	}
	return false
}

// lists reports whether a story has an article in the files asked about.
func (sc *screen) lists(res *check.Result) bool {
	listed := sc.about == nil
	for i := range res.Articles {
		sc.comments(res.Articles[i].URI) // so that unused ones are met
		listed = listed || sc.about.has(res.Articles[i].URI)
	}
	return listed
}

// realPath is the one path of a file.
func realPath(path string) string {
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}

// close makes of sum what is listed, and what is to be said of what is not.
func (sc *screen) close(sum *check.Summary) {
	if len(sum.Unreadable) > 0 && sc.partial == "" {
		sc.partial = "some input could not be read"
	}
	sc.unused()
	if sc.about != nil && sc.about.err != nil {
		sc.notices = append(sc.notices, fmt.Sprintf("--since: %v; what cannot be compared counts as changed", sc.about.err))
	}
	sum.Levels, sum.Rules, sum.Silenced = sc.levels, sc.rules, sc.silent
	sum.Unsure, sum.Least = sc.unsure, sc.least
	if sc.base != nil {
		for _, k := range sc.base.Entries {
			if sc.partial == "" && !sc.seen[k.Fingerprint] {
				sc.against.Gone++
			}
		}
		sum.Baseline = &sc.against
		if n := sc.base.Foreign(); n > 0 {
			sc.notices = append(sc.notices, fmt.Sprintf("%s: the fingerprints of %d entries are of another release: newsvet baseline update --migrate", sc.base.Path, n))
		}
	}
	sum.Notices = append(sum.Notices, sc.notices...)
}

// unused says which suppressions silence nothing.
func (sc *screen) unused() {
	tell := func(l check.Level, rule, format string, args ...any) {
		sc.levels[l]++
		sc.rules[rule]++
		sc.notices = append(sc.notices, fmt.Sprintf(format, args...))
	}
	if ig := sc.settings.ignores; ig != nil {
		for i := range ig.Entries {
			e := &ig.Entries[i]
			switch {
			case e.Lapsed(sc.today()):
				tell(check.Warning, "expired-ignore", "%s: expired on %s and silences nothing any more: %s", ig.At(e), e.Expires.Format(time.DateOnly), e)
			case !e.Used() && sc.partial == "":
				tell(check.Info, "unused-ignore", "%s: silences nothing: %s", ig.At(e), e)
			}
		}
	}
	for _, path := range sc.order {
		for _, c := range sc.drafts[path] {
			switch {
			case c.Wrong != "":
				tell(check.Warning, "unused-ignore", "%s:%d: silences nothing: %s", path, c.Line, c.Wrong)
			case !c.Used && sc.partial == "":
				tell(check.Info, "unused-ignore", "%s:%d: silences nothing: %s", path, c.Line, c.Rule)
			}
		}
	}
}
