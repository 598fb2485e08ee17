package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	mdhtml "github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"github.com/newsvet/newsvet/check"
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

// planted is a result whose every text is s.
func planted(s string) (*check.Result, check.Summary) {
	res := mill()
	s = strings.ToValidUTF8(s, "\ufffd") // as the loader has it
	res.Name, res.Why = s, []string{s}
	for i := range res.Articles {
		ref := &res.Articles[i]
		ref.Name, ref.URI, ref.Title, ref.Outlet, ref.URL = s, s, s, s, s
	}
	plant := func(e *check.Evidence) {
		it := &e.Item
		it.Text, it.Sentence = "“"+s+"”", s+"“"+s+"”"+s
		it.InSentence.Start, it.InSentence.End = len(s), len(s)+len(it.Text)
		it.Speaker.Name, it.Speaker.Mention = s, s
	}
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		c.Subject, c.Why = s, []string{s}
		for k := range c.Readings {
			plant(&c.Readings[k].Evidence)
			c.Readings[k].Value = s
		}
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		f.Message, f.Subject, f.Why, f.Notes = s, s, []string{s}, []check.Line{{Label: "weak", Text: s}}
		for k := range f.Evidence {
			plant(&f.Evidence[k])
		}
	}
	for i := range res.Notices {
		res.Notices[i].Message = s
		plant(res.Notices[i].Place)
	}
	sum := summary()
	sum.Unreadable = []check.Unreadable{{URI: s, Reason: s}}
	sum.Notices = []string{s}
	return res, sum
}

func TestHostileArticlesAreInert(t *testing.T) {
	for _, f := range report.All {
		t.Run(f.Name, func(t *testing.T) {
			for _, s := range hostile {
				res, sum := planted(s)
				got := render(t, f, report.Options{Verbose: true, MinLevel: check.Info}, sum, res)
				inert(t, f.Name, s, got, "\n")
				checkShape(t, f.Name, s, got)
				if f.Name == "concise" && strings.Count(got, "\n") != len(res.Findings) {
					t.Errorf("concise: %d lines for %d findings of %q", strings.Count(got, "\n"), len(res.Findings), s)
				}
				if f.Name == "html" {
					checkPage(t, s, got)
				}
				if f.Name == "markdown" {
					for tag := range tags(t, got) {
						if !slices.Contains(ours, tag) {
							t.Errorf("markdown of %q makes a <%s>", s, tag)
						}
					}
				}
			}
		})
	}
}

// checkShape fails if the output of a format is not of its shape.
func checkShape(t *testing.T, format, s, got string) {
	t.Helper()
	switch format {
	case "json", "sarif", "gitlab", "rdjson":
		if !json.Valid([]byte(got)) {
			t.Errorf("%s of %q is no JSON:\n%s", format, s, got)
		}
	case "junit", "checkstyle":
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s of %q: %v", format, s, err)
				break
			}
		}
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil {
			t.Errorf("csv of %q: %v", s, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("csv of %q holds the cell %q", s, cell)
				}
			}
		}
	case "github":
		for line := range strings.Lines(got) {
			if !regexp.MustCompile(`^::(error|warning|notice) (file=[^:,]*,line=\d+,(col=\d+,)?)?title=[^:,]*::`).MatchString(line) {
				t.Errorf("github of %q holds the line %q", s, line)
			}
		}
	case "text", "concise", "markdown":
		for line := range strings.Lines(got) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
				t.Errorf("%s of %q commands the log: %q", format, s, line)
			}
		}
	}
}

// checkPage fails if a page holds an element or an attribute that is not one
// of its own, or more scripts than one.
func checkPage(t *testing.T, s, page string) {
	t.Helper()
	elements := strings.Fields("html head meta title style body a header h1 p nav form fieldset legend label input span select option button main section h2 dl dt dd " +
		"div figure figcaption svg text rect table thead tbody tr th td details summary ul li article h3 blockquote mark code br footer script")
	attributes := strings.Fields("lang charset http-equiv content name class href id hidden aria-label aria-labelledby type value checked role tabindex scope dir " +
		"viewbox x y width height data-level data-verdict data-rule data-story data-outlets")
	scripts := 0
	z := xhtml.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
		if kind == xhtml.TextToken {
			continue
		}
		tok := z.Token()
		if kind == xhtml.StartTagToken && tok.Data == "script" {
			scripts++
		}
		if kind != xhtml.DoctypeToken && !slices.Contains(elements, tok.Data) {
			t.Errorf("html of %q holds <%s>", s, tok.Data)
		}
		for _, a := range tok.Attr {
			if !slices.Contains(attributes, a.Key) || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("html of %q holds <%s %s=%q>", s, tok.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("html of %q holds %d scripts", s, scripts)
	}
}

// ours are the elements that a report in Markdown makes of itself.
var ours = []string{"h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "strong", "em", "ul", "li", "mark", "br", "code"}

// tags returns the elements that a Markdown document makes.
func tags(t *testing.T, md string) map[string]bool {
	t.Helper()
	var b bytes.Buffer
	unsafe := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(mdhtml.WithUnsafe()))
	if err := unsafe.Convert([]byte(md), &b); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	z := xhtml.NewTokenizer(&b)
	for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
		if kind != xhtml.TextToken {
			found[z.Token().Data] = true
		}
	}
	return found
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
