package report_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func TestPageInABrowser(t *testing.T) {
	browser := startBrowser(t)
	html := render(t, report.Page, report.Options{}, summary(), mill(), quiet())
	for _, test := range []struct {
		name string
		run  func(*testing.T, context.Context, string)
	}{
		{"IsWellMade", wellMade}, {"HasContrast", hasContrast}, {"Filters", filters}, {"DeepLink", deepLink},
		{"Keyboard", keyboard}, {"WithoutScript", withoutScript}, {"Print", printed},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, browser, html) })
	}
	t.Run("HostileResultIsInert", func(t *testing.T) { hostileResult(t, browser) })
	t.Run("HostileCorpusIsInert", func(t *testing.T) { hostileCorpus(t, browser) })
	t.Run("LargeIsUsable", func(t *testing.T) { large(t, browser) })
}

// unfold opens everything that is folded up.
const unfold = `document.querySelectorAll("details").forEach(d => d.open = true)`

// wellMade: nothing runs out of the window, no head of a table is broken, no
// level of heading is left out, every reference leads somewhere.
func wellMade(t *testing.T, browser context.Context, html string) {
	for name, v := range map[string]view{"wide": {}, "narrow": {width: 420}, "smallest": {width: 320}, "dark": {dark: true}, "narrow-dark": {width: 420, dark: true}} {
		t.Run(name, func(t *testing.T) {
			tb := open(t, browser, html, v)
			tb.shot(name)
			eval[chromedp.Void](tb, unfold)
			if got := eval[string](tb, `document.querySelector("h1").innerText`); got != "Discrepancy report" {
				t.Errorf("h1 is %q", got)
			}
			if got := eval[int](tb, `document.querySelectorAll(".finding").length`); got != 5 {
				t.Errorf("%d findings, want 5", got)
			}
			if over := eval[int](tb, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the page is %d pixels wider than the window", over)
			}
			tb.none("broken head", `[...document.querySelectorAll("thead th")].filter(h => h.innerText.split(/\s+/).length < 3 && h.offsetHeight > 60).map(h => h.innerText)`)
			tb.none("heading left out", `(() => { let at = 0, out = [];
				for (const h of document.querySelectorAll("h1,h2,h3,h4")) { const n = +h.tagName[1]; if (n > at + 1) out.push(h.innerText); at = n; } return out })()`)
			tb.none("leads nowhere", `[...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href")).filter(h => h[0] !== "#" || !document.getElementById(decodeURIComponent(h.slice(1))))`)
			tb.none("labelled by nothing", `[...document.querySelectorAll("[aria-labelledby]")].map(e => e.getAttribute("aria-labelledby")).filter(id => !document.getElementById(id)?.innerText)`)
			tb.none("id used twice", `(() => { const ids = [...document.querySelectorAll("[id]")].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i) })()`)
			tb.none("without a name", `[...document.querySelectorAll("input, select, button")].filter(e => !(e.labels?.[0]?.innerText || e.innerText)).map(e => e.outerHTML)`)
			tb.none("side coloured as right or wrong", `[...document.querySelectorAll(".reading:not(.same)")].map(e => getComputedStyle(e).backgroundColor).filter(c => {
				const [r, g, b] = c.match(/\d+/g).map(Number); return g > b + 8 && g > r + 8 || r > b + 8 && r > g + 24 })`)
		})
	}
}

// contrast lists text that stands out less than WCAG 2 AA asks for: 4.5 to 1.
const contrast = `(() => {
	const rgb = c => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m };
	const lum = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
	const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; if (c[3] > 0) throw "translucent" }
		throw "no ground" };
	const out = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	let least = 99;
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.data.trim() || !e.checkVisibility() || ["SCRIPT", "STYLE"].includes(e.tagName)) continue;
		const a = lum(rgb(getComputedStyle(e).color).slice(0, 3)), b = lum(ground(e).slice(0, 3));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		least = Math.min(least, ratio);
		if (ratio < 4.5) out.add(ratio.toFixed(2) + " " + e.tagName + "." + e.className + ": " + e.innerText.slice(0, 40));
	}
	window.least = least;
	return [...out];
})()`

