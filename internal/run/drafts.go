package run

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// faint is the least likeness of a draft to an article of the story that it
// is vetted against. It is below what joins articles: a draft of a paragraph
// shares few words with anything. Of 40 first paragraphs of annotated stories
// 38 are as like their story, of 30 whose story is not there half are as like
// another one, which the report says.
const faint = 0.1

// dropDrafted drops what the corpus has of a draft: that is no other article.
func (e *engine) dropDrafted() {
	drafts := map[corpus.ID]bool{}
	for i := range e.articles {
		if e.articles[i].draft {
			drafts[e.articles[i].id] = true
		}
	}
	if len(drafts) > 0 {
		e.articles = slices.DeleteFunc(e.articles, func(a article) bool { return !a.draft && drafts[a.id] })
	}
}

// adopt puts each draft that was grouped with no article of the corpus into
// the story that it is most like, and returns the stories that hold a draft;
// all if there are no drafts.
func (e *engine) adopt(groups []*group) []*group {
	home := make([]*group, len(e.articles))
	var drafts []int
	for _, g := range groups {
		for _, a := range g.articles {
			if home[a] = g; e.articles[a].draft {
				drafts = append(drafts, a)
			}
		}
	}
	if len(drafts) == 0 {
		return groups
	}
	slices.Sort(drafts)
	for _, d := range drafts {
		if slices.ContainsFunc(home[d].articles, func(a int) bool { return !e.articles[a].draft }) {
			continue
		}
		if a := e.likest(d); a >= 0 {
			home[d].articles = slices.DeleteFunc(home[d].articles, func(i int) bool { return i == d })
			home[d] = home[a]
			home[d].articles = append(home[d].articles, d)
			home[d].adopted = append(home[d].adopted, d)
			slices.Sort(home[d].articles)
		}
	}
	var out []*group
	for _, d := range drafts {
		if !slices.Contains(out, home[d]) {
			out = append(out, home[d])
		}
	}
	slices.SortFunc(out, func(x, y *group) int { return cmp.Compare(x.articles[0], y.articles[0]) })
	return out
}

// weakly says of the drafts that a story adopted that they may not belong to
// it.
func (e *engine) weakly(g *group) []check.Notice {
	var out []check.Notice
	for _, d := range g.adopted {
		out = append(out, check.Notice{Name: "weak-match", Message: e.articles[d].name + " has few words in common with the story that is most like it"})
	}
	return out
}

// likest returns the article of the corpus that draft d is most like, or -1.
func (e *engine) likest(d int) int {
	best, score := -1, faint
	for a := range e.articles {
		if e.articles[a].draft {
			continue
		}
		if s := story.Likeness(&e.articles[d].vec, &e.articles[a].vec); s > score {
			best, score = a, s
		}
	}
	return best
}
