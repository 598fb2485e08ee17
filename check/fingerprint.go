package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// Scheme names the way in which fingerprints are made. A release that makes
// them otherwise has another.
const Scheme = "nv1"

// fingerprint names a finding so that it keeps its name while what it says
// stays: where the files lie, on which lines, and who else is on a known side
// do not matter.
//
// nv1 is SHA-256 over the rule, the subject, the month of the occasion and the
// values of the diverging sides, sorted; of a finding about one article also
// its outlet and title.
func (c *Case) fingerprint(f *Finding) string {
	parts := []string{f.Rule, text.Bare(cmp.Or(f.Key, f.Subject)), f.Occasion, strings.Join(f.Sides, "\x01")}
	if i, one := onlyArticle(f); one {
		parts = append(parts, text.Bare(c.Articles[i].Outlet), text.Bare(c.Articles[i].Title))
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return Scheme + ":" + hex.EncodeToString(sum[:8])
}

func onlyArticle(f *Finding) (int, bool) {
	if len(f.Evidence) == 0 {
		return 0, false
	}
	for _, e := range f.Evidence {
		if e.Article != f.Evidence[0].Article {
			return 0, false
		}
	}
	return f.Evidence[0].Article, true
}
