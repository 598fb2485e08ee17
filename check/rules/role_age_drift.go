package rules

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// RoleAgeDrift finds one person with two ages or two offices within an article.
var RoleAgeDrift = &check.Rule{
	Name: "role-age-drift",
	Doc: `One person with two ages or two offices in one article

A person is 41 above and 44 below, or mayor above and deputy mayor below. Only
offices count that one person seldom holds at once, and only where the article
tells of no change: "former", "elected", "promoted", "then" explain a second
office. An age given for another time ("was 23 when", "at the age of 23") is
none of now.

Known misses: ages and offices of "he" and "she".`,
	Standard: "General editorial practice: ages and titles are checked before publication.",
	Good:     `Jane Marlow, 41, the deputy mayor, was elected. Marlow was 23 when she moved to Brant.`,
	Bad:      `Jane Marlow, 41, was hurt in the fire. Marlow, 44, is in hospital.`,
	Level:    check.Warning,
	Run:      roleAgeDrift,
}

func roleAgeDrift(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for k := range c.Items[i].Names {
			n := &c.Items[i].Names[k]
			out = append(out, factsDrift(i, n, "age", n.Of(extract.AgeFact), check.AgesConflict)...)
			if !n.Changes {
				out = append(out, factsDrift(i, n, "office", n.Of(extract.RoleFact), func(f, g *extract.Fact) bool {
					return align.RolesExclude(f.Value, g.Value)
				})...)
			}
		}
	}
	return out
}

// factsDrift makes a finding of the first two facts of a person that cannot
// both hold.
func factsDrift(article int, n *extract.Name, what string, facts []*extract.Fact, exclude func(f, g *extract.Fact) bool) []check.Finding {
	facts = facts[:min(len(facts), 24)]
	for i, f := range facts {
		for _, g := range facts[i+1:] {
			if !exclude(f, g) {
				continue
			}
			x := one(article, f.Item, what+" of "+n.Name, "the "+what+" of "+quoted(n.Name, 50)+" changes within the article: "+quoted(f.Value, 40)+" and "+quoted(g.Value, 40))
			x.Evidence = append(x.Evidence, check.Evidence{Article: article, Item: g.Item})
			x.Sides = []string{f.Value, g.Value}
			if what == "office" {
				x.Verdict, x.Confidence = check.Diverge, medium
			}
			return []check.Finding{x}
		}
	}
	return nil
}
