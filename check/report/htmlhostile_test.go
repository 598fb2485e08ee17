package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/extract/extractors"
	"github.com/newsvet/newsvet/internal/run"
)

// attacks are what an article would hold to take over a page that shows it.
var attacks = []string{
	`</script><script>window.owned = 1</script>`, `<script src="http://a.example/x.js"></script>`, `<!--<script>`, `--><script>window.owned = 1</script>`,
	`<img src=http://a.example/x.png onerror="window.owned = 1">`, `<svg onload="window.owned = 1">`, `<svg><style>*{display:none}`,
	`</style><style>* { display: none !important }</style>`, `</title></head><body onload="window.owned = 1">`,
	`<a href="javascript:window.owned = 1">here</a>`, `javascript:window.owned=1`, `" onfocus="window.owned = 1" autofocus="`, `' onmouseover='window.owned = 1`,
	`<base href="http://a.example/">`, `<meta http-equiv="refresh" content="0; url=http://a.example/">`, `<form action="http://a.example/"><input autofocus onfocus="window.owned = 1">`,
	`<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>`, `<template><script>window.owned = 1</script></template>`, `<plaintext>`, `<textarea>`, `<noscript><p title="</noscript><img src=x onerror=window.owned=1>">`,
	`<link rel="stylesheet" href="http://a.example/x.css">`, `<object data="http://a.example/">`, `<math><mtext><table><mglyph><style><img src=x onerror=window.owned=1>`,
	"\u202eevil\u202c\u2066\u2067", `{{constructor.constructor("window.owned = 1")()}}`, `&lt;script&gt;window.owned = 1&lt;/script&gt;`, `<details open ontoggle="window.owned = 1">`,
}

func hostileResult(t *testing.T, browser context.Context) {
	var results []*check.Result
	var sum check.Summary
	for _, s := range append(append([]string{}, hostile...), attacks...) {
		res, one := vetted(s)
		for i := range res.Findings {
			res.Findings[i].Fingerprint, res.Findings[i].Rule = s, s
		}
		results = append(results, res)
		sum.Unreadable, sum.Notices = append(sum.Unreadable, one.Unreadable...), append(sum.Notices, one.Notices...)
	}
	rule := &check.Rule{Name: attacks[0], Doc: attacks[0]}
	html := render(t, report.Page, report.Options{Rules: []*check.Rule{rule}, Version: attacks[0], Missing: true}, sum, results...)
	inertPage(t, browser, html, 4*len(results))
}

