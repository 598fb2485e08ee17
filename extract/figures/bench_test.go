package figures_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/figures"
)

// One paragraph in four has figures, about as many as in the news.
const paragraphs = `The council of Aldport met on Tuesday to hear what had become of the mill, and of those who had worked in it for as long as anybody in the town could remember. The mayor spoke first, and then the owner, who had little to add.

Fire swept the mill in the night. At least 27 people were killed and more than 40 injured, the harbour police said, and damage was put at about $12.5 million, nearly half of what the building was worth. A spokesman for the fire brigade said 120 men had come with 14 engines.

Nobody knew how it had begun. There had been a storm, and before the storm a long dry summer, and the ropes in the loft were old. People in the street spoke of a lamp, others of the new engine, which had never run as it should.

The owner said that he would build again. He had said so before, after the flood, and had kept his word; but the trade is not what it was, and Brant, down the river, has a mill of its own that runs by night and by day.

`

func article() *corpus.Document {
	return corpus.Plain(corpus.Ref{Lang: "en"}, strings.Repeat(paragraphs, 300))
}

// BenchmarkTokens is what the others are measured by: dividing the same text
// into words.
func BenchmarkTokens(b *testing.B) {
	doc := article()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		text.Tokens(doc.Text)
	}
}

// BenchmarkShallow reads figures without syntax.
func BenchmarkShallow(b *testing.B) {
	doc := article()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		b.StopTimer()
		a := extract.NewArticle(doc)
		b.StartTimer()
		figures.Shallow.Run(a)
	}
}

func BenchmarkFigures(b *testing.B) {
	doc := article()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		b.StopTimer()
		a := extract.NewArticle(doc)
		b.StartTimer()
		figures.Extractor.Run(a)
	}
}
