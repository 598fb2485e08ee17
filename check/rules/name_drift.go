package rules

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// NameDrift finds one person spelled in two ways within an article.
var NameDrift = &check.Rule{
	Name: "name-drift",
	Doc: `One person spelled in two ways in one article

A name in full comes back with a letter or two more, fewer or otherwise: Jane
Marlow above, Jane Marlowe below, or "Mayor Marlowe" where nobody of that name
has been named. Two people who are named side by side, who have roles that do
not go together, or whose given names are both usual, are two people; plurals,
possessives and the spellings of another script are none.

Known misses: names under five letters; a name that is misspelt in the headline
and has another first letter there.`,
	Standard: "General editorial practice: names are checked before publication, and spelled in one way.",
	Good:     `Jane Marlow, the mayor of Aldport, met the Marlowes, a family from Brant.`,
	Bad:      `Jane Marlow, the mayor, opened the bridge. Jane Marlowe, the mayor, then spoke.`,
	Level:    check.Warning,
	Run:      nameDrift,
}

func nameDrift(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		ns := c.Items[i].Names
		for _, p := range align.Drifts(ns) {
			out = append(out, drifted(i, &ns[p.A], &ns[p.B], p.Score))
		}
	}
	return out
}

func drifted(article int, a, b *extract.Name, score float64) check.Finding {
	f := one(article, a.Item, a.Name, "one person is spelled in two ways: "+quoted(a.Name, 40)+" and "+quoted(b.Name, 40))
	f.Evidence = append(f.Evidence, check.Evidence{Article: article, Item: b.Item})
	f.Sides, f.Confidence = []string{a.Name, b.Name}, personConfidence(score)
	return f
}