func hasContrast(t *testing.T, browser context.Context, html string) {
	for name, v := range map[string]view{"light": {}, "dark": {dark: true}, "print": {print: true}, "print from dark": {print: true, dark: true}} {
		t.Run(name, func(t *testing.T) {
			tb := open(t, browser, html, v)
			eval[chromedp.Void](tb, unfold)
			// Every colour of a side, not only those of the two in the fixture.
			eval[chromedp.Void](tb, `for (const s of document.querySelectorAll(".reading.s1")) for (const n of [2, 3, 4, 5]) { const c = s.cloneNode(true); c.className = "reading s" + n; s.after(c) }`)
			tb.none("contrast", contrast)
			t.Logf("least contrast %.2f", eval[float64](tb, `least`))
		})
	}
}

// visible is the rules of the findings that are not hidden, in their order.
const visible = `[...document.querySelectorAll(".finding")].filter(f => !f.closest("[hidden]")).map(f => f.dataset.rule)`

func filters(t *testing.T, browser context.Context, html string) {
	tb := open(t, browser, html, view{})
	all := []string{"quote-wording", "figure-conflict", "figure-untraceable", "figure-unsourced", "figure-unsourced"}
	untick := func(name, value string) string {
		return fmt.Sprintf(`document.querySelector("#filters input[name=%s][value=%s]").click()`, name, value)
	}
	choose := func(name, label string) string {
		return fmt.Sprintf(`(() => { const s = document.querySelector("#filters [name=%s]"); s.value = [...s.options].find(o => o.text.startsWith(%q)).value;
			s.dispatchEvent(new Event("input", { bubbles: true })) })()`, name, label)
	}
	for _, test := range []struct {
		name, action string
		want         []string
		stories      int
	}{
		{"nothing", `0`, all, 2},
		{"level", untick("level", "error"), all[2:], 2},
		{"two levels", untick("level", "error") + ";" + untick("level", "warning"), all[3:4], 1},
		{"verdict", untick("verdict", "conflict"), all[2:], 2},
		{"rule", choose("rule", "figure-unsourced"), all[3:], 2},
		{"outlet", choose("outlet", "Brant Echo"), all[4:], 1},
		{"outlet and rule", choose("outlet", "Bugle") + ";" + choose("rule", "figure-unsourced"), all[3:4], 1},
		{"story", choose("story", "Story 2"), all[4:], 1},
		{"agreement only", untick("verdict", "conflict") + ";" + untick("verdict", "alone"), nil, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			eval[chromedp.Void](tb, test.action)
			tb.filtered(t, test.want, len(all), test.stories)
			tb.do(chromedp.Do(tb.ctx, chromedp.Click(chromedp.CSS("#filters button[type=reset]"))))
			eval[chromedp.Void](tb, `new Promise(done => setTimeout(done))`, chromedp.EvalAwaitPromise)
			tb.filtered(t, all, len(all), 2)
		})
	}
	t.Run("words", func(t *testing.T) {
		tb.do(chromedp.Do(tb.ctx, chromedp.SendKeys(chromedp.CSS("#filters [name=words]"), "OLD wiring")))
		tb.filtered(t, all[2:3], len(all), 1)
		tb.do(chromedp.Do(tb.ctx, chromedp.SendKeys(chromedp.CSS("#filters [name=words]"), " no such words")))
		tb.filtered(t, nil, len(all), 0)
	})
}

