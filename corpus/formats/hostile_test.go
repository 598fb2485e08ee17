package formats_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

// What each format is made of, for putting together at random.
var fragments = map[string][]string{
	"html": strings.Split(`<p>|</p>|<h1>|</h1>|<title>|</title>|<article>|</article>|<table>|<tr>|<td>|</table>|<ul>|<li>|<br>|<br/>|<q>|</q>|<a href="/x">|</a>|
<b>|</b>|<i|>|<|&amp;|&#x41;|&#0;|&nbsp;|&bogus;|&|<script>|</script>|<style>|<nav>|</nav>|<aside>|<noscript>|<textarea>|<svg>|<title/>|<select>|<option>|<div hidden>|
<meta property="og:title" content="Fire &quot;in&quot; Brant">|<meta name=date content=2024-05-03>|<time datetime='2024-05-03'>|<html lang=en>|<!--|-->|<![CDATA[|]]>|
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fire","author":[{"name":"Roe"}]}</script>|<figcaption>|<blockquote>|<p/>|</div>|<template>|<math>|<plaintext>|<body>|</body>|</html>|<form>|<frameset>|<head>|Fire in Brant|Two people died in the mill on Friday, said the mayor.`, "|"),
	"markdown": strings.Split("# |## |> |- |1. |* |`|```\n|~~~\n|**|_|[|](|)|<|>|<br>|&amp;|\\|    |\t|---\n|===\n| a~b \n---~---\n|~|![|]: /x|[x]|<https://x.example>|title: x\n|Fire|27 dead|  \n|\\\n", "|"),
	"text":     strings.Split("---\n|title: |\"|'|>\n|outlet: Bugle\n|published: 2024-05-03\n|: |[|]|{|}|- |• |1. | ~ |\\u0041|\\|#|&x |*x|!!str |Fire in Brant|27 dead.|\t", "|"),
	"jsonl":    strings.Split(`{|}|"title":|"text":|"html":|"id":|"author":|"published":|,|"Fire in Brant"|"Two people\ndied."|"\u0000\ud800"|"<p>Two died.</p>"|["a",{"name":"b"}]|null|true|1714732200|-1e9|"2024-05-03"`, "|"),
}

func TestAnythingIsRead(t *testing.T) {
	lim := corpus.Limits{Document: 1 << 16, Ratio: 100, Documents: 1000}
	for _, format := range formats.All {
		t.Run(format.Name, func(t *testing.T) {
			own := rapid.SampledFrom(fragments[format.Name])
			any := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", " ", "é", "e\u0301", "\u0301", "\ufeff", "\x07", "\u00a0", "\u2028", "|", "\ue0001\ue001", "\u200b", strings.Repeat("\u0301", 40)})
			rapid.Check(t, func(t *rapid.T) {
				raw := strings.Join(rapid.SliceOfN(rapid.OneOf(own, own, own, any), 0, 60).Draw(t, "raw"), "")
				for d, err := range format.Read(strings.NewReader(raw), "x", lim) {
					if e := (*corpus.Error)(nil); err != nil && !errors.As(err, &e) {
						t.Fatalf("%q: %v is no *corpus.Error", raw, err)
					}
					if err == nil {
						checkDocument(t, d, len(raw))
					}
				}
			})
		})
	}
}

var repeated = map[string][]string{
	"html": {"<div>", "<p>", "<b>", "</p>", "<p>a", "<p>a</b></p>", "<td>", "<a href=x>y", "<br>", "<q>", "&", "&amp;", "<!--", "<", "<h1>Fire</h1>",
		"<meta property=a content=b>", "<script>", "<time datetime=2024>", "<li><p>", "<table><tr><td>", "e\u0301"},
	"markdown": {">", "> ", "- ", "1. ", "[", "[a](", "![", "`", "*a ", "|a|b\n|-|-\n", "# a\n", "[a]: b\n", "a\n- ", "\n", "a\n", "a b\n\n", "<", "&", "\\"},
	"text":     {"a\n", "a b\n\n", "- ", "|", "a|b\n", "e\u0301", "\u0301", " \n", "--- ", "---\n", "x: ", "x: &a [*a]\n"},
	"jsonl":    {"{\"text\":[", "[", "{\"text\":\"a\"}\n", "\"", "\n", "{\"a\":"},
}

// Headings are held against titles, so that both at length cost their product.
func TestLongTitlesOverManyHeadings(t *testing.T) {
	words, headings := strings.Repeat("word of it ", 2000), strings.Repeat("<h1>Some four words here</h1>", 2000)
	for _, head := range []string{"<title>" + words + "</title>", `<meta property="og:title" content="` + words + `">`,
		`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","name":"` + words + `"}</script>`,
		`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"` + words + `"}</script>`} {
		began := time.Now()
		for range formats.HTML.Read(strings.NewReader("<html><head>"+head+"</head><body>"+headings+"</body></html>"), "x", corpus.DefaultLimits) {
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%.20q… over %d bytes of headings took %v", head, len(headings), took)
		}
	}
}

// Eight times the input may take some more than eight times as long.
func TestReadInLinearTime(t *testing.T) {
	const small, large = 32 << 10, 256 << 10
	for _, format := range formats.All {
		for _, unit := range repeated[format.Name] {
			read := func(size int) time.Duration {
				raw := strings.Repeat(unit, size/len(unit))
				if format == formats.Text && strings.HasPrefix(unit, "x:") {
					raw = "---\n" + raw + "\n---\n"
				}
				began := time.Now()
				for range format.Read(strings.NewReader(raw), "x", corpus.DefaultLimits) {
				}
				return time.Since(began)
			}
			a, b := read(small), read(large)
			for range 4 { // others use the machine too
				if b <= 24*a+500*time.Millisecond {
					break
				}
				a, b = max(a, read(small)), min(b, read(large))
			}
			if b > 24*a+500*time.Millisecond {
				t.Errorf("%s: %q repeated to %d bytes took %v, to %d bytes %v", format.Name, unit, small, a, large, b)
			}
		}
	}
}
