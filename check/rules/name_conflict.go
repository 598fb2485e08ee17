package rules

import (
	"github.com/newsvet/newsvet/check"
)

// NameConflict finds one person whom two outlets spell, or describe, otherwise.
var NameConflict = &check.Rule{
	Name: "name-conflict",
	Doc: `One person with two spellings or two ages

Two outlets name one person in full and differ by a letter or two, or by two
years of age and more. Offices that shut each other out and other home towns
are info. Short forms (Bill, William), initials, middle names, titles, hyphens,
accents and the many ways to write a name from another script make no
difference; a father and a son of one name are never compared, nor are people
of one family name whose given names are both usual.

Known misses: family names that marriage has changed; names under five letters;
names from another script that differ in a vowel; ages given of "he" and "she".`,
	Standard: "General editorial practice: names, ages and titles are checked before publication; SPJ Code of Ethics: verify information before releasing it.",
	Good:     `Bugle: Bill Marlow, 41, was hurt. Courier: William Marlow, 42, was hurt.`,
	Bad:      `Bugle: Jane Marlow, 41, was hurt. Courier: Jane Marlow, 44, was hurt.`,
	Level:    check.Warning,
	Run:      nameConflict,
}

func nameConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnNames {
		x := &c.OnNames[i]
		if x.Person.Of != check.StatusOf {
			out = append(out, personFindings(c, x, func(check.Contrast) check.Level {
				if x.Person.Of == check.RoleOf || x.Person.Of == check.HomeOf {
					return check.Info
				}
				return check.Warning
			})...)
		}
	}
	return out
}

// aspects are what findings call that which differs of a person.
var aspects = map[check.Aspect]string{
	check.Spelling: "the spelling of ", check.AgeOf: "the age of ", check.RoleOf: "the office of ", check.HomeOf: "the home of ",
	check.StatusOf: "the standing in law of ",
}

// personFindings makes findings of what outlets say of one person.
func personFindings(c *check.Case, x *check.Comparison, level func(check.Contrast) check.Level) []check.Finding {
	j := judge{
		want:  func(check.Contrast) bool { return true },
		sure:  func(float64, check.Contrast) float64 { return personConfidence(x.Person.Score) },
		level: level,
	}
	var out []check.Finding
	for _, ft := range j.faults(x, nil) {
		f := check.Finding{
			Level: ft.lead.level, Verdict: ft.lead.Verdict, Confidence: ft.lead.confidence, Subject: x.Subject, Key: string(x.Person.Of) + " of " + x.Person.Key, Why: x.Why,
			Evidence: places(x, ft.shown), Also: ft.pairs(x), Occasion: c.Month, Sides: ft.values(x, func(int, int) int { return 0 }),
		}
		var vs []string
		for _, r := range ft.shown {
			vs = append(vs, quoted(x.Readings[r].Value, 40))
		}
		f.Message = aspects[x.Person.Of] + quoted(x.Person.Name, 50) + " differs: " + inArticles(vs)
		if ft.lead.Why != "" {
			f.Notes = []check.Line{{Label: "note", Text: ft.lead.Why}}
		}
		out = append(out, f)
	}
	return out
}

// personConfidence is how likely two articles mean one person.
func personConfidence(score float64) float64 { return check.Chance("names", score) }
