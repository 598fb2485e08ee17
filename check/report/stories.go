package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// A Story is articles that belong together, and why.
type Story struct {
	ID       corpus.ID
	Name     string
	Why      []string
	Articles []corpus.Ref
	Copies   []int      // per article: the index of the one it reprints, or its own
	Reasons  [][]string // per article: what joins it to the others
	Nearest  *Outsider  // nil if no other article is like these
}

// An Outsider is the article most like those of a story that does not belong
// to it, and why.
type Outsider struct {
	Ref corpus.Ref
	Why []string
}

// A StoryFormat makes functions that write stories.
type StoryFormat struct {
	Name string // one lower-case word
	Doc  string // a title with no full stop
	New  func(w io.Writer, o Options) func(*Story) error
}

// AllStories lists the formats of stories in the order of their names.
var AllStories = []*StoryFormat{StoryLines, StoryText}

// StoryLines writes a JSON object for each article.
var StoryLines = &StoryFormat{
	Name: "jsonl",
	Doc:  "JSON Lines: an object per article, schema newsvet.stories/1",
	New: func(w io.Writer, _ Options) func(*Story) error {
		return func(s *Story) error { return storyLines(w, s) }
	},
}

// StoryText writes the articles of each story below its name.
var StoryText = &StoryFormat{
	Name: "text",
	Doc:  "for reading in a terminal",
	New: func(w io.Writer, o Options) func(*Story) error {
		r := &textReporter{w: w, o: o, p: newPainter(o.Color)}
		r.o.Verbose = true
		return func(s *Story) error { return r.story(s) }
	},
}

// StorySchema names the shape of what [StoryLines] writes. Within /1 fields are
// only ever added.
const StorySchema = "newsvet.stories/1"

type storyShape struct {
	Schema string   `json:"schema"`
	ID     string   `json:"id"`
	Story  string   `json:"story"`
	Why    []string `json:"why"`
	Path   string   `json:"path"`
	Name   string   `json:"name,omitempty"` // of the story
	CopyOf string   `json:"copy_of,omitempty"`

	Nearest *outsiderShape `json:"nearest_outsider,omitempty"` // of the story
}

type outsiderShape struct {
	ID  string   `json:"id"`
	Why []string `json:"why"`
}

func storyLines(w io.Writer, s *Story) error {
	for i := range s.Articles {
		why := s.Why
		if i < len(s.Reasons) {
			why = s.Reasons[i]
		}
		shape := storyShape{Schema: StorySchema, ID: s.Articles[i].Name, Story: s.ID.String(), Why: orNone(why), Path: s.Articles[i].URI, Name: s.Name}
		if i < len(s.Copies) && s.Copies[i] != i && s.Copies[i] < len(s.Articles) {
			shape.CopyOf = s.Articles[s.Copies[i]].Name
		}
		if s.Nearest != nil {
			shape.Nearest = &outsiderShape{s.Nearest.Ref.Name, orNone(s.Nearest.Why)}
		}
		if err := writeLine(w, shape); err != nil {
			return err
		}
	}
	return nil
}

// orNone is a list that JSON has as [] where it is empty.
func orNone(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func (r *textReporter) story(s *Story) error {
	r.stories++
	var b strings.Builder
	if r.stories > 1 {
		b.WriteByte('\n')
	}
	r.heading(&b, &check.Result{Story: s.ID, Name: s.Name, Why: s.Why, Articles: s.Articles, Copies: s.Copies}, r.stories)
	if s.Nearest != nil {
		r.labelled(&b, "  not here: ", Terminal(s.Nearest.Ref.Name+" · "+strings.Join(s.Nearest.Why, " · ")))
	}
	_, err := fmt.Fprint(r.w, b.String())
	return err
}