func (tb *tab) filtered(t *testing.T, want []string, of, stories int) {
	t.Helper()
	if got := eval[[]string](tb, visible); !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	status := eval[string](tb, `document.querySelector("#shown[role=status]").innerText`)
	if want := fmt.Sprintf("%d of %d findings shown, in %d of 2 stories", len(want), of, stories); status != want {
		t.Errorf("status %q, want %q", status, want)
	}
	if n := eval[int](tb, `[...document.querySelectorAll("section.story, .stories tbody tr")].filter(e => !e.hidden).length`); n != 2*stories {
		t.Errorf("%d stories and rows of the overview, want %d", n, 2*stories)
	}
}

// deepLink: the anchor of a finding is its fingerprint; it is reached where it
// is folded up, and where a filter has hidden it.
func deepLink(t *testing.T, browser context.Context, html string) {
	const contextual = "nv1:000000000000000" // and the digit of the fixture
	id := eval[string](open(t, browser, html, view{}), `document.querySelector("details .finding").id`)
	if !strings.HasPrefix(id, contextual) {
		t.Fatalf("id %q is no fingerprint", id)
	}
	reached := func(t *testing.T, tb *tab) {
		t.Helper()
		tb.none("not reached", fmt.Sprintf(`(() => { const f = document.getElementById(%q), box = f.getBoundingClientRect(), nav = document.getElementById("filters"), out = [];
			if (!f.checkVisibility()) out.push("hidden");
			if (document.activeElement !== f) out.push("focus on " + document.activeElement.tagName);
			if (getComputedStyle(f).outlineStyle === "none") out.push("no highlight");
			if (box.top < 0 || box.top > innerHeight) out.push("out of the window: " + box.top);
			if (getComputedStyle(nav).position === "sticky" && box.top < nav.getBoundingClientRect().bottom) out.push("under the filters");
			return out })()`, id))
	}
	t.Run("on arrival", func(t *testing.T) {
		tb := open(t, browser, html, view{fragment: id})
		reached(t, tb)
		tb.shot("deep-link")
	})
	t.Run("encoded", func(t *testing.T) {
		reached(t, open(t, browser, html, view{fragment: strings.ReplaceAll(id, ":", "%3A")}))
	})
	t.Run("on a narrow screen", func(t *testing.T) { reached(t, open(t, browser, html, view{fragment: id, width: 420})) })
	t.Run("filtered out", func(t *testing.T) {
		tb := open(t, browser, html, view{})
		eval[chromedp.Void](tb, `document.querySelector("#filters [value=info]").click()`)
		eval[chromedp.Void](tb, fmt.Sprintf(`new Promise(done => { addEventListener("hashchange", () => setTimeout(done)); location.hash = %q })`, id), chromedp.EvalAwaitPromise)
		reached(t, tb)
	})
	t.Run("nonsense", func(t *testing.T) {
		for _, f := range []string{"%", "%ff", "nv1:no-such", "main", "shown"} {
			open(t, browser, html, view{fragment: f})
		}
	})
}

// keyboard: the first stop is the link past the filters, every stop is seen,
// and no stop is a trap.
func keyboard(t *testing.T, browser context.Context, html string) {
	tb := open(t, browser, html, view{})
	key := func(k string) { t.Helper(); tb.do(chromedp.Do(tb.ctx, chromedp.KeyEvent(k))) }
	key(kb.Tab)
	if got := eval[string](tb, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first stop is %q", got)
	}
	if eval[float64](tb, `document.activeElement.getBoundingClientRect().left`) < 0 {
		t.Error("the link past the filters is out of sight when it has the focus")
	}
	key(kb.Enter)
	eval[chromedp.Void](tb, `new Promise(done => { const ask = () => document.activeElement.id === "main" ? done() : setTimeout(ask); ask() })`, chromedp.EvalAwaitPromise)
	key(kb.Tab)
	if !eval[bool](tb, `document.getElementById("main").contains(document.activeElement)`) {
		t.Errorf("past the filters the next stop is %s", eval[string](tb, `document.activeElement.outerHTML.slice(0, 80)`))
	}
	stops := eval[int](tb, `[...document.querySelectorAll("main a, main summary, main [tabindex='0']")].filter(e => e.checkVisibility()).length`)
	for i := 1; i < stops; i++ {
		if got := eval[string](tb, `getComputedStyle(document.activeElement).outlineStyle`); got == "none" {
			t.Errorf("no outline on %s", eval[string](tb, `document.activeElement.outerHTML.slice(0, 80)`))
		}
		key(kb.Tab)
	}
	if !eval[bool](tb, `document.getElementById("main").contains(document.activeElement)`) {
		t.Errorf("%d stops in the report were not enough", stops)
	}
	key(kb.Tab)
	if eval[bool](tb, `document.getElementById("main").contains(document.activeElement)`) {
		t.Errorf("more than %d stops in the report", stops)
	}
}

