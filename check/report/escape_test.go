package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	xhtml "golang.org/x/net/html"

	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
)

// hostile is what an article or a file name may hold to harm its reader.
var hostile = []string{
	"\x1b[31mred\x1b[0m\x1b]0;title\x07",
	"back\bspace\rreturn\x00nul\x7fdel",
	"\u009b31mC1\u0085\u009d",
	"\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
	"zero\u200bwidth\u200d\ufeff\u00ad\u2060\U000e0041\ufe0f",
	"line\u2028sep\u2029para\nnew\r\nline\ttab",
	"<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;",
	`"quoted" 'single' \ back ${x} $y$ :+1: :smile:`,
	"[link](http://example.org) ![img](x) <http://a.example> http://b.example www.c.example d@e.example",
	"@somebody #12 GH-1 **bold** _under_ `code` ~~gone~~ | cell || --- ",
	"# heading", "- item", "1. item", "12) item", "+ item", "> quote", "---", "===", "    code", "\tcode", "```\ncode", "* * *", ": x", "[x]: http://example.org",
	"=cmd|' /C calc'!A1", "::error file=x::message", "a ::error::b ::: ::: ##[error]c", "]]>\x0b\ufffe\uffff",
	"bad\xffutf\xc3\x28 \xed\xa0\x80",
}

func TestTerminalIsInert(t *testing.T) {
	for _, s := range hostile {
		for name, got := range map[string]string{"Terminal": report.Terminal(s), "Path": report.Path(s)} {
			inert(t, name, s, got, "")
		}
	}
}

// inert fails if got holds what steers a terminal, but for the runes allowed.
func inert(t *testing.T, name, from, got, allowed string) {
	t.Helper()
	if !utf8.ValidString(got) {
		t.Errorf("%s(%q) = %q, no valid UTF-8", name, from, got)
	}
	for _, r := range got {
		if strings.ContainsRune(allowed, r) {
			continue
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
			r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Variation_Selector, r) {
			t.Errorf("%s(%q) = %q, holds %U", name, from, got, r)
			return
		}
	}
}

func TestTerminalKeepsOrdinaryWords(t *testing.T) {
	for _, s := range []string{"", "plain", "“We had to put…” – she said", "naïve café नमस्ते 東京 עברית العربية", "‹old› «marks»", "é"} {
		if got := report.Terminal(s); got != s {
			t.Errorf("Terminal(%q) = %q", s, got)
		}
	}
	if got, want := report.Terminal("a \n\t b\x1b"), "a b␛"; got != want {
		t.Errorf("Terminal = %q, want %q", got, want)
	}
	if got, want := report.Path("a  b\nc"), "a  b␊c"; got != want {
		t.Errorf("Path = %q, want %q", got, want)
	}
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM))

// markdownWords returns the text of a Markdown paragraph, and whether it is
// nothing but a paragraph of text.
func markdownWords(md string) (string, bool) {
	var b bytes.Buffer
	if err := gfm.Convert([]byte("> x "+md), &b); err != nil {
		return "", false
	}
	inner, ok := strings.CutPrefix(b.String(), "<blockquote>\n<p>x")
	inner, closed := strings.CutSuffix(inner, "</p>\n</blockquote>\n")
	return strings.ReplaceAll(html.UnescapeString(inner), "\u200b", ""), ok && closed && !strings.ContainsAny(inner, "<>")
}

func TestMarkdownTextIsInert(t *testing.T) {
	for _, s := range hostile {
		checkMarkdown(t, s)
	}
}

func checkMarkdown(t *testing.T, s string) {
	t.Helper()
	md := report.MarkdownText(s)
	want := strings.TrimSpace(report.Terminal(s))
	got, ok := markdownWords(md)
	if !ok || strings.TrimSpace(got) != want {
		t.Errorf("MarkdownText(%q) = %q, reads as %q, inert %v; want %q", s, md, got, ok, want)
	}
	var b bytes.Buffer
	if err := gfm.Convert([]byte(md), &b); err != nil {
		t.Fatal(err)
	}
	lone := strings.TrimSpace(b.String())
	if lone != "" && (!strings.HasPrefix(lone, "<p>") || strings.Count(lone, "<") != 2) {
		t.Errorf("MarkdownText(%q) = %q, on a line of its own is %q", s, md, lone)
	}
	b.Reset()
	if err := gfm.Convert([]byte("| a | b |\n|---|---|\n| "+md+" | x |\n"), &b); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "<td>"); n != 2 {
		t.Errorf("MarkdownText(%q) = %q, makes %d cells of 2", s, md, n)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(checkMarkdown)
}

func FuzzTerminal(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		inert(t, "Terminal", s, report.Terminal(s), "")
		inert(t, "Path", s, report.Path(s), "")
		if again := report.Terminal(report.Terminal(s)); again != report.Terminal(s) {
			t.Errorf("Terminal(Terminal(%q)) = %q", s, again)
		}
	})
}

func FuzzXML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var back struct {
			A    string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+report.XML(s)+`">`+report.XML(s)+`</x>`), &back); err != nil {
			t.Fatalf("XML(%q): %v", s, err)
		}
		if back.A != back.Text {
			t.Errorf("XML(%q) reads as %q and %q", s, back.A, back.Text)
		}
	})
}

func FuzzCell(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cell := report.Cell(s)
		if cell != "" && strings.ContainsRune("=+-@\t\r\n ", rune(cell[0])) {
			t.Errorf("Cell(%q) = %q", s, cell)
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := `<p title="` + report.HTML(s) + `">` + report.HTML(s) + `</p>`
		z := xhtml.NewTokenizer(strings.NewReader(doc))
		var kinds []xhtml.TokenType
		for z.Next() != xhtml.ErrorToken {
			tok := z.Token()
			kinds = append(kinds, tok.Type)
			if tok.Type == xhtml.TextToken && tok.Data != report.Terminal(s) || tok.Type == xhtml.StartTagToken && (len(tok.Attr) != 1 || tok.Attr[0].Val != report.Terminal(s)) {
				t.Errorf("HTML(%q) reads as %q %v", s, tok.Data, tok.Attr)
			}
		}
		if len(kinds) > 3 {
			t.Errorf("HTML(%q): %d tokens", s, len(kinds))
		}
	})
}

func TestJSONKeepsHostileWords(t *testing.T) {
	for _, s := range hostile {
		res, sum := planted(s)
		got := render(t, report.JSON, report.Options{}, sum, res)
		var back struct {
			Stories []struct {
				Articles []struct{ Title string }
			}
		}
		if err := json.Unmarshal([]byte(got), &back); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); back.Stories[0].Articles[0].Title != want {
			t.Errorf("title %q comes back as %q", want, back.Stories[0].Articles[0].Title)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		write := report.StoryLines.New(&b, report.Options{})
		if err := write(&report.Story{Articles: []corpus.Ref{{Name: s}}}); err != nil {
			t.Fatal(err)
		}
		inert(t, "jsonl", s, b.String(), "\n")
		var back struct{ ID string }
		if err := json.Unmarshal(b.Bytes(), &back); err != nil {
			t.Fatal(err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && back.ID != want {
			t.Errorf("%q comes back as %q", want, back.ID)
		}
	})
}
