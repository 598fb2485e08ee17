package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/extract"
)

// CircularSourcing finds outlets that have it from each other.
var CircularSourcing = &check.Rule{
	Name: "circular-sourcing",
	Doc: `Outlets that have it from each other

The Bugle reports something "as reported by the Courier", and the Courier
reports it "according to the Bugle": two outlets, and nobody who knows. Or the
Courier, whom the Bugle cites, has it from "local media". Citations and links
between the articles of a story are followed from sentence to sentence, as long
as the sentences say one thing: the same figure, the same quote, or half of the
words.

Left alone: an outlet that cites another and is not cited back; two that cite
each other for different things; outlets that are not in the corpus: a chain
that leaves it may well end with somebody who knows; an outlet that names
itself.

Known misses: a claim put in wholly other words; a chain by way of an article
that is not in the corpus.`,
	Standard: "SPJ Code of Ethics: verify information before releasing it, use original sources whenever possible.",
	Good:     `Bugle: The mayor will resign, as reported by the Courier. Courier: The mayor will resign, her spokesman said.`,
	Bad:      `Bugle: The mayor will resign, as reported by the Courier. Courier: The mayor will resign, according to the Bugle.`,
	Level:    check.Warning,
	Run:      circularSourcing,
}

// An arrow is a cite that leads to an outlet of the story, or to nobody.
type arrow struct {
	article int
	cite    *extract.Cite
	to      string // the outlet; "" where nobody is named
	claim   claim
	next    []int // arrows of the cited outlet for the same claim
}

// maxArrows is how many cites of one outlet are compared with a claim.
const maxArrows = 50

func circularSourcing(c *check.Case) []check.Finding {
	as := arrows(c)
	var out []check.Finding
	used := map[int]bool{}
	for i := range as {
		if as[i].to == "" || used[i] {
			continue
		}
		if round := circle(as, i); round != nil {
			for _, k := range round {
				used[k] = true
			}
			out = append(out, sourcing(c, as, round, "outlets have it from each other"))
		}
	}
	for i := range as {
		for _, k := range as[i].next {
			if as[k].to == "" && !used[i] && !used[k] {
				used[i], used[k] = true, true
				out = append(out, sourcing(c, as, []int{i, k}, "what is cited has it from nobody who is named"))
			}
		}
	}
	return out
}

// arrows returns the cites of the story that lead to one of its outlets, and
// those that lead to nobody, with the arrows that each leads to.
func arrows(c *check.Case) []arrow {
	d := newDirectory(c)
	var out []arrow
	some := false
	for i := range c.Items {
		if c.Primary(i) || c.Copies[i] != i || outletOf(c, i) == "" {
			continue
		}
		for k := range c.Items[i].Cites {
			cite := &c.Items[i].Cites[k]
			to := d.cited(c, cite)
			if to == outletOf(c, i) || to == "" && cite.Act != extract.CiteUnnamed {
				continue
			}
			some = some || to != ""
			out = append(out, arrow{article: i, cite: cite, to: to})
		}
	}
	if !some {
		return nil
	}
	holds := said(c)
	of := map[string][]int{}
	for i := range out {
		out[i].claim = newClaim(holds, out[i].article, &out[i].cite.Item)
		o := outletOf(c, out[i].article)
		of[o] = append(of[o], i)
	}
	for i := range out {
		for n, k := range of[out[i].to] {
			if n < maxArrows && out[i].to != "" && out[i].claim.same(out[k].claim) {
				out[i].next = append(out[i].next, k)
			}
		}
	}
	return out
}

// longestCircle is how many outlets a circle has at most.
const longestCircle = 5

// circle returns the shortest way from arrow i back to itself; nil if there is
// none.
func circle(as []arrow, i int) []int {
	from := map[int]int{}
	ways := []int{i}
	for n := 0; n < longestCircle && len(ways) > 0; n++ {
		var more []int
		for _, k := range ways {
			for _, m := range as[k].next {
				if m == i {
					round := []int{k}
					for k != i {
						k = from[k]
						round = append(round, k)
					}
					slices.Reverse(round)
					return round
				}
				if _, ok := from[m]; !ok {
					from[m] = k
					more = append(more, m)
				}
			}
		}
		ways = more
	}
	return nil
}

// sourcing makes a finding of a chain of cites.
func sourcing(c *check.Case, as []arrow, chain []int, message string) check.Finding {
	f := check.Finding{Verdict: check.Alone, Confidence: medium}
	var steps []string
	for _, k := range chain {
		a := &as[k]
		f.Evidence = append(f.Evidence, check.Evidence{Article: a.article, Item: a.cite.Item})
		f.Sides = append(f.Sides, outletOf(c, a.article))
		steps = append(steps, who(c, a.article)+" has it from "+quoted(a.cite.Text, 40))
	}
	var shared, stems []string
	for stem, word := range as[chain[0]].claim.stems {
		if as[chain[len(chain)-1]].claim.stems[stem] != "" {
			shared, stems = append(shared, word), append(stems, stem)
		}
	}
	slices.Sort(shared)
	slices.Sort(stems)
	f.Subject = strings.Join(stems, " ")
	f.Message = message + ": " + list(steps)
	f.Why = []string{"the sentences say one thing: " + list(shared)}
	f.Notes = []check.Line{{Label: "look for", Text: "who was there, or the document"}}
	f.Occasion = c.Month
	return f
}
