package config

import (
	"path/filepath"
	"strings"

	"github.com/newsvet/newsvet/corpus"
)

// Rel returns the path of a file relative to dir, with slashes; "" if it does
// not lie there. Relative paths begin where the command runs.
func Rel(dir, path string) string {
	if dir == "" || path == "" || path == "-" {
		return ""
	}
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(dir, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// Skips reports whether the file at path is ignored.
func (c *Config) Skips(path string) bool { return matches(c.Ignore, Rel(c.Dir, path)) }

// Draft reports whether the file at path is a draft, in which comments may
// silence. What is not is evidence, and evidence is never edited.
func (c *Config) Draft(path string) bool { return matches(c.Drafts, Rel(c.Dir, path)) }

// Apply adds to ref what is known about who published it.
func (c *Config) Apply(ref *corpus.Ref) {
	o := c.outlet(ref)
	if o == nil {
		return
	}
	if ref.Outlet == "" {
		ref.ID = corpus.NewID(corpus.Ref{Outlet: o.Name, URL: ref.ID.String()}, "", "")
	}
	ref.Outlet, ref.Owner, ref.Wire = o.Name, o.Owner, o.Wire
	if o.Primary {
		ref.Kind = corpus.Primary
		if ref.Issuer == "" {
			ref.Issuer = o.Name
		}
	}
}

// outlet returns the outlet that ref names or, if it names none, whose
// patterns mean its file.
func (c *Config) outlet(ref *corpus.Ref) *Outlet {
	rel := ""
	if ref.Outlet == "" {
		rel = Rel(c.Dir, ref.URI)
	}
	for i := range c.Outlets {
		o := &c.Outlets[i]
		if ref.Outlet == "" && matches(o.Paths, rel) || ref.Outlet != "" && o.called(ref.Outlet) {
			return o
		}
	}
	return nil
}

func (o *Outlet) called(name string) bool {
	if strings.EqualFold(o.Name, name) {
		return true
	}
	for _, a := range o.Aliases {
		if strings.EqualFold(a, name) {
			return true
		}
	}
	return false
}

func matches(patterns []string, rel string) bool {
	if rel == "" {
		return false
	}
	for _, p := range patterns {
		if corpus.Match(p, rel) {
			return true
		}
	}
	return false
}
