package story_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// article makes a document published on a day of May 2024, 0 for undated.
func article(name string, day int, title, body string) *corpus.Document {
	ref := corpus.Ref{Name: name, Title: title, Lang: "en"}
	copy(ref.ID[:], name)
	if day > 0 {
		ref.Published = time.Date(2024, 5, day, 0, 0, 0, 0, time.UTC)
	}
	return corpus.Plain(ref, body)
}

// group does what an engine does, without its loops over blocks.
func group(docs ...*corpus.Document) string {
	var f story.Freq
	var vs []story.Vec
	for _, d := range docs {
		s := story.NewSketch(d)
		vs = append(vs, story.NewVec(&s))
	}
	for i := range vs {
		f.Count(&vs[i])
	}
	var ids []corpus.ID
	for i := range vs {
		f.Weigh(&vs[i])
		ids = append(ids, vs[i].ID)
	}
	var out []string
	for _, ids := range story.Split(ids, story.Link(vs)) {
		var names []string
		for _, id := range ids {
			names = append(names, strings.TrimRight(string(id[:]), "\x00"))
		}
		out = append(out, strings.Join(names, " "))
	}
	return strings.Join(out, " | ")
}

const (
	fire1 = "Fire swept through the old brewery of Aldport on Friday night. Twenty-seven workers were inside, fire chief Mara Quill said. " +
		"The roof of the malt house fell in shortly after midnight, and the flames were seen from the lighthouse."
	fire2 = "Aldport's brewery, built in 1881, lies in ruins after a blaze. Mara Quill, the fire chief, said that 27 workers got out of the malt house " +
		"before its roof fell. Neighbours saw the flames from the lighthouse."
	fireLater = "Investigators blame a faulty kiln in the malt house for the fire that destroyed the Aldport brewery, fire chief Mara Quill said on Tuesday. " +
		"The brewery's workers will be paid until autumn."
	otherFire = "A paper mill in Brant was destroyed by fire on Saturday. The mayor, Odo Finch, said nobody was hurt. Forty engines came from as far as Corvale, " +
		"and rolls of newsprint smouldered until the morning."
	trial1 = "Silas Vane shot two stags in the royal park by night, prosecutors told a court in Brant on Monday. A gamekeeper had followed the poacher's tracks " +
		"through the snow to his hut, where antlers hung over the stove."
	trial2 = "The poacher Silas Vane says he is innocent. The antlers over his stove are his grandfather's, he told judge Ida Crane in Brant on Tuesday; " +
		"the gamekeeper lost the tracks in the snow. Two stags were shot in the royal park."
	trial3 = "Lena Holt hid nine million crowns from the depositors of her bank in a vault below the opera, prosecutors told a court in Brant on Monday. " +
		"A locksmith needed three days to open the door."
	trial4 = "The banker Lena Holt says that the vault below the opera was empty. She told judge Ida Crane in Brant on Tuesday that the locksmith must have been " +
		"mistaken about the nine million crowns. Depositors shouted at her."
)

func TestStories(t *testing.T) {
	for _, c := range []struct {
		what string
		docs []*corpus.Document
		want string
	}{
		{"one event in two papers", []*corpus.Document{article("a", 3, "Brewery burns", fire1), article("b", 3, "Blaze at brewery", fire2)}, "a b"},
		{"without dates", []*corpus.Document{article("a", 0, "", fire1), article("b", 0, "", fire2)}, "a b"},
		{"a follow-up", []*corpus.Document{article("a", 3, "Brewery burns", fire1), article("b", 3, "Blaze at brewery", fire2), article("c", 7, "Kiln blamed for brewery fire", fireLater)}, "a b c"},
		{"two fires of one week", []*corpus.Document{article("a", 3, "Brewery burns", fire1), article("b", 4, "Paper mill lost", otherFire)}, "a | b"},
		{
			"two trials before one judge", []*corpus.Document{
				article("a", 6, "Stags shot in royal park", trial1), article("b", 7, "Poacher pleads innocent", trial2),
				article("c", 6, "Nine million crowns in a vault", trial3), article("d", 7, "Banker says vault was empty", trial4),
			}, "a b | c d",
		},
		{"nothing", nil, ""},
		{"empty texts", []*corpus.Document{article("a", 0, "", ""), article("b", 0, "", "")}, "a | b"},
		{"one article", []*corpus.Document{article("a", 3, "Brewery burns", fire1)}, "a"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := group(c.docs...); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			slices.Reverse(c.docs)
			if got := group(c.docs...); got != c.want {
				t.Errorf("the other way round: got %q, want %q", got, c.want)
			}
		})
	}
}

