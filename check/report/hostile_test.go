package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	mdhtml "github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

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
	for i := range res.Silenced {
		q := &res.Silenced[i]
		q.Message, q.Reason, q.By = s, s, s
		for k := range q.Evidence {
			plant(&q.Evidence[k])
		}
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
		"div figure figcaption caption svg rect table thead tbody tr th td details summary ul li article h3 blockquote strong mark code br footer script")
	attributes := strings.Fields("lang charset http-equiv content name class href id hidden aria-label aria-labelledby type value checked role tabindex scope dir " +
		"aria-hidden autocomplete width height data-level data-verdict data-rule data-story data-outlets")
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