// hostileCorpus reads articles that plant the attacks wherever an article has
// words, and goes the whole way from files to the page.
func hostileCorpus(t *testing.T, browser context.Context) {
	dir := t.TempDir()
	var lines []byte
	for i, s := range slices.Concat(hostile, attacks) {
		s = strings.ToValidUTF8(s, "\ufffd")
		for o, outlet := range []string{"Bugle", "Courier"} {
			text := fmt.Sprintf("%s A fire at mill number %d in Aldport killed %d people, Jane Roe said on Friday. %s\n\n“We %s put the fire out by hand %s,” Jane Roe said.\n\nThe ministry links over 70%% of such fires to %s.\n",
				s, i, 27+i+o, s, []string{"had to", "never"}[o], s, s)
			line, err := json.Marshal(map[string]string{"id": fmt.Sprint(outlet, i, s), "story": fmt.Sprint(i), "outlet": outlet + s, "title": s, "author": s, "url": s, "published": "2024-05-03", "text": text})
			if err != nil {
				t.Fatal(err)
			}
			lines = append(append(lines, line...), '\n')
			name := strings.Map(func(r rune) rune {
				if r < ' ' || strings.ContainsRune(`/\\:*?"|`, r) {
					return '_'
				}
				return r
			}, fmt.Sprintf("%d%.40s-%d.txt", i, s, o))
			_ = os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) // a name that this system does not take is no loss
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "all.jsonl"), append(lines, "{<script>\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	var results []*check.Result
	findings := 0
	o := run.Options{Extractors: extractors.All, Rules: rules.All}
	sum, err := run.Check(t.Context(), corpus.Walk(t.Context(), []string{dir}, formats.All, corpus.WalkOptions{}), o, func(res *check.Result) error {
		results = append(results, res)
		findings += len(res.Findings)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if findings < len(attacks) || len(sum.Unreadable) == 0 {
		t.Fatalf("%d findings, %d unreadable: the corpus has lost its point", findings, len(sum.Unreadable))
	}
	inertPage(t, browser, render(t, report.Page, report.Options{Rules: rules.All}, sum, results...), findings)
}

// inertPage fails if anything but the page's own script runs, or anything of
// it is not shown.
func inertPage(t *testing.T, browser context.Context, html string, findings int) {
	t.Helper()
	checkPage(t, "attacks", html)
	for _, v := range []view{{}, {noScript: true}, {dark: true, width: 420}} {
		tb := open(t, browser, html, v)
		eval[chromedp.Void](tb, unfold)
		tb.peek(fmt.Sprintf("hostile-%d-%t", tb.width, v.noScript), "section.story:nth-last-of-type(4)")
		tb.none("handler", `[...document.body.querySelectorAll("*")].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith("on") || a.name === "style" || a.name === "src").map(a => a.name + "=" + a.value)`)
		tb.none("link", `[...document.querySelectorAll("[href], [action], [srcdoc], [data], [formaction]")].map(e => e.getAttribute("href") ?? "?").filter(h => h[0] !== "#")`)
		if n := eval[int](tb, `document.querySelectorAll("script, style, iframe, object, base, img, link, template").length`); n != 2 {
			t.Errorf("%d elements that load or run, want one script and one style", n)
		}
		if n := eval[int](tb, `[...document.querySelectorAll(".finding")].filter(f => f.checkVisibility()).length`); n != findings {
			t.Errorf("%d findings are shown, want %d", n, findings)
		}
		if over := eval[int](tb, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("the page is %d pixels wider than the window", over)
			tb.none("too wide", `[...document.body.querySelectorAll("*")].filter(e => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 160))`)
		}
		if !v.noScript {
			tb.none("contrast", contrast)
			eval[chromedp.Void](tb, `[...document.querySelectorAll("main a, summary")].forEach((a, i) => { if (i % 17 === 0) a.click() })`)
			if n := eval[int](tb, `[...document.querySelectorAll("#filters [name=rule] option")].length`); n < 2 {
				t.Errorf("%d rules to choose from", n)
			}
		}
		if eval[bool](tb, `"owned" in window`) {
			t.Error("an article has run a script")
		}
	}
}

// many are stories with the same number of findings each, about comparisons
// between as many outlets.
func many(stories, findings, outlets int) []*check.Result {
	words := strings.Fields("council harbour ferry bridge water homes mill fire vote toll pipes school budget ward clinic")
	var results []*check.Result
	for s := range stories {
		res := &check.Result{Story: corpus.ID{0: byte(s), 1: 1}, Name: fmt.Sprintf("Aldport, %s, %s", words[s%len(words)], words[(s+4)%len(words)])}
		for o := range outlets {
			name := fmt.Sprintf("in/story-%d/%s-herald.md", s, words[o])
			res.Articles = append(res.Articles, corpus.Ref{Name: name, URI: name, Outlet: "Aldport " + words[o] + " Herald", Title: "What became of the " + words[s%len(words)],
				Published: time.Date(2024, 5, 1+o, 0, 0, 0, 0, time.UTC), Dated: corpus.Day})
			res.Copies = append(res.Copies, o)
		}
		for f := range findings {
			c := check.Comparison{Kind: "figure", Subject: "people at the " + words[f%len(words)], Verdict: []check.Verdict{check.Conflict, check.Diverge, check.Agree, check.Update}[f%4], Outlets: outlets}
			for o := range outlets {
				body := fmt.Sprintf("The mayor of Aldport said on Friday that %d people had come to the %s, which was more than anybody had thought.", 40+f%3*(o%3), words[f%len(words)])
				c.Readings = append(c.Readings, read(o, by(newAccount(body).item(body, strings.Fields(body)[8]+" people"), "Jane Roe"), fmt.Sprint(40+f%3*(o%3)), f%3*(o%3)))
			}
			res.Comparisons = append(res.Comparisons, c)
			level := []check.Level{check.Error, check.Warning, check.Info, check.Info}[f%4]
			x := finding("figure-conflict", level, check.Conflict, .8, "the number of people differs: 40 in one article, 41 in another",
				[]check.Evidence{c.Readings[0].Evidence, c.Readings[1].Evidence, c.Readings[2].Evidence}, []string{"same measure: people", "same place: Aldport"},
				check.Line{Label: "weak", Text: "neither says at what hour"}, check.Line{Label: "look for", Text: "the hour of each count"})
			x.Fingerprint = fmt.Sprintf("nv1:%016x", s*findings+f)
			res.Findings = append(res.Findings, x)
		}
		results = append(results, res)
	}
	return results
}