func withoutScript(t *testing.T, browser context.Context, html string) {
	tb := open(t, browser, html, view{noScript: true})
	tb.shot("no-script")
	if eval[bool](tb, `document.getElementById("filters").checkVisibility()`) {
		t.Error("filters are shown that nothing brings to life")
	}
	if got := eval[int](tb, `[...document.querySelectorAll(".finding")].filter(f => !f.closest("[hidden]")).length`); got != 5 {
		t.Errorf("%d findings, want 5", got)
	}
	tb.none("neither shown nor folded up", `[...document.querySelectorAll("main *")].filter(e => !e.checkVisibility() && !e.closest("details:not([open])")).map(e => e.outerHTML.slice(0, 80))`)
	id := eval[string](tb, `document.querySelector("details .finding").id`)
	tb = open(t, browser, html, view{noScript: true, fragment: id})
	if !eval[bool](tb, `document.querySelector("details .finding").checkVisibility()`) {
		t.Error("a link does not open what is folded up")
	}
}

func printed(t *testing.T, browser context.Context, html string) {
	tb := open(t, browser, html, view{print: true, dark: true, width: 720})
	tb.shot("print")
	if eval[bool](tb, `document.getElementById("filters").checkVisibility()`) {
		t.Error("filters are printed")
	}
	if got := eval[string](tb, `getComputedStyle(document.body).backgroundColor`); got != "rgb(255, 255, 255)" {
		t.Errorf("printed on %s", got)
	}
	tb.none("folded up in print", `[...document.querySelectorAll(".finding, details li")].filter(e => e.getBoundingClientRect().height === 0).map(e => e.innerText)`)
	tb.none("cut off in print", `[...document.querySelectorAll("table")].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.className)`)
}

func large(t *testing.T, browser context.Context) {
	html := render(t, report.Page, report.Options{}, check.Summary{}, many(20, 50, 10)...)
	t.Logf("%d findings, 10 outlets: %.1f MB", strings.Count(html, "<article"), float64(len(html))/1e6)
	if len(html) > 5e6 {
		t.Errorf("%d bytes for 1,000 findings, the limit is 5 MB", len(html))
	}
	tb := open(t, browser, html, view{})
	t.Logf("loaded in %v", tb.took)
	tb.peek("large", ".matrix")
	open(t, browser, html, view{width: 420}).peek("large-narrow", ".matrix")
	for name, action := range map[string]string{
		"level":  `document.querySelector("#filters [value=info]").click()`,
		"words":  `(() => { const w = document.querySelector("#filters [name=words]"); w.value = "41"; w.dispatchEvent(new Event("input", { bubbles: true })) })()`,
		"outlet": `(() => { const s = document.querySelector("#filters [name=outlet]"); s.selectedIndex = 3; s.dispatchEvent(new Event("input", { bubbles: true })) })()`,
	} {
		took := eval[float64](tb, fmt.Sprintf(`(() => { const from = performance.now(); %s; document.body.offsetHeight; return performance.now() - from })()`, action))
		t.Logf("filter by %s: %.0f ms", name, took)
		if took > 3000 {
			t.Errorf("filter by %s takes %.0f ms", name, took)
		}
	}
	if tb.took > 20*time.Second {
		t.Errorf("loaded in %v", tb.took)
	}
}
