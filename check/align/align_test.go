package align_test

import (
	"testing"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/extractors"
)

func TestSpeakers(t *testing.T) {
	person := func(name, mention string) extract.Speaker {
		return extract.Speaker{Name: name, Mention: mention, Kind: extract.Named}
	}
	body := func(name string) extract.Speaker { return extract.Speaker{Name: name, Kind: extract.Body} }
	for _, c := range []struct {
		a, b extract.Speaker
		want align.Relation
	}{
		{person("Jane Roe", "Roe"), person("Roe", "Ms. Roe"), align.Same},
		{person("Jane Roe", "Jane Roe"), person("J. Roe", "J. Roe"), align.Same},
		{person("Miriam Osgood", "Osgood"), person("Miriam Osgoode", "Osgoode"), align.Same},
		{person("Jane Roe", "Jane Roe"), person("Tom Roe", "Tom Roe"), align.Other},
		{person("Jane Roe", "Roe"), person("Tom Roe", "Tom Roe"), align.Unknown},
		{person("Jane Roe", "she"), person("Tom Farrow", "he"), align.Other},
		{person("Jane Roe", "Jane Roe"), extract.Speaker{Mention: "the mayor", Kind: extract.Described}, align.Unknown},
		{extract.Speaker{Name: "Jane Roe", Role: "mayor", Kind: extract.Named}, extract.Speaker{Mention: "the mayor", Kind: extract.Described}, align.Same},
		{body("DEA"), body("U.S. Drug Enforcement Administration"), align.Same},
		{body("ŁRA"), body("Łąka Rail Authority"), align.Same},
		{body("Aldport fire service"), body("the fire service"), align.Same},
		{body("Harbour Board"), body("Ferry Union"), align.Other},
		{person("Jane Roe", "Roe"), body("Harbour Board"), align.Unknown},
		{extract.Speaker{}, person("Jane Roe", "Roe"), align.Unknown},
		{extract.Speaker{Mention: "a source", Kind: extract.Anonymous}, person("Jane Roe", "Roe"), align.Unknown},
	} {
		if got, _ := align.Speakers(c.a, c.b); got != c.want {
			t.Errorf("Speakers(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got, _ := align.Speakers(c.b, c.a); got != c.want {
			t.Errorf("Speakers(%v, %v) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

func items(bodies ...string) []extract.Items {
	var out []extract.Items
	for _, b := range bodies {
		ref := corpus.Ref{Lang: "en"}
		out = append(out, extract.Run(corpus.Plain(ref, b), extractors.All...))
	}
	return out
}

func TestTheSameWordsMeetWhoeverSpeaks(t *testing.T) {
	gs := align.Quotes(items(
		"“The water of this town is soft and old,” said Jane Roe.",
		"“The water of this town is soft and old,” said Tom Farrow.",
		"“Nobody should live by the harbour in winter,” said Tom Farrow."))
	if len(gs) != 2 || len(gs[0].Members) != 2 {
		t.Errorf("Quotes gives %d groups, the first of %d, want 2, the first of 2", len(gs), len(gs[0].Members))
	}
}

func TestANearMatchKnowsItsReason(t *testing.T) {
	gs := align.Figures(sentences(
		"The old ferry in Brant carried 900 passengers in 2022.",
		"The old ferry in Brant carried 700 passengers in 2023."))
	if len(gs) != 2 || len(gs[0].Near) == 0 || gs[0].Near[0].Why != "another period" {
		t.Errorf("Figures gives %+v, want two groups and another period", gs)
	}
}

func TestAConversionIsTheSameValue(t *testing.T) {
	gs := align.Figures(sentences(
		"The new road from Aldport to Brant will be 45 km long.",
		"The new road from Aldport to Brant will be 28 miles long."))
	if len(gs) != 1 || !align.SameValue(gs[0].Members[0].Item, gs[0].Members[1].Item) {
		t.Errorf("Figures gives %+v, want one group of one value", gs)
	}
}

func sentences(texts ...string) *align.Sentences { return align.ReadSentences(items(texts...)) }
