package report

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// Here returns r, told of the files below dir by their paths from there, as
// those who annotate files of a repository know them.
func Here(r Reporter, dir string) Reporter {
	dir = strings.TrimRight(filepath.ToSlash(dir), "/")
	if dir == "" {
		return r
	}
	return here{r, dir + "/"}
}

type here struct {
	Reporter
	dir string
}

func (h here) Story(res *check.Result) error {
	local := *res
	local.Articles = slices.Clone(res.Articles)
	for i := range local.Articles {
		a := &local.Articles[i]
		a.URI, a.Name = strings.TrimPrefix(a.URI, h.dir), strings.TrimPrefix(a.Name, h.dir)
	}
	return h.Reporter.Story(&local)
}

func (h here) Close(s check.Summary) error {
	s.Unreadable = slices.Clone(s.Unreadable)
	for i := range s.Unreadable {
		s.Unreadable[i].URI = strings.TrimPrefix(s.Unreadable[i].URI, h.dir)
	}
	return h.Reporter.Close(s)
}
