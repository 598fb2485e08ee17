package report

import (
	"crypto/sha256"
	_ "embed" // page.css and page.js
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// Page writes one self-contained HTML page: it loads nothing, runs no script
// but its own, and shows everything without it. All findings are on it.
var Page = &Format{
	Name: "html",
	Doc:  "one self-contained page: stories, matrix and findings",
	New:  func(w io.Writer, o Options) Reporter { return newPage(w, o) },
}

//go:embed assets/page.css
var pageStyle string

//go:embed assets/page.js
var pageScript string

// page collects the stories: what stands at the top of the report is known
// when the last one is there.
type page struct {
	w        io.Writer
	o        Options
	body     strings.Builder // the stories
	contents []storyRow      // of the table of stories
	stories  int
	titles   []string // of the stories
	findings int
	ids      map[string]int // of findings, so that no two are the same
	outlets  map[string]int // outlet to its number, in order of appearance
	names    []string       // outlets by number
	touched  map[int]int    // errors and warnings with a place in an outlet
	rules    map[string]int // findings per rule
	subjects []subject      // that differ most
	verdicts map[check.Verdict]int
}

func newPage(w io.Writer, o Options) *page {
	return &page{w: w, o: o, ids: map[string]int{}, outlets: map[string]int{}, touched: map[int]int{}, rules: map[string]int{}, verdicts: map[check.Verdict]int{}}
}

// outlet returns the number of the outlet of article i.
func (p *page) outlet(res *check.Result, i int) int {
	name := article(res, i).Outlet
	if name == "" {
		name = "outlet not stated"
	}
	n, ok := p.outlets[name]
	if !ok {
		n = len(p.names)
		p.outlets[name] = n
		p.names = append(p.names, name)
	}
	return n
}

func (p *page) Close(s check.Summary) error {
	var b strings.Builder
	p.head(&b)
	fmt.Fprintf(&b, "<header>\n<h1>Discrepancy report</h1>\n<p>%s</p>\n</header>\n", HTML(totals(s)))
	p.filters(&b)
	b.WriteString("<main id=\"main\">\n")
	p.overview(&b, s)
	b.WriteString(legend)
	if _, err := io.WriteString(p.w, b.String()); err != nil {
		return err
	}
	if _, err := io.WriteString(p.w, p.body.String()); err != nil {
		return err
	}
	b.Reset()
	p.unread(&b, s)
	p.ruleList(&b)
	fmt.Fprintf(&b, "</main>\n<footer class=\"dim small\"><p>Made by %s. %s; of rules without such matches it is a judgement.</p></footer>\n<script>%s</script>\n</body>\n</html>\n",
		HTML(strings.TrimSpace("newsvet "+p.o.Version)), inFull(), pageScript)
	_, err := io.WriteString(p.w, b.String())
	return err
}

// head begins the page. The policy allows the style and the script of the
// page by their hashes and nothing else.
func (p *page) head(b *strings.Builder) {
	fmt.Fprintf(b, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Discrepancy report</title>
<style>%s</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
`, hash(pageStyle), hash(pageScript), pageStyle)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// filters is a form that the script brings to life.
func (p *page) filters(b *strings.Builder) {
	b.WriteString("<nav id=\"filters\" aria-label=\"Filters\" hidden>\n<form autocomplete=\"off\">\n<fieldset><legend>Level</legend>")
	for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
		fmt.Fprintf(b, ` <label><input type="checkbox" name="level" value="%s" checked> <span class="level %s">%s</span></label>`, l, l, l)
	}
	b.WriteString("</fieldset>\n<fieldset><legend>Verdict</legend>")
	for _, v := range verdicts {
		fmt.Fprintf(b, ` <label><input type="checkbox" name="verdict" value="%s" checked> <span class="v %s">%s</span></label>`, v, v, v)
	}
	b.WriteString("</fieldset>\n<label>Rule <select name=\"rule\"><option value=\"\">all</option>")
	for _, r := range sortedKeys(p.rules) {
		fmt.Fprintf(b, `<option value="%s">%s (%d)</option>`, HTML(r), HTML(r), p.rules[r])
	}
	b.WriteString("</select></label>\n<label>Outlet <select name=\"outlet\"><option value=\"\">all</option>")
	names := slices.Sorted(slices.Values(p.names))
	for _, n := range names {
		fmt.Fprintf(b, `<option value="%d">%s</option>`, p.outlets[n], HTML(clip(n, 60)))
	}
	b.WriteString("</select></label>\n<label>Story <select name=\"story\"><option value=\"\">all</option>")
	for i, title := range p.titles {
		fmt.Fprintf(b, `<option value="s%d">%s</option>`, i+1, HTML(clip(Terminal(title), 60)))
	}
	b.WriteString("</select></label>\n<label>Words <input type=\"search\" name=\"words\"></label>\n<button type=\"reset\">Show all</button>\n<span id=\"shown\" role=\"status\"></span>\n</form>\n</nav>\n")
}

// verdicts in the order in which people read them.
var verdicts = []check.Verdict{check.Conflict, possible, check.Diverge, check.Update, check.Agree, check.Alone}

const legend = `<section aria-labelledby="legend">
<h2 id="legend">What the words mean</h2>
<dl>
<dt class="v agree">agree</dt><dd>The outlets say the same, allowing for rounding, hedges and notation. It does not mean that it is true.</dd>
<dt class="v diverge">diverge</dt><dd>They differ, and both may be true.</dd>
<dt class="v conflict">conflict</dt><dd>They cannot all be true, if they are of the same thing. Which is wrong is not said here.</dd>
<dt class="v possible">possible</dt><dd>They would not go together, but nothing says that they are of the same thing: no finding.</dd>
<dt class="v update">update</dt><dd>Counts of something that grows, at different or unknown hours.</dd>
<dt class="v alone">alone</dt><dd>One independent outlet carries it. Wire copy counts once.</dd>
<dt>a, b, …</dt><dd>Sides: places marked with one letter agree with each other; the verdict holds between sides.</dd>
<dt class="level error">error</dt><dd>Provable from the places shown.</dd>
<dt class="level warning">warning</dt><dd>An editor should look.</dd>
<dt class="level info">info</dt><dd>Context.</dd>
<dt>confidence</dt><dd>How surely the places were matched, not how grave the finding is nor how likely an article is wrong: the share of such matches that a reader accepted. Low, medium and high are .5, .7 and .9; a confidence goes by the nearest.</dd>
</dl>
</section>
`

// ruleList says what the rules of the page find, and how to silence them.
func (p *page) ruleList(b *strings.Builder) {
	if len(p.rules) == 0 {
		return
	}
	b.WriteString("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules in this report</h2>\n<dl class=\"rules\">\n")
	for _, name := range sortedKeys(p.rules) {
		title := ""
		for _, r := range p.o.Rules {
			if r.Name == name {
				title, _, _ = strings.Cut(strings.TrimSpace(r.Doc), "\n")
			}
		}
		fmt.Fprintf(b, "<dt id=\"rule-%s\"><code>%s</code></dt><dd>%s <span class=\"dim\">%s</span></dd>\n", anchor(name), HTML(name), HTML(title), Count(p.rules[name], "finding"))
	}
	b.WriteString("</dl>\n" + silencing + "</section>\n")
}

const silencing = `<h3 id="silence">To silence</h3>
<p class="small">One finding: an entry with its id and a reason in <code>.newsvet-ignore.yaml</code>,
<code>- {fingerprint: "nv1:…", reason: "…"}</code> below <code>ignore:</code>.
Everything known today: <code>newsvet baseline create</code>. A rule: <code>--skip RULE</code>, or its level in <code>.newsvet.yaml</code>.
More about a rule: <code>newsvet explain RULE</code>.</p>
`

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
