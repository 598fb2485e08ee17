package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// Text writes for people at a terminal. Warnings and errors are listed with
// their places, the rest is counted. Colour only repeats what the words say.
var Text = &Format{
	Name: "text",
	Doc:  "for reading in a terminal",
	New: func(w io.Writer, o Options) Reporter {
		return &textReporter{w: w, o: o, p: newPainter(o.Color)}
	},
}

type textReporter struct {
	w       io.Writer
	o       Options
	p       painter
	stories int
	shown   int
	unread  int           // findings listed whose confidence is uncalibrated
	held    *check.Result // of one article, without a finding: shown if it is the only one
	vetting bool          // drafts, not stories
	pending string        // what follows the last story, after the totals if it is the only one
}

func (r *textReporter) Story(res *check.Result) error {
	r.stories++
	if len(res.Drafts) > 0 {
		r.vetting = true
		_, err := io.WriteString(r.w, r.drafts(res))
		return err
	}
	if len(res.Articles) < 2 && !r.o.Verbose && !r.anyListed(res) {
		if r.stories == 1 {
			r.held = res
		}
		return nil
	}
	r.held = nil
	return r.write(res, r.stories)
}

func (r *textReporter) Close(s check.Summary) error {
	if r.held != nil && r.stories == 1 {
		if err := r.write(r.held, 1); err != nil {
			return err
		}
	}
	var b strings.Builder
	if r.stories > 1 {
		b.WriteString(r.pending)
	}
	if (r.shown > 1 || r.stories > 1 && r.shown > 0) && (!r.vetting || r.o.Verbose) {
		b.WriteByte('\n')
	}
	if !r.vetting || r.o.Verbose {
		r.totals(&b, s)
	}
	if r.stories == 1 {
		b.WriteString(r.pending)
	}
	for _, n := range s.Notices {
		r.labelled(&b, "Note: ", Terminal(n))
	}
	_, err := io.WriteString(r.w, b.String())
	return err
}

func (r *textReporter) anyListed(res *check.Result) bool {
	for i := range res.Findings {
		if r.o.lists(res.Findings[i].Level, check.Warning) {
			return true
		}
	}
	return false
}

func (r *textReporter) write(res *check.Result, n int) error {
	res = forPeople(res)
	var b strings.Builder
	b.WriteString(r.pending)
	if r.shown > 0 {
		b.WriteByte('\n')
	}
	r.shown++
	r.heading(&b, res, n)
	for i := range res.Findings {
		if f := &res.Findings[i]; r.o.lists(f.Level, check.Warning) {
			b.WriteByte('\n')
			r.finding(&b, res, f)
		}
	}
	r.lists(&b, res)
	if len(res.Comparisons) > 0 {
		fmt.Fprintf(&b, "\nStory %d: %s\n", n, tallied(res))
	}
	r.pending = r.notices(res)
	_, err := io.WriteString(r.w, b.String())
	return err
}

// heading names a story and its articles, each by a letter that stands for it
// below.
func (r *textReporter) heading(b *strings.Builder, res *check.Result, n int) {
	title := fmt.Sprintf("Story %d", n)
	if res.Name != "" {
		title += " · " + Terminal(res.Name)
	}
	b.WriteString(r.p.paint(bold, cut(title, r.o.width())) + "\n")
	rows := make([][3]string, len(res.Articles))
	var wide [3]int
	for i := range res.Articles {
		ref := &res.Articles[i]
		rows[i] = [3]string{cutFrontPath(r.name(ref), r.o.width()/2), heading(ref), about(res, i)}
		for k, cell := range rows[i] {
			wide[k] = max(wide[k], columns(cell))
		}
	}
	wide[1] = min(wide[1], max(20, r.o.width()-wide[0]-wide[2]-11))
	for i, row := range rows {
		fmt.Fprintf(b, "  %s  %s   %s   %s\n", r.p.paint(bold, pad(Letter(i), letterWidth(res))),
			pad(row[0], wide[0]), pad(clip(row[1], wide[1]), wide[1]), r.p.paint(dim, row[2]))
	}
	if r.o.Verbose && len(res.Why) > 0 {
		r.labelled(b, "  together: ", Terminal(strings.Join(res.Why, " · ")))
	}
}

// name is how an article is called: its path, or a record's own id.
func (r *textReporter) name(ref *corpus.Ref) string {
	if ref.Line > 0 {
		return Path(ref.Name)
	}
	return Path(r.path(ref.URI))
}

func (r *textReporter) path(uri string) string {
	if r.o.Root == "" {
		return uri
	}
	if rest, ok := strings.CutPrefix(uri, strings.TrimSuffix(r.o.Root, "/")+"/"); ok && rest != "" {
		return rest
	}
	return uri
}

func heading(ref *corpus.Ref) string {
	if ref.Title == "" {
		return "(no title)"
	}
	return `"` + Terminal(ref.Title) + `"`
}

// about says who published article i, when, and of what it is a copy.
func about(res *check.Result, i int) string {
	ref := &res.Articles[i]
	parts := []string{"outlet not stated", "undated"}
	if ref.Outlet != "" {
		parts[0] = Terminal(ref.Outlet)
	}
	if p := published(ref); p != "" {
		if ref.FromText {
			p = "dateline " + p
		}
		parts[1] = strings.Replace(strings.TrimSuffix(strings.TrimSuffix(p, "Z"), ":00"), "T", " ", 1)
	}
	if ref.Kind == corpus.Primary {
		parts = append(parts, "primary document")
	}
	if i < len(res.Copies) && res.Copies[i] != i {
		parts = append(parts, "copy of "+Letter(res.Copies[i]))
	}
	return strings.Join(parts, " · ")
}

// Letter names the i-th article of a story: A to Z, then AA.
func Letter(i int) string {
	if i < 0 {
		return "?"
	}
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + string(rune('A'+i%26))
}

func letterWidth(res *check.Result) int { return len(Letter(len(res.Articles) - 1)) }

// clip shortens s to n columns wherever that falls.
func clip(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	rs := []rune(s)
	for len(rs) > 0 && columns(string(rs)) > n-1 {
		rs = rs[:len(rs)-1]
	}
	return string(rs) + "…"
}

// cutFrontPath shortens a path to its last n columns.
func cutFrontPath(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	rs := []rune(s)
	for columns(string(rs)) > n-1 {
		rs = rs[1:]
	}
	return "…" + string(rs)
}

// labelled writes s after a label, wrapped and indented to the label's width.
func (r *textReporter) labelled(b *strings.Builder, label, s string) {
	r.hang(b, label, len(label), run{s, normal})
}

// hang writes runs after a label; further lines begin at column indent.
func (r *textReporter) hang(b *strings.Builder, label string, indent int, runs ...run) {
	lines := r.p.flow(r.o.width()-indent, runs...)
	for i, l := range lines {
		if i == 0 {
			b.WriteString(label + l + "\n")
		} else {
			b.WriteString(strings.Repeat(" ", indent) + l + "\n")
		}
	}
}
