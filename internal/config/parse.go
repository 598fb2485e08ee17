package config

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// A Kind is what a flag, or the setting of the same name, may be.
type Kind struct {
	Name   string
	Doc    string
	Values []string // nil for any
	Path   bool     // of a file or directory
}

var thresholds = []string{"error", "warning", "info", "never"}

// Settings lists the flags that a configuration, or a variable of the
// environment, can set for every run.
var Settings = []Kind{
	{Name: "fail-on", Doc: "status 1 for findings from this level on", Values: thresholds},
	{Name: "fail-on-new", Doc: "with a baseline, status 1 for new findings from this level on", Values: thresholds},
	{Name: "min-level", Doc: "list findings from this level on", Values: thresholds[:3]},
	{Name: "min-confidence", Doc: "list and count findings matched as surely: low (all), medium (the default), high or a number from 0 to 1"},
	{Name: "baseline", Doc: "the file of known findings, relative to this one", Path: true},
	{Name: "cache", Doc: "a directory to keep what was read out of articles in, relative to this file", Path: true},
	{Name: "story", Doc: "how articles are grouped: by what they share, or a story for each folder", Values: []string{"auto", "folder"}},
	{Name: "today", Doc: "the day that expiry of suppressions is judged by; by default the latest on which a checked article came out"},
	{Name: "strict-input", Doc: "status 3 for unreadable input, before findings count", Values: truths},
	{Name: "allow-empty", Doc: "status 0 if there is no article", Values: truths},
	{Name: "jobs", Doc: "articles read at once; 0 is as many as there are processors"},
	{Name: "color", Doc: "colour in the terminal", Values: []string{"auto", "always", "never"}},
}

var truths = []string{"true", "false"}

// limits are the bounds that can be set, in the order in which they are shown.
var limits = []string{"document", "documents", "items", "ratio", "words"}

var tables = []string{"rules", "paths", "ignore", "drafts", "outlets", "limits"}

// Keys returns the keys that a configuration may have.
func Keys() []string {
	keys := slices.Clone(tables)
	for _, s := range Settings {
		keys = append(keys, s.Name)
	}
	return keys
}

// Parse reads a configuration. Path is what errors call it; rules are the
// names of those that there are.
func Parse(b []byte, path string, rules []string) (*Config, error) {
	c := &Config{Path: path, Settings: map[string]Setting{}, Rules: map[string]check.Level{}, Lines: map[string]int{}}
	r := &reader{path: path}
	if n := r.root(b); n != nil {
		r.mapping(n, "a configuration", Keys(), func(k, v *yaml.Node) {
			c.Lines[k.Value] = k.Line
			r.key(c, k, v, rules)
		})
	}
	if r.err != nil {
		return nil, r.err
	}
	return c, nil
}

func (r *reader) key(c *Config, k, v *yaml.Node, rules []string) {
	switch k.Value {
	case "rules":
		r.mapping(v, "rules", nil, func(k, v *yaml.Node) { r.rule(c, k, v, rules) })
	case "paths":
		c.Paths = r.texts(k, v)
	case "ignore":
		c.Ignore = r.patterns(k, v)
	case "drafts":
		c.Drafts = r.patterns(k, v)
	case "outlets":
		r.mapping(v, "outlets", nil, func(k, v *yaml.Node) { r.outlet(c, k, v) })
		slices.SortFunc(c.Outlets, func(a, b Outlet) int { return cmp.Compare(a.Name, b.Name) })
	case "limits":
		r.mapping(v, "limits", limits, func(k, v *yaml.Node) { r.limit(c, k, v) })
	default:
		r.setting(c, k, v)
	}
}

func (r *reader) setting(c *Config, k, v *yaml.Node) {
	s := r.text(k, v)
	kind := Settings[slices.IndexFunc(Settings, func(s Kind) bool { return s.Name == k.Value })]
	switch {
	case r.err != nil:
	case kind.Values != nil && !slices.Contains(kind.Values, s):
		r.unknown(v, "value of "+k.Value, kind.Values)
	case s == "":
		r.fail(v, "%s without a value", k.Value)
	case wrong(k.Value, s) != nil:
		r.fail(v, "%w", wrong(k.Value, s))
	default:
		c.Settings[k.Value] = Setting{s, k.Line}
	}
}

func (r *reader) rule(c *Config, k, v *yaml.Node, rules []string) {
	levels := []string{string(check.Error), string(check.Warning), string(check.Info), string(check.Off)}
	level := r.text(k, v)
	if v.Tag == "!!bool" && level != "true" {
		level = string(check.Off) // YAML 1.1 reads off as false
	}
	switch {
	case r.err != nil:
	case !slices.Contains(rules, k.Value):
		r.unknown(k, "rule", rules)
	case !slices.Contains(levels, level):
		r.unknown(v, "level", levels)
	default:
		c.Rules[k.Value] = check.Level(level)
		c.Lines["rules."+k.Value] = k.Line
	}
}

func (r *reader) patterns(k, v *yaml.Node) []string {
	ps := r.texts(k, v)
	for _, p := range ps {
		if r.err == nil && (p == "" || !corpus.ValidPattern(p)) {
			r.fail(v, "%s: %q is no pattern", k.Value, p)
		}
	}
	return ps
}

func (r *reader) outlet(c *Config, name, v *yaml.Node) {
	o := Outlet{Name: name.Value}
	r.mapping(v, name.Value, []string{"aliases", "kind", "owner", "paths", "wire"}, func(k, v *yaml.Node) {
		switch k.Value {
		case "aliases":
			o.Aliases = r.texts(k, v)
		case "kind":
			switch kind := r.text(k, v); kind {
			case "primary":
				o.Primary = true
			case "press":
			default:
				r.unknown(v, "kind", []string{"press", "primary"})
			}
		case "owner":
			o.Owner = r.text(k, v)
		case "paths":
			o.Paths = r.patterns(k, v)
		case "wire":
			o.Wire = r.bool(k, v)
		}
	})
	if o.Name == "" {
		r.fail(name, "an outlet without a name")
	}
	c.Lines["outlets."+o.Name] = name.Line
	c.Outlets = append(c.Outlets, o)
}

func (r *reader) limit(c *Config, k, v *yaml.Node) {
	n, err := Size(r.text(k, v))
	switch {
	case r.err != nil:
	case err != nil:
		r.fail(v, "%s: %v", k.Value, err)
	case k.Value == "document":
		c.Limits.Document = n
	case k.Value == "ratio":
		c.Limits.Ratio = n
	case k.Value == "words":
		c.Article.Words = int(min(n, math.MaxInt32))
	case k.Value == "items":
		c.Article.Items = int(min(n, math.MaxInt32))
	default:
		c.Limits.Documents = int(min(n, math.MaxInt32))
	}
	c.Lines["limits."+k.Value] = k.Line
}

// Size reads a number above 0, with kB, MB, KiB, MiB or GiB after it or not.
func Size(s string) (int64, error) {
	end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '_' })
	if end < 0 {
		end = len(s)
	}
	unit, ok := map[string]int64{"": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}[strings.TrimSpace(s[end:])]
	n, err := strconv.ParseInt(strings.ReplaceAll(s[:end], "_", ""), 10, 64)
	switch {
	case !ok || err != nil:
		return 0, fmt.Errorf("%q is no size: 10MiB is one", s)
	case n <= 0:
		return 0, errors.New("a limit is above 0")
	case n > math.MaxInt64/unit:
		return 0, fmt.Errorf("%q is too large", s)
	}
	return n * unit, nil
}