// A chain of articles each half like the next is not one story.
func TestNoChains(t *testing.T) {
	var ids []corpus.ID
	var edges []story.Edge
	for i := range 12 {
		ids = append(ids, corpus.ID{byte(i)})
		if i > 0 {
			edges = append(edges, story.Edge{A: ids[i-1], B: ids[i], Score: 2 * story.Same})
		}
	}
	if got := story.Split(ids, edges); len(got) < 3 {
		t.Errorf("a chain of %d articles became %d stories", len(ids), len(got))
	}
}

func TestCopies(t *testing.T) {
	long := fire1 + "\n\n" + fire2 + "\n\n" + "The brewer's widow thanked the town. “Nothing is left of the copper kettles but green puddles,” she said to the reporters at the gate."
	docs := []*corpus.Document{
		article("d", 0, "Brewery burns", long),                                                           // undated: not the original
		article("c", 4, "Brewery lost", long),                                                            // the day after
		article("b", 3, "Brewery burns", long),                                                           // of that day, and shorter by a line than e
		article("e", 3, "Brewery in ruins", "From our reporter in Aldport.\n\n"+long),                    // the original: with a line added it is the longest of the first day
		article("f", 5, "Brewery burns", strings.Join(strings.Split(long, "\n\n")[:2], "\n\n")),          // cut
		article("g", 3, "Kiln blamed", fireLater),                                                        // another report
		article("h", 3, "Brewery", "Smoke hung over Aldport. "+strings.SplitAfter(fire1, ".")[0]+trial1), // shares a sentence
	}
	refs := make([]corpus.Ref, len(docs))
	sketches := make([]*story.Sketch, len(docs))
	for i, d := range docs {
		s := story.NewSketch(d)
		refs[i], sketches[i] = d.Ref, &s
	}
	want := []int{3, 3, 3, 3, 3, 5, 6}
	if diff := cmp.Diff(want, story.Copies(refs, sketches)); diff != "" {
		t.Errorf("copies (-want +got):\n%s", diff)
	}
}

