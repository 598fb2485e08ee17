package figures_test

import (
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/figures"
)

// TestASumThatStandsForAnotherIsOfTheSameThing holds for what the first sum is of.
func TestASumThatStandsForAnotherIsOfTheSameThing(t *testing.T) {
	for body, want := range map[string]string{
		"The board refused an initial offer of $70 a share, or $105 million,.": "initial offer",
		"The board refused an initial offer of $70 a share, or 12 percent,.":   "",
	} {
		fs := extract.Run(corpus.Plain(corpus.Ref{Name: "a", Lang: "en"}, body), figures.Extractor).Figures
		if len(fs) != 2 || fs[0].Of != "initial offer" || fs[1].Of != want {
			t.Errorf("%s: %+v, want the second of %q", body, fs, want)
		}
	}
}
