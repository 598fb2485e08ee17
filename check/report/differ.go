package report

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// differences returns, for each place of a finding, which of its words are to
// be marked: where two quotations are largely the same, the words in which
// they differ; of a figure, a date, a name all of it.
func differences(f *check.Finding) [][]text.Span {
	out := make([][]text.Span, len(f.Evidence))
	for i := range f.Evidence {
		it := &f.Evidence[i].Item
		if !spoken(f, it) {
			out[i] = []text.Span{{Start: 0, End: len(it.Text)}}
		}
	}
	if len(f.Evidence) < 2 || !spoken(f, &f.Evidence[0].Item) {
		return out
	}
	first := f.Evidence[0].Item.Text
	for i := 1; i < len(f.Evidence); i++ {
		if it := &f.Evidence[i].Item; spoken(f, it) {
			var a []text.Span
			a, out[i] = unlike(first, it.Text)
			if i == 1 {
				out[0] = a
			}
		}
	}
	return out
}

// alike is the least share of common words at which a word difference says
// more than the two texts beside each other.
const alike = .5

// unlike returns the stretches of a and of b that the other does not have;
// none if the two have too little in common to be compared word by word.
func unlike(a, b string) (inA, inB []text.Span) {
	wa, wb := words.Split(a), words.Split(b)
	same := 0
	ops := words.Diff(words.Norms(wa), words.Norms(wb))
	for i, op := range ops {
		if op.Equal {
			same += op.A1 - op.A0
			continue
		}
		if edge := i == 0 || i == len(ops)-1; edge && (op.A0 == op.A1 || op.B0 == op.B1) {
			continue // to begin later or to end earlier is no difference in words
		}
		if op.A1 > op.A0 {
			inA = append(inA, wa[op.A0].Span.Union(wa[op.A1-1].Span))
		}
		if op.B1 > op.B0 {
			inB = append(inB, wb[op.B0].Span.Union(wb[op.B1-1].Span))
		}
	}
	if float64(same) < alike*float64(min(len(wa), len(wb))) {
		return nil, nil
	}
	return inA, inB
}

// marked divides s at the marks, escapes it and puts ‹ › around each.
func marked(s string, marks []text.Span) []run {
	var runs []run
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(s) || m.Empty() {
			continue
		}
		if m.Start > at {
			runs = append(runs, run{Terminal(s[at:m.Start]), normal})
		}
		runs = append(runs, run{"‹" + Terminal(m.Of(s)) + "›", mark})
		at = m.End
	}
	if at < len(s) {
		runs = append(runs, run{Terminal(s[at:]), normal})
	}
	return runs
}

// spoken reports whether a place of a finding is words of a speaker: a sentence
// from the middle of a quotation has no mark of its own.
func spoken(f *check.Finding, it *extract.Item) bool {
	return strings.HasPrefix(f.Rule, "quote-") || quotation(it.Text)
}

// quotation reports whether s begins with a quotation mark.
func quotation(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("“”„‟\"«»‘’‚‹'`", r) && s != ""
}

// around returns the words of the sentence before and after an item.
func around(it *extract.Item) (before, after string) {
	in, s := it.InSentence, it.Sentence
	if in.Start < 0 || in.End > len(s) || in.Start > in.End {
		return "", ""
	}
	before = s[:in.Start]
	if in.Len() == it.Span.Len() { // else the item goes on beyond its sentence
		after = s[in.End:]
	}
	return before, after
}
