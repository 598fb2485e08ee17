package formats_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/corpus/text"
)

// A dialect writes the same words in a format and reads bytes of the file as
// the law has it: without tags and marks, escapes and entities decoded, line
// breaks folded, in NFC.
type dialect struct {
	format    *corpus.Format
	words     []string // what a paragraph is made of
	file      func(title string, paragraphs []string) string
	normalise func(string) string
}

var plainWords = []string{"Fire", "27", "dead", "“No,”", "café", "cafe\u0301", "\n", "3.5", "\u00a0", "é\u0323", "&", "U.S.", "a\x07b", "😀", "said"}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	link   = regexp.MustCompile(`\]\([^)]*\)`)
	escape = regexp.MustCompile(`\\([[:punct:]])`)
	scalar = regexp.MustCompile(`\\u[0-9a-f]{4}|\\.`)
	folds  = regexp.MustCompile(`\s*[\r\n]\s*`)
)

func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\r\n\t", r) {
			return ' '
		}
		return r
	}, s)
	return text.NFC(folds.ReplaceAllString(s, " "))
}

func joinAll(title string, paragraphs []string) string {
	return title + "\n\n" + strings.Join(paragraphs, "\n\n") + "\n"
}

var dialects = []dialect{
	{formats.Text, plainWords, joinAll, fold},
	{formats.Text, plainWords, func(title string, p []string) string {
		b, _ := json.Marshal(title) // a YAML scalar as well
		return "\ufeff---\r\noutlet: Bugle\r\ntitle: " + string(b) + "\r\n---\r\n" + strings.ReplaceAll(joinAll("", p), "\n", "\r\n")
	}, func(s string) string {
		return fold(scalar.ReplaceAllStringFunc(s, func(e string) string {
			json.Unmarshal([]byte(`"`+e+`"`), &e)
			return e
		}))
	}},
	{formats.Markdown, append([]string{"*27*", "**dead**", "[he said](https://bugle.example)", "&amp;", "&eacute;", `\*`, "`3.5`"}, plainWords...),
		func(title string, p []string) string {
			return "# " + title + "\n\n" + strings.Join(p, "\n\n> ") + "\n"
		}, func(s string) string {
			s = strings.NewReplacer(`\*`, `\*`, "\n> ", "\n", "*", "", "[", "", "`", "").Replace(link.ReplaceAllString(s, ""))
			return fold(html.UnescapeString(escape.ReplaceAllString(s, "$1")))
		}},
	{formats.HTML, append([]string{"<b>27</b>", "&amp;", "&eacute;", "&#8220;", "&nbsp;", "<a href='/x'>he said</a>", "<!-- no -->", "&copy", "e<i>\u0301</i>"}, plainWords...),
		func(title string, p []string) string {
			return "<title>So it is</title><article><h1>" + title + "</h1><p>" + strings.Join(p, "</p>\n<p>") + "</p></article>"
		}, func(s string) string { return fold(html.UnescapeString(tags.ReplaceAllString(s, ""))) }},
	{formats.JSONL, plainWords, func(title string, p []string) string {
		b, _ := json.Marshal(map[string]string{"title": title, "text": strings.Join(p, "\n\n")})
		return string(b)
	}, fold},
}

// inputs returns what offsets of each basis count in.
func inputs(f *corpus.Format, raw string) map[text.Basis]string {
	if f != formats.JSONL {
		return map[text.Basis]string{text.InFile: raw}
	}
	var r struct{ Title, Text string }
	json.Unmarshal([]byte(raw), &r)
	return map[text.Basis]string{text.InTitle: r.Title, text.InText: r.Text}
}

