package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// tellOnce drops of findings of one rule about single articles those that an
// article of the same text has already: what all copies print is told of the
// original, of a draft first, and what only one prints is told of that.
func (c *Case) tellOnce(fs []Finding) []Finding {
	told := map[string]int{} // the article of which a finding is told
	keys := make([]string, len(fs))
	for n := range fs {
		i, one := onlyArticle(&fs[n])
		if !one {
			continue
		}
		k := c.wording(i, &fs[n])
		if old, ok := told[k]; !ok || c.before(i, old) {
			told[k] = i
		}
		keys[n] = k
	}
	n := -1
	return slices.DeleteFunc(fs, func(f Finding) bool {
		n++
		return keys[n] != "" && told[keys[n]] != f.Evidence[0].Article
	})
}

// wording names what a finding about article i says by the text that i shares
// with its copies: the sentences of its places and what is at issue in them.
func (c *Case) wording(i int, f *Finding) string {
	var k strings.Builder
	fmt.Fprintf(&k, "%d", c.Copies[i])
	for _, e := range f.Evidence {
		fmt.Fprintf(&k, "\x00%x %s", e.Item.Print, e.Item.Text)
		if e.Item.Print == 0 {
			k.WriteString(e.Item.Sentence)
		}
	}
	return k.String()
}

// before reports whether of two articles of one text a finding is told of i.
func (c *Case) before(i, j int) bool {
	copied := func(i int) int {
		if c.Copies[i] == i {
			return 0
		}
		return 1
	}
	return cmp.Or(c.last(Evidence{Article: i})-c.last(Evidence{Article: j}), copied(i)-copied(j), i-j) < 0
}
