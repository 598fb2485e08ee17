package formats_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

func TestStoriesAreToldInFrontMatterAlone(t *testing.T) {
	for _, c := range []struct {
		format *corpus.Format
		in     string
		want   string
	}{
		{formats.Markdown, "---\nstory: Mill fire\n---\nFire swept the mill.\n", "Mill fire"},
		{formats.Text, "---\nstory: 12\n---\nFire swept the mill.\n", "12"},
		{formats.Text, "---\nstory: [a, b]\n---\nFire swept the mill.\n", ""},
		{formats.JSONL, `{"id":"a","story":"Mill fire","text":"Fire swept the mill."}` + "\n", ""},
	} {
		for d, err := range c.format.Read(strings.NewReader(c.in), "in", corpus.DefaultLimits) {
			if err != nil || d.Story != c.want {
				t.Errorf("%s: %q, %v, want %q", c.format.Name, d.Story, err, c.want)
			}
		}
	}
}
