package dates

import (
	"strings"
	"time"
	"unicode"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// headLines is how many lines of an article may say when it was published.
const headLines = 8

// Dateline returns the day on which doc says that it was published, and the
// place from which it reports: "ALDPORT, Ohio, May 3, 2024 (Courier) —", a
// line "Published 3 May 2024", or a line that is nothing but a full date. It
// is not ok without a year: a month and a day cannot date an article. The
// place may be known without a day.
func Dateline(doc *corpus.Document) (published time.Time, place string, ok bool) {
	a := extract.NewArticle(head(doc))
	g := grammarFor(a.Lexicon())
	if g == nil {
		return published, "", false
	}
	return newReader(g, a).dateline()
}

// dateline is [Dateline] of the text that r reads.
func (r *reader) dateline() (published time.Time, place string, ok bool) {
	updated := civil{}
	n := 0
	for line := range lines(r.text) {
		if n++; n > headLines {
			break
		}
		day, at, kind := r.dayLine(line)
		switch kind {
		case publishedLine:
			return day.time(), place, true
		case updatedLine:
			updated = day
		case datelineLine:
			if place == "" {
				place = at
			}
			if !day.isZero() {
				return day.time(), place, true
			}
		}
	}
	if !updated.isZero() {
		return updated.time(), place, true
	}
	return published, place, false
}

// pageLines are the lines of r's text that say when it was published: such a
// line, or of a dateline the part before its dash.
func (r *reader) pageLines() []text.Span {
	var out []text.Span
	n := 0
	for line := range lines(r.text) {
		if n++; n > headLines {
			break
		}
		switch _, _, kind := r.dayLine(line); kind {
		case datelineLine:
			lo, hi := r.a.TokenAt(line.Start), r.a.TokenAt(line.End)
			for lo < hi && r.tokens[lo].Start < line.Start {
				lo++
			}
			if _, dash := r.placeLine(lo, hi); dash > 0 {
				out = append(out, text.Span{Start: line.Start, End: r.tokens[dash].Start})
			}
		case publishedLine, updatedLine:
			out = append(out, line)
		}
	}
	return out
}

// headBytes is how much of an article Dateline reads.
const headBytes = 4000

// head is the beginning of doc: what Dateline reads.
func head(doc *corpus.Document) *corpus.Document {
	d := &corpus.Document{Ref: corpus.Ref{Lang: doc.Lang}, Text: doc.Text}
	if len(d.Text) > headBytes {
		end := headBytes
		for end > 0 && d.Text[end]&0xC0 == 0x80 {
			end--
		}
		d.Text = d.Text[:end]
	}
	d.Blocks = []corpus.Block{{Span: text.Span{End: len(d.Text)}, Kind: corpus.Paragraph}}
	return d
}

// lines yields the lines of s that are not blank.
func lines(s string) func(func(text.Span) bool) {
	return func(yield func(text.Span) bool) {
		for at := 0; at < len(s); {
			end := len(s)
			if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
				end = at + i
			}
			if strings.TrimSpace(s[at:end]) != "" && !yield(text.Span{Start: at, End: end}) {
				return
			}
			at = end + 1
		}
	}
}

type lineKind int

const (
	otherLine lineKind = iota
	publishedLine
	updatedLine
	datelineLine
)

// longLine is how many tokens a line of metadata may have.
const longLine = 24

// dayLine reads one line: a full date alone or after "published", or the
// place, date and agency that a report begins with.
func (r *reader) dayLine(line text.Span) (day civil, place string, kind lineKind) {
	lo, hi := r.a.TokenAt(line.Start), r.a.TokenAt(line.End)
	for lo < hi && r.tokens[lo].Start < line.Start {
		lo++
	}
	for hi > lo && r.tokens[hi-1].Start >= line.End {
		hi--
	}
	if place, end := r.placeLine(lo, hi); place != "" {
		return r.fullDay(lo, end), place, datelineLine
	}
	if hi-lo > longLine || hi == lo {
		return day, "", otherLine
	}
	label := otherLine
	for i := lo; i < hi && label == otherLine; i++ {
		switch w := strings.ToLower(r.of(i)); {
		case i > lo+6:
		case i > lo && (r.cue(i-1) != noTense || r.is(i-1, "be") || r.is(i-1, "been")):
			return day, "", otherLine // "the report was published on 3 May 2023"
		case r.g.published[w] == "published":
			label = publishedLine
		case r.g.published[w] == "updated":
			label = updatedLine
		}
	}
	day = r.fullDay(lo, hi)
	if day.isZero() {
		return day, "", otherLine
	}
	if label == otherLine && r.onlyDate(lo, hi) {
		label = publishedLine
	}
	return day, "", label
}

// fullDay is the first day with a year in a stretch of tokens.
func (r *reader) fullDay(lo, hi int) civil {
	for i := lo; i < hi; i++ {
		if !r.begins(i) {
			continue
		}
		h := r.longest(i)
		if h.to <= i {
			continue
		}
		if e := newExpr(h); e.year != none && e.month != none && e.day != none && !e.bc && e.day <= daysIn(e.year, e.month) && e.year <= 9999 {
			return civil{e.year, e.month, e.day}
		}
		i = h.to - 1
	}
	return civil{}
}

// onlyDate reports whether a stretch of tokens is a date and nothing else.
func (r *reader) onlyDate(lo, hi int) bool {
	for i := lo; i < hi; {
		h := r.longest(i)
		if h.to <= i {
			return i > lo && hi-i <= 4 && r.tokens[i].Kind != text.Word // ": 12" of a broken clock time
		}
		if i = h.to; i < hi && (r.is(i, "|") || r.is(i, ",") || r.is(i, "-") || r.is(i, "at")) {
			i++
		}
	}
	return true
}

// placeLine reads "ALDPORT, Ohio, May 3 (Courier) —": a place in capitals at
// the beginning, and a dash within the next words. It returns the place and
// the token of the dash.
func (r *reader) placeLine(lo, hi int) (place string, end int) {
	if lo >= hi || !shouted(r.of(lo)) {
		return "", 0
	}
	dash := 0
	for i := lo + 1; i < min(hi, lo+22) && dash == 0; i++ {
		if r.is(i, "-") && !r.glued(i) || r.is(i, "_") || r.text[r.tokens[i].Start:r.tokens[i].End] == "—" {
			dash = i
		}
	}
	if dash == 0 {
		return "", 0
	}
	last := lo
	for last+1 < dash && (shouted(r.of(last+1)) || r.is(last+1, ".") && r.glued(last+1)) {
		last++
	}
	if last+1 < dash && !r.is(last+1, ",") && !r.is(last+1, "(") && !r.is(last+1, "-") {
		return "", 0
	}
	place = r.text[r.tokens[lo].Start:r.tokens[last].End]
	if last+2 < dash && r.is(last+1, ",") && r.tokens[last+2].Kind == text.Word && r.capital(last+2) && len(r.longest(last+2).path) == 0 {
		region := last + 2
		for region+1 < dash && r.tokens[region+1].Kind == text.Word && r.capital(region+1) && len(r.longest(region+1).path) == 0 {
			region++
		}
		place = r.text[r.tokens[lo].Start:r.tokens[region].End]
	}
	return place, dash
}

// shouted reports whether s is a word in capitals.
func shouted(s string) bool {
	n := 0
	for _, c := range s {
		if unicode.IsLower(c) || unicode.IsDigit(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n > 1
}
