package config

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// BaselineSchema names the shape of a baseline.
const BaselineSchema = "newsvet.baseline/1"

// A Baseline is the findings that are known. Of a finding its fingerprint
// counts; the rest is there to be read.
type Baseline struct {
	Path    string      // of the file as people know it
	Level   check.Level // the least that is kept
	Paths   []string    // what was read when it was made, relative to the file
	Entries []Known     // in the order of their fingerprints, each once
	Later   string      // what a later newsvet has written that this one would lose; "" if nothing
}

// Known is a finding that is known.
type Known struct {
	Fingerprint string   `json:"fingerprint"`
	Rule        string   `json:"rule"`
	Message     string   `json:"message"`
	Places      []string `json:"places"` // articles
}

// LoadBaseline reads the baseline at path.
func LoadBaseline(path string) (*Baseline, error) {
	b, err := read(path)
	if err != nil {
		return nil, err
	}
	return ParseBaseline(b, shown(path))
}

// ParseBaseline reads a baseline. Path is what errors call it. Fields that are
// not known are passed over: within one schema they are only ever added.
func ParseBaseline(b []byte, path string) (*Baseline, error) {
	var raw struct {
		Schema   string      `json:"schema"`
		Level    check.Level `json:"level"`
		Paths    []string    `json:"paths"`
		Findings []Known     `json:"findings"`
	}
	fail := func(line int, err error) (*Baseline, error) { return nil, &Error{Path: path, Line: line, Err: err} }
	d := json.NewDecoder(bytes.NewReader(b))
	if err := d.Decode(&raw); err != nil {
		return fail(lineOf(b, err), fmt.Errorf("no baseline: %s", strings.TrimPrefix(err.Error(), "json: ")))
	}
	switch {
	case d.Decode(&struct{}{}) != io.EOF: // More takes a brace for an end
		return fail(0, errors.New("no baseline: something follows it"))
	case raw.Schema != BaselineSchema:
		return fail(0, fmt.Errorf("schema is %q, not %q", raw.Schema, BaselineSchema))
	case raw.Findings == nil:
		return fail(0, errors.New("no baseline: it has no findings"))
	case raw.Level.Rank() == 0:
		return fail(0, fmt.Errorf("level is %q: error, warning and info are levels", raw.Level))
	}
	for _, k := range raw.Findings {
		if !isFingerprint(k.Fingerprint) {
			return fail(0, fmt.Errorf("%q is no fingerprint: they look like nv1:0123456789abcdef", k.Fingerprint))
		}
	}
	base := &Baseline{Path: path, Level: raw.Level, Paths: raw.Paths, Entries: raw.Findings}
	base.sort()
	d = json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&raw); err != nil { // all else has been looked at
		base.Later = strings.TrimPrefix(err.Error(), "json: ")
	}
	return base, nil
}

// lineOf returns the line of b that err is about, or 0.
func lineOf(b []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(0)
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	default:
		return 0
	}
	return 1 + bytes.Count(b[:min(max(at, 0), int64(len(b)))], []byte("\n"))
}

func (b *Baseline) sort() {
	slices.SortStableFunc(b.Entries, func(x, y Known) int { return cmp.Compare(x.Fingerprint, y.Fingerprint) })
	b.Entries = slices.CompactFunc(b.Entries, func(x, y Known) bool { return x.Fingerprint == y.Fingerprint })
}

// Bytes is the baseline as it is saved: an entry a line, so that two branches
// that add entries merge.
func (b *Baseline) Bytes() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	put := func(v any) error {
		err := e.Encode(v)
		out.Truncate(out.Len() - 1) // the line break
		return err
	}
	paths := b.Paths
	if paths == nil {
		paths = []string{}
	}
	fmt.Fprintf(&out, "{\"schema\":%q,\"level\":%q,\"paths\":", BaselineSchema, b.Level)
	if err := put(paths); err != nil {
		return nil, err
	}
	out.WriteString(",\"findings\":[")
	for i, k := range b.Entries {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if k.Places == nil {
			k.Places = []string{}
		}
		if err := put(k); err != nil {
			return nil, err
		}
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), nil
}

// Find returns the entry of a fingerprint, or nil.
func (b *Baseline) Find(fingerprint string) *Known {
	i, ok := slices.BinarySearchFunc(b.Entries, fingerprint, func(k Known, f string) int { return cmp.Compare(k.Fingerprint, f) })
	if !ok {
		return nil
	}
	return &b.Entries[i]
}

// Update adds found, and renews what is said of those that are known. It
// returns how many were added.
func (b *Baseline) Update(found []Known) int {
	before := len(b.Entries)
	b.Entries = append(slices.Clone(found), b.Entries...)
	b.sort()
	return len(b.Entries) - before
}

// Prune drops the entries that are not in found, and returns them.
func (b *Baseline) Prune(found []Known) []Known {
	is := make(map[string]bool, len(found))
	for _, k := range found {
		is[k.Fingerprint] = true
	}
	var gone, left []Known
	for _, k := range b.Entries {
		if is[k.Fingerprint] {
			left = append(left, k)
		} else {
			gone = append(gone, k)
		}
	}
	b.Entries = left
	return gone
}

// Foreign counts the entries whose fingerprints were made another way than
// they are now.
func (b *Baseline) Foreign() int {
	n := 0
	for _, k := range b.Entries {
		if !ours(k.Fingerprint) {
			n++
		}
	}
	return n
}

// Migrate drops the entries that are foreign where what they say is found
// still. It returns how many it dropped, and those that nothing found says any
// more. It is for use before [Baseline.Update].
func (b *Baseline) Migrate(found []Known) (carried int, lost []Known) {
	says := map[[2]string]bool{}
	for _, k := range found {
		says[[2]string{k.Rule, k.Message}] = true
	}
	var left []Known
	for _, k := range b.Entries {
		switch {
		case ours(k.Fingerprint):
			left = append(left, k)
		case says[[2]string{k.Rule, k.Message}]:
			carried++
		default:
			lost = append(lost, k)
		}
	}
	b.Entries = left
	return carried, lost
}

func ours(fingerprint string) bool { return strings.HasPrefix(fingerprint, check.Scheme+":") }

// Knows lists what of res a baseline from a level on keeps.
func Knows(res *check.Result, level check.Level) []Known {
	var out []Known
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Level.Rank() < level.Rank() {
			continue
		}
		k := Known{Fingerprint: f.Fingerprint, Rule: f.Rule, Message: f.Message}
		for _, e := range f.Evidence {
			if e.Article >= 0 && e.Article < len(res.Articles) {
				k.Places = append(k.Places, res.Articles[e.Article].Name)
			}
		}
		slices.Sort(k.Places)
		k.Places = slices.Compact(k.Places)
		out = append(out, k)
	}
	return out
}