func TestWhyAndName(t *testing.T) {
	var f story.Freq
	var sketches []*story.Sketch
	for _, d := range []*corpus.Document{article("a", 3, "Brewery of Aldport burns", fire1), article("b", 4, "Aldport brewery in ruins", fire2)} {
		s := story.NewSketch(d)
		v := story.NewVec(&s)
		f.Count(&v)
		sketches = append(sketches, &s)
	}
	got := fmt.Sprint(story.NameOf(sketches, &f, nil), "\n", strings.Join(story.Why(sketches, &f, nil), "\n"))
	want := `Mara Quill, Aldport, brewery, flames, lighthouse
shared rare names: Mara Quill, Aldport
shared rare words: brewery, flames, lighthouse, malt, roof
same title words: Aldport, brewery
published 1 day apart`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestHeadline(t *testing.T) {
	var f story.Freq
	var sketches []*story.Sketch
	for _, d := range []*corpus.Document{article("a", 3, "Brewery of Aldport burns", fire1), article("b", 4, "Aldport brewery in ruins", fire2)} {
		s := story.NewSketch(d)
		sketches = append(sketches, &s)
	}
	for _, c := range []struct{ a, b, want string }{
		{"Flames take Aldport brewery", "Ruins", "Flames take Aldport brewery"},
		{"Flames take Aldport brewery | Bugle", "Ruins", "Flames take Aldport brewery"},
		{"Flames take Aldport brewery", "Aldport brewery and lighthouse in flames", "Aldport brewery and lighthouse in flames"},
		{"Reckless bunglers torch Aldport brewery in flames", "Ruins", ""},
		{"Flames: who burnt Aldport's brewery?", "Ruins", ""},
		{"FLAMES TAKE ALDPORT BREWERY", "Ruins", ""},
		{"'Flames' take Aldport brewery", "Why your Aldport brewery is in flames", ""},
		{"Flames take Aldport brewery, kill 31", "Five die as flames take Aldport brewery", ""},
		{"Flames take Aldport\u202e brewery", "", ""},
		{"Aldport brewery", "", ""},
	} {
		for _, titles := range [][]string{{c.a, c.b}, {c.b, c.a}} {
			if got := story.Headline(sketches, titles, &f); got != c.want {
				t.Errorf("Headline(%q) = %q, want %q", titles, got, c.want)
			}
		}
	}
}

func anyEdges(t *rapid.T) []story.Edge {
	id := rapid.Custom(func(t *rapid.T) corpus.ID { return corpus.ID{byte(rapid.IntRange(0, 20).Draw(t, "id"))} })
	return rapid.SliceOf(rapid.Custom(func(t *rapid.T) story.Edge {
		return story.Edge{A: id.Draw(t, "a"), B: id.Draw(t, "b"), Score: rapid.Float64Range(0, 1).Draw(t, "score")}
	})).Draw(t, "edges")
}

func forest(edges []story.Edge) *story.Forest {
	f := story.NewForest()
	for _, e := range edges {
		f.Union(e.A, e.B)
	}
	return f
}

func TestForestDoesNotMindTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		edges := anyEdges(t)
		want := forest(edges).Parts()
		at := rapid.IntRange(0, len(edges)).Draw(t, "at")
		x, y := forest(edges[:at]), forest(edges[at:])
		z := forest(edges[at/2:]) // overlaps both
		y.Merge(z)
		y.Merge(z) // idempotent
		x.Merge(y)
		if diff := cmp.Diff(want, x.Parts()); diff != "" {
			t.Fatalf("(x ∪ (y ∪ z)) (-whole +merged):\n%s", diff)
		}
		u, v := forest(edges[at:]), forest(edges[:at])
		u.Merge(v) // the other way round
		if diff := cmp.Diff(want, u.Parts()); diff != "" {
			t.Fatalf("y ∪ x (-whole +merged):\n%s", diff)
		}
		if diff := cmp.Diff(want, forest(rapid.Permutation(edges).Draw(t, "order")).Parts()); diff != "" {
			t.Fatalf("shuffled (-whole +shuffled):\n%s", diff)
		}
	})
}

func TestSplitDividesThePart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		edges := anyEdges(t)
		var part []corpus.ID
		for i := range 21 {
			part = append(part, corpus.ID{byte(i)})
		}
		// One score per pair: an engine never has two.
		seen := map[[2]corpus.ID]bool{}
		edges = slices.DeleteFunc(edges, func(e story.Edge) bool {
			k := [2]corpus.ID{e.A, e.B}
			if slices.Compare(e.A[:], e.B[:]) > 0 {
				k = [2]corpus.ID{e.B, e.A}
			}
			twice := seen[k]
			seen[k] = true
			return twice
		})
		got := story.Split(part, edges)
		all := slices.Concat(got...)
		slices.SortFunc(all, func(a, b corpus.ID) int { return slices.Compare(a[:], b[:]) })
		if diff := cmp.Diff(part, all); diff != "" {
			t.Fatalf("articles lost or doubled (-part +stories):\n%s", diff)
		}
		again := story.Split(rapid.Permutation(part).Draw(t, "part"), rapid.Permutation(edges).Draw(t, "order"))
		if diff := cmp.Diff(got, again); diff != "" {
			t.Fatalf("shuffled (-before +after):\n%s", diff)
		}
	})
}

