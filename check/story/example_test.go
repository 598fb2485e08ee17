package story_test

import (
	"fmt"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// Two reports of one event, and one of another.
func Example() {
	var f story.Freq
	var sketches []*story.Sketch
	var vecs []story.Vec
	for _, d := range []*corpus.Document{
		article("bugle", 3, "Brewery of Aldport burns", fire1),
		article("courier", 4, "Aldport brewery in ruins", fire2),
		article("herald", 4, "Stags shot in royal park", trial1),
	} {
		s := story.NewSketch(d)
		v := story.NewVec(&s)
		f.Count(&v)
		sketches, vecs = append(sketches, &s), append(vecs, v)
	}
	for i := range vecs {
		f.Weigh(&vecs[i])
	}
	for _, members := range story.Cluster(len(vecs), []story.Pair{
		{A: 0, B: 1, Score: float32(story.Likeness(&vecs[0], &vecs[1]))},
		{A: 0, B: 2, Score: float32(story.Likeness(&vecs[0], &vecs[2]))},
		{A: 1, B: 2, Score: float32(story.Likeness(&vecs[1], &vecs[2]))},
	}) {
		var of []*story.Sketch
		for _, i := range members {
			of = append(of, sketches[i])
		}
		fmt.Println(len(of), story.NameOf(of, &f, nil))
	}
	// Output:
	// 2 Mara Quill, Aldport, brewery, flames, lighthouse
	// 1 Silas Vane, Brant, royal, stags, park
}