func TestWhatIsPlacedIsThere(t *testing.T) {
	for _, d := range dialects {
		t.Run(d.format.Name, func(t *testing.T) {
			spaces := []string{" ", "  ", ""}
			if d.format == formats.Markdown {
				spaces = spaces[:2] // "*27***dead**" is nobody's meaning
			}
			rapid.Check(t, func(t *rapid.T) {
				line := rapid.Custom(func(t *rapid.T) string {
					words := rapid.SliceOfN(rapid.SampledFrom(d.words), 1, 12).Draw(t, "words")
					return "So " + strings.Join(words, rapid.SampledFrom(spaces).Draw(t, "space")) + " it is"
				})
				title := strings.ReplaceAll(line.Draw(t, "title"), "\n", " ")
				paragraphs := rapid.SliceOfN(line, 1, 5).Draw(t, "paragraphs")
				paragraphs[0] += " indeed" // the title again would be left out
				raw := d.file(title, paragraphs)
				in := inputs(d.format, raw)
				for doc, err := range d.format.Read(strings.NewReader(raw), "x", corpus.DefaultLimits) {
					if err != nil {
						t.Fatalf("%q: %v", raw, err)
					}
					checkDocument(t, doc, len(raw))
					for _, b := range doc.Blocks {
						tokens := text.Tokens(b.Of(doc.Text))
						if len(tokens) == 0 {
							continue
						}
						i := rapid.IntRange(0, len(tokens)-1).Draw(t, "first")
						j := rapid.IntRange(i, len(tokens)-1).Draw(t, "last")
						sp := tokens[i].Union(tokens[j].Span).Shift(b.Start)
						p := doc.Map.Place(sp)
						there := in[p.Basis][p.From.Offset:p.To.Offset]
						if got, want := d.normalise(there), sp.Of(doc.Text); got != want {
							t.Fatalf("%q is placed at %q, which is %q, in\n%q", want, there, got, raw)
						}
					}
				}
			})
		})
	}
}

// checkDocument fails unless d is as [corpus.Document] says.
func checkDocument(t interface{ Fatalf(string, ...any) }, d *corpus.Document, size int) {
	if !utf8.ValidString(d.Text) || !text.IsNFC(d.Text) {
		t.Fatalf("%q is not UTF-8 in NFC", d.Text)
	}
	if len(d.Text) > 16*size+64 {
		t.Fatalf("%d bytes of text from %d bytes of input", len(d.Text), size)
	}
	last := 0
	for i, b := range d.Blocks {
		if between := d.Text[last:b.Start]; i > 0 && between != "\n\n" || i == 0 && between != "" || b.Empty() {
			t.Fatalf("%q stands before block %v", between, b)
		}
		if s := b.Of(d.Text); strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) || strings.TrimSpace(s) != s {
			t.Fatalf("block %q", s)
		}
		if (b.Kind == corpus.Headline) != (i == 0 && d.Title != "") {
			t.Fatalf("block %d is of kind %s; the title is %q", i, b.Kind, d.Title)
		}
		last = b.End
	}
	if last != len(d.Text) {
		t.Fatalf("%q is in no block", d.Text[last:])
	}
	checkMap(t, d)
	for _, l := range d.Links {
		if l.Start < 0 || l.End > len(d.Text) || l.Empty() || !utf8.RuneStart(d.Text[l.Start]) {
			t.Fatalf("link %v in a text of %d bytes", l, len(d.Text))
		}
	}
}

// checkMap fails if places go backwards within one basis below the headline.
func checkMap(t interface{ Fatalf(string, ...any) }, d *corpus.Document) {
	at := map[text.Basis]int{}
	for i, b := range d.Blocks {
		if i == 0 && b.Kind == corpus.Headline {
			continue
		}
		for k := b.Start; k < b.End; k += 1 + b.Len()/50 {
			p := d.Map.Place(text.Span{Start: k, End: k + 1})
			if p.From.Offset < at[p.Basis] || p.To.Offset < p.From.Offset || p.From.Line < 1 || p.From.Column < 1 {
				t.Fatalf("byte %d of the text is placed at %+v, after byte %d", k, p, at[p.Basis])
			}
			at[p.Basis] = p.From.Offset
		}
	}
}

func FuzzRead(f *testing.F) {
	for i, format := range formats.All {
		files, _ := filepath.Glob(filepath.Join("testdata", format.Name, "*"+format.Exts[0]))
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint8(i), b)
		}
	}
	lim := corpus.Limits{Document: 1 << 16, Ratio: 100, Documents: 1000}
	f.Fuzz(func(t *testing.T, which uint8, b []byte) {
		format := formats.All[int(which)%len(formats.All)]
		format.Sniff(b[:min(len(b), 4<<10)])
		for d, err := range format.Read(bytes.NewReader(b), "x", lim) {
			if err == nil {
				checkDocument(t, d, len(b))
			}
		}
	})
}