// vectors draws sketches over a small vocabulary and weighs them.
func vectors(t *rapid.T, n int) ([]story.Vec, *story.Freq) {
	var f story.Freq
	vs := make([]story.Vec, n)
	for i := range vs {
		s := story.Sketch{ID: corpus.ID{byte(i >> 8), byte(i), 1}, Day: int32(rapid.IntRange(0, 9).Draw(t, "day"))}
		for _, w := range slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.IntRange(0, 15), 0, 6).Draw(t, "terms")))) {
			s.Terms = append(s.Terms, story.Term{Text: fmt.Sprintf("term%02d", w), N: 1})
		}
		vs[i] = story.NewVec(&s)
		f.Count(&vs[i])
	}
	for i := range vs {
		f.Weigh(&vs[i])
	}
	return vs, &f
}

func TestLinkDoesNotMindTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vs, _ := vectors(t, rapid.IntRange(0, 12).Draw(t, "n"))
		want := story.Link(vs)
		if diff := cmp.Diff(want, story.Link(rapid.Permutation(vs).Draw(t, "order"))); diff != "" {
			t.Fatalf("(-before +after shuffling)\n%s", diff)
		}
	})
}

func TestDivideKeepsTheCap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vs, f := vectors(t, rapid.IntRange(1, 60).Draw(t, "n"))
		limit := rapid.IntRange(2, 20).Draw(t, "limit")
		block := make([]int32, len(vs))
		for i := range block {
			block[i] = int32(i)
		}
		key := append(f.Keys(&vs[0]), 0)[0]
		blocks, cut := story.Divide(vs, slices.Clone(block), key, f, limit)
		work := 0 // articles of all blocks: compared with less than limit others each
		for _, b := range blocks {
			if len(b) > limit {
				t.Fatalf("a block of %d articles, over %d", len(b), limit)
			}
			work += len(b)
		}
		if most := 2 * len(vs); work > most {
			t.Fatalf("blocks hold %d articles, over %d", work, most)
		}
		if (cut > 0) != (len(vs) > limit) {
			t.Fatalf("%d of %d articles are said to be cut", cut, len(vs))
		}
		again, _ := story.Divide(vs, rapid.Permutation(block).Draw(t, "order"), key, f, limit)
		if len(vs) > limit && cmp.Diff(blocks, again) != "" {
			t.Fatalf("shuffled: %v, then %v", blocks, again)
		}
	})
}

func TestFreqDoesNotMindTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vs, f := vectors(t, 8)
		at := rapid.IntRange(0, 8).Draw(t, "at")
		var x, y story.Freq
		for i := range vs {
			g := &x
			if i >= at {
				g = &y
			}
			g.Count(&vs[i])
		}
		y.Merge(&x)
		for i := range vs {
			if diff := cmp.Diff(f.Keys(&vs[i]), y.Keys(&vs[i])); diff != "" {
				t.Fatalf("keys (-whole +merged):\n%s", diff)
			}
		}
	})
}

func TestNewSketchIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := article("a", 1, rapid.String().Draw(t, "title"), rapid.String().Draw(t, "text"))
		if s := story.NewSketch(d); len(s.Terms) > story.MaxTerms {
			t.Fatalf("%d terms, over %d", len(s.Terms), story.MaxTerms)
		}
	})
}

func BenchmarkNewSketch(b *testing.B) {
	d := article("a", 3, "Brewery burns", strings.Repeat(fire1+"\n\n"+trial1+"\n\n"+otherFire+"\n\n", 4))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		story.NewSketch(d)
	}
}

func BenchmarkLikeness(b *testing.B) {
	x, y := story.NewSketch(article("a", 3, "", fire1+trial1+otherFire)), story.NewSketch(article("b", 3, "", fire2+trial4+fireLater))
	v, w := story.NewVec(&x), story.NewVec(&y)
	for b.Loop() {
		story.Likeness(&v, &w)
	}
}
