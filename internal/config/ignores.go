package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// Ignores are the findings that a user has silenced, each with a reason.
type Ignores struct {
	Path    string // of the file as people know it
	Dir     string // that patterns are relative to, absolute
	Entries []Entry
}

// An Entry silences one finding, or those of a rule with a place in some files
// or at some outlet.
type Entry struct {
	Line        int
	Fingerprint string
	Rule        string
	File        string // a pattern
	Outlet      string
	Reason      string
	By          string
	Expires     time.Time // the last day on which it counts; zero if it always does

	used bool
}

// LoadIgnores reads the suppressions at path.
func LoadIgnores(path string, rules []string) (*Ignores, error) {
	b, err := read(path)
	if err != nil {
		return nil, err
	}
	ig, err := ParseIgnores(b, shown(path), rules)
	if err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	ig.Dir = filepath.Dir(abs)
	return ig, nil
}

// ParseIgnores reads suppressions. Path is what errors call them.
func ParseIgnores(b []byte, path string, rules []string) (*Ignores, error) {
	ig := &Ignores{Path: path}
	r := &reader{path: path}
	if n := r.root(b); n != nil {
		if n.Kind == yaml.SequenceNode {
			r.fail(n, "suppressions stand under a key: \"ignore:\", and below it \"- rule: …\"")
			return nil, r.err
		}
		r.mapping(n, "a list of suppressions", []string{"ignore"}, func(k, v *yaml.Node) {
			if v.Kind != yaml.SequenceNode && !isNull(v) {
				r.fail(v, "ignore is a list, not %s", kindOf(v))
			}
			for _, e := range v.Content {
				if r.err == nil {
					ig.Entries = append(ig.Entries, r.entry(e, rules))
				}
			}
		})
	}
	if r.err != nil {
		return nil, r.err
	}
	return ig, nil
}

func (r *reader) entry(n *yaml.Node, rules []string) Entry {
	e := Entry{Line: n.Line}
	known := []string{"fingerprint", "rule", "path", "outlet", "reason", "by", "expires"}
	r.mapping(n, "a suppression", known, func(k, v *yaml.Node) {
		s := r.text(k, v)
		switch k.Value {
		case "fingerprint":
			e.Fingerprint = s
			if !isFingerprint(s) {
				r.fail(v, "%q is no fingerprint: they look like nv1:0123456789abcdef", s)
			}
		case "rule":
			e.Rule = s
			if !slices.Contains(rules, s) {
				r.unknown(v, "rule", rules)
			}
		case "path":
			if e.File = s; !corpus.ValidPattern(s) {
				r.fail(v, "path: %q is no pattern", s)
			}
		case "outlet":
			e.Outlet = s
		case "reason":
			e.Reason = s
		case "by":
			e.By = s
		case "expires":
			day, err := time.Parse(time.DateOnly, s)
			if err != nil {
				r.fail(v, "expires is a day such as 2025-12-31, not %q", s)
			}
			e.Expires = day
		}
	})
	switch {
	case r.err != nil:
	case e.Reason == "":
		r.fail(n, "a suppression without a reason")
	case e.Fingerprint == "" && (e.Rule == "" || e.File == "" && e.Outlet == ""):
		r.fail(n, "a suppression names a fingerprint, or a rule and a path or an outlet")
	}
	return e
}

func isFingerprint(s string) bool {
	scheme, digits, ok := strings.Cut(s, ":")
	return ok && strings.HasPrefix(scheme, "nv") && len(scheme) < 8 && len(digits) == 16 && strings.Trim(digits, "0123456789abcdef") == ""
}

// Silences returns the entry that silences finding f of res on a day, or nil.
// The zero day is before every day.
func (ig *Ignores) Silences(res *check.Result, f *check.Finding, day time.Time) *Entry {
	for i := range ig.Entries {
		e := &ig.Entries[i]
		if !e.means(ig.Dir, res, f) {
			continue
		}
		e.used = true
		if !e.Lapsed(day) {
			return e
		}
	}
	return nil
}

func (e *Entry) means(dir string, res *check.Result, f *check.Finding) bool {
	if e.Fingerprint != "" && e.Fingerprint != f.Fingerprint || e.Rule != "" && e.Rule != f.Rule {
		return false
	}
	if e.File == "" && e.Outlet == "" {
		return true
	}
	for _, p := range f.Places() {
		if p.Article < 0 || p.Article >= len(res.Articles) {
			continue
		}
		ref := &res.Articles[p.Article]
		if (e.File == "" || matches([]string{e.File}, Rel(dir, ref.URI))) && (e.Outlet == "" || strings.EqualFold(e.Outlet, ref.Outlet)) {
			return true
		}
	}
	return false
}

// Lapsed reports whether the entry counts no more on the day of an instant.
func (e *Entry) Lapsed(at time.Time) bool {
	return !e.Expires.IsZero() && at.Format(time.DateOnly) > e.Expires.Format(time.DateOnly)
}

// Used reports whether the entry has met a finding that it means.
func (e *Entry) Used() bool { return e.used }

// String says what the entry silences.
func (e *Entry) String() string {
	var parts []string
	for _, p := range []struct{ name, value string }{{"", e.Fingerprint}, {"", e.Rule}, {"path ", e.File}, {"outlet ", e.Outlet}} {
		if p.value != "" {
			parts = append(parts, p.name+p.value)
		}
	}
	return strings.Join(parts, ", ")
}

// At says where the entry stands.
func (ig *Ignores) At(e *Entry) string { return fmt.Sprintf("%s:%d", ig.Path, e.Line) }
