package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// An extracted is what the test reads of a line of extract -o jsonl.
type extracted struct {
	Quotes, Dates, Figures []struct {
		Start, End   int
		Text         string
		Basis, Part  string
		Speaker      string
		SpeakerStart *int `json:"speaker_start"`
		SpeakerEnd   *int `json:"speaker_end"`
		Cue          string
		CueStart     *int `json:"cue_start"`
		CueEnd       *int `json:"cue_end"`
	}
}

// TestOffsets holds the law of offsets (ARCHITECTURE.md) for every item of every format:
// normalise(input[start:end]) == text.
func TestOffsets(t *testing.T) {
	dir := t.TempDir()
	items := 0
	rapid.Check(t, func(t *rapid.T) {
		a := drawArticle(t)
		format := rapid.SampledFrom([]string{"txt", "md", "html", "jsonl"}).Draw(t, "format")
		crlf := rapid.Bool().Draw(t, "crlf")
		bom := rapid.Bool().Draw(t, "bom") && format != "jsonl"
		gzipped := rapid.Bool().Draw(t, "gz")

		input, fields := a.as(format)
		if crlf {
			input = strings.ReplaceAll(input, "\n", "\r\n")
		}
		if bom {
			input = "\ufeff" + input
		}
		path := filepath.Join(dir, "article."+format)
		file := []byte(input)
		if gzipped {
			path += ".gz"
			file = compress(t, file)
		}
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		if status := execute(t.Context(), []string{"extract", "-o", "jsonl", path}, &stdout, &stderr); status != success {
			t.Fatalf("exit status %d: %s\n%s", status, &stderr, input)
		}
		var got extracted
		if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		for _, it := range append(append(got.Quotes, got.Dates...), got.Figures...) {
			items++
			in := input
			if it.Basis != "file" {
				in = fields[it.Part]
			}
			check := func(what string, start, end int, want string) {
				if start < 0 || end > len(in) || start > end {
					t.Fatalf("%s %q: [%d:%d] is outside of %d bytes", what, want, start, end, len(in))
				}
				if got := normalise(in[start:end], format, it.Basis); got != fold(want) {
					t.Fatalf("%s: [%d:%d] of the %s is %q, normalised %q, want %q\n%s", what, start, end, it.Basis, in[start:end], got, want, in)
				}
			}
			check("item", it.Start, it.End, it.Text)
			if it.SpeakerStart != nil {
				check("speaker", *it.SpeakerStart, *it.SpeakerEnd, it.Speaker)
			}
			if it.CueStart != nil {
				check("cue", *it.CueStart, *it.CueEnd, it.Cue)
			}
		}
	})
	least := 200
	if testing.Short() {
		least /= 5 // rapid draws a fifth of the articles
	}
	if items < least {
		t.Errorf("only %d items were looked at", items)
	}
}

// An article is invented, as plain paragraphs.
type article struct {
	title      string
	paragraphs []string
}

func drawArticle(t *rapid.T) article {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	a := article{title: pick("title", "Fire at Aldport mill", "27 dead in Brant & Aldport", "Mayor: “We will rebuild”", "Café déjà vu")}
	for range rapid.IntRange(1, 5).Draw(t, "paragraphs") {
		who := pick("who", "Jane Roe", "Zoë Brontë", "the mayor of Aldport", "José Niño")
		a.paragraphs = append(a.paragraphs, pick("sentence",
			"“"+pick("words", "We will rebuild the mill", "Nobody came & nobody called", "It was 5 < 6, they said", "That is naïve")+",” "+who+" said on Friday, 3 May 2024. “We will not stop.”",
			"There were "+pick("n", "27", "about 1,200", "at least 40", "$3.4 million in damages and 12", "over 70% of")+" people in the mill at Aldport, "+who+" told the Bugle.",
			who+" said the fire, which began at 9 p.m. on Friday, had spread for 3.5 km; prices rose 5 percent last month.",
			"In May 2024 the town of Brant – the 😀 of the coast – counted 28 dead and 140 hurt, "+who+" said: \"It was the worst day.\"",
			"The council’s vote on 12 June 2024 was 21 to 14, and "+who+" called it “a shame”."))
	}
	return a
}

// as writes the article in a format; fields are those of a record.
func (a article) as(format string) (input string, fields map[string]string) {
	body := strings.Join(a.paragraphs, "\n\n")
	switch format {
	case "md":
		marked := strings.NewReplacer("people", "*people*", "Friday", "**Friday**", "Bugle", "[Bugle](https://example.org/b)", "&", "&amp;", "<", "&lt;").Replace(body)
		return "---\noutlet: Bugle\npublished: 2024-05-04\n---\n\n# " + a.title + "\n\n" + marked + "\n", nil
	case "html":
		var b strings.Builder
		fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><title>%s</title><meta property=\"article:published_time\" content=\"2024-05-04\"></head>\n<body><article>\n<h1>%s</h1>\n",
			html.EscapeString(a.title), html.EscapeString(a.title))
		for _, p := range a.paragraphs {
			p = html.EscapeString(p)
			p = strings.NewReplacer("people", "<em>people</em>", "Friday", "<b>Fri</b>day", " said", "\nsaid", "ö", "o&#x308;", "é", "&eacute;").Replace(p)
			fmt.Fprintf(&b, "<p>%s</p>\n", p)
		}
		b.WriteString("</article></body></html>\n")
		return b.String(), nil
	case "jsonl":
		record, err := json.Marshal(map[string]string{"id": "one", "outlet": "Bugle", "published": "2024-05-04", "title": a.title, "text": body})
		if err != nil {
			panic(err)
		}
		return string(record) + "\n", map[string]string{"title": a.title, "text": body}
	}
	return "---\noutlet: Bugle\npublished: 2024-05-04\n---\n" + a.title + "\n\n" + body + "\n", nil
}

func compress(t *rapid.T, b []byte) []byte {
	var out bytes.Buffer
	if err := gzipTo(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var (
	tag    = regexp.MustCompile(`<[^>]*>`)
	target = regexp.MustCompile(`\]\([^)]*\)?|\[`)
)

// normalise drops tags and marks of emphasis, decodes entities, folds white
// space and composes letters.
func normalise(s, format, basis string) string {
	if basis == "file" && format == "html" {
		s = html.UnescapeString(tag.ReplaceAllString(s, ""))
	}
	if basis == "file" && format == "md" {
		s = html.UnescapeString(strings.NewReplacer("*", "").Replace(target.ReplaceAllString(s, "")))
	}
	return fold(s)
}

func fold(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }
