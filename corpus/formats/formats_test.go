package formats_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

// read returns the one document that format finds in raw.
func read(t *testing.T, format *corpus.Format, raw string) *corpus.Document {
	t.Helper()
	for d, err := range format.Read(strings.NewReader(raw), "x", corpus.DefaultLimits) {
		if err != nil {
			t.Fatalf("%.200q: %v", raw, err)
		}
		return d
	}
	t.Fatalf("%.200q: no document", raw)
	return nil
}

func TestFormatsAreNamed(t *testing.T) {
	var names []string
	for _, f := range formats.All {
		title, _, _ := strings.Cut(f.Doc, "\n")
		if f.Name != strings.ToLower(f.Name) || title == "" || strings.HasSuffix(title, ".") || len(f.Exts) == 0 || f.Sniff == nil || f.Read == nil {
			t.Errorf("format %q is incomplete", f.Name)
		}
		names = append(names, f.Name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("formats %v are not in the order of their names", names)
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]string{
		"<!DOCTYPE HTML>\n<html>": "html", "\ufeff  <html lang=en>": "html", "<!-- saved -->\n<html>": "html",
		"{\"text\": \"Fire.\"}": "jsonl", "{ \"id\"": "jsonl", "# Fire in Brant\n": "markdown", "---\ntitle: x\n---\n\n# Fire\n": "markdown",
		"---\ntitle: x\n---\nFire.\n": "text", "Fire in Brant": "text", "{so it is}": "text", "": "text",
	} {
		i := slices.IndexFunc(formats.All, func(f *corpus.Format) bool { return f.Sniff([]byte(head)) })
		if got := formats.All[i].Name; got != want {
			t.Errorf("%q is %s, want %s", head, got, want)
		}
	}
}

func TestPublished(t *testing.T) {
	for value, want := range map[string]string{
		"2024-05-03": "2024-05-03T00:00:00Z day", "20240503": "2024-05-03T00:00:00Z day", "3 May 2024": "2024-05-03T00:00:00Z day",
		"May 3, 2024": "2024-05-03T00:00:00Z day", "03/04/2024": "2024-03-04T00:00:00Z day", "Fri, 03 May 2024 10:30:00 GMT": "2024-05-03T10:30:00Z instant",
		"2024-05-03T10:30:00Z": "2024-05-03T10:30:00Z instant", "2024-05-03T22:30:00-04:00": "2024-05-03T22:30:00-04:00 instant",
		"2024-05-03 10:30": "2024-05-03T10:30:00Z instant", "2024-05-03T10:30:00.123+0200": "2024-05-03T10:30:00+02:00 instant",
		"May 3, 2024 10:30 PM EDT": "2024-05-03T22:30:00-04:00 instant", "1714732200": "2024-05-03T10:30:00Z instant", "1714732200000": "2024-05-03T10:30:00Z instant",
		"May 2024": "", "2024": "", "2024-05": "", "soon": "", "2024-13-45": "", "0001-01-01": "", "9999-99-99T99:99:99Z": "", strings.Repeat("1", 60): "",
	} {
		d := read(t, formats.Text, "---\npublished: '"+value+"'\n---\nFire.\n")
		got := ""
		if d.Dated != "" {
			got = d.Published.Format(time.RFC3339) + " " + string(d.Dated)
		}
		if got != want {
			t.Errorf("published %q is %q, want %q", value, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"Fire.":          "en",
		"Fuego en Brant": "en", // two words are no evidence
		"The mayor said that it was so and that they had come.":                                                            "en",
		"Der Bürgermeister sagte, dass er nicht mit dem Rat und den Leuten gesprochen hat.":                                "de",
		"Le maire a dit que la ville ne serait pas reconstruite avec les mêmes pierres.":                                   "fr",
		"El alcalde dijo que la ciudad no se va a reconstruir con las mismas piedras.":                                     "es",
		"O prefeito disse que a cidade não será reconstruída com as mesmas pedras, e que isso é mais do que uma promessa.": "pt",
		"Il sindaco ha detto che la città non sarà ricostruita con le stesse pietre della chiesa.":                         "it",
		"De burgemeester zei dat de stad niet met het geld van de kerk wordt gebouwd en dat er meer is.":                   "nl",
		strings.Repeat("Мэр сказал, что город будет восстановлен после пожара на этой неделе. ", 5):                        "ru",
	} {
		if d := read(t, formats.Text, s); d.Lang != want {
			t.Errorf("%q is %s, want %s", s, d.Lang, want)
		}
	}
}

func TestIDsAreOfContent(t *testing.T) {
	id := func(format *corpus.Format, raw string) corpus.ID { return read(t, format, raw).ID }
	front := func(outlet string) string { return "---\noutlet: " + outlet + "\n---\nFire in Brant.\n" }
	if id(formats.Text, front("Bugle")) != id(formats.Markdown, front("Bugle")) {
		t.Error("one article in two formats has two IDs")
	}
	if id(formats.Text, front("Bugle")) == id(formats.Text, front("Courier")) {
		t.Error("two outlets that print one text have one ID")
	}
	if id(formats.JSONL, `{"id":"a","text":"Fire."}`) == id(formats.JSONL, `{"id":"b","text":"Fire."}`) {
		t.Error("two records have one ID")
	}
}

func TestDeeplyNestedPagesAreRead(t *testing.T) {
	raw := "<html><body><nav><p>Home</nav>" + strings.Repeat("<div>", 2000) + "<p>Fire swept the town of Brant on Friday.</p><p>Two people died.</p>"
	d := read(t, formats.HTML, raw)
	if want := "Fire swept the town of Brant on Friday.\n\nTwo people died."; d.Text != want {
		t.Errorf("text is %q, want %q", d.Text, want)
	}
}

func ExampleAll() {
	raw := "---\noutlet: Bugle\npublished: 2024-05-03\n---\n# Fire in Brant\n\nThere were **27** dead.\n"
	for d, err := range formats.Markdown.Read(strings.NewReader(raw), "fire.md", corpus.DefaultLimits) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, b := range d.Blocks {
			p := d.Map.Place(b.Span)
			fmt.Printf("%d:%d %s: %s\n", p.From.Line, p.From.Column, b.Kind, b.Of(d.Text))
		}
	}
	// Output:
	// 5:3 headline: Fire in Brant
	// 7:1 paragraph: There were 27 dead.
}

func BenchmarkRead(b *testing.B) {
	para := strings.Repeat("The mayor said on Friday that 27 people had died. ", 8)
	body := strings.Repeat(para+"\n\n", 10)
	for format, raw := range map[*corpus.Format]string{
		formats.Text:     "Fire in Brant\n\n" + body,
		formats.Markdown: "# Fire in Brant\n\n" + body,
		formats.HTML:     "<title>Fire in Brant</title><article><h1>Fire in Brant</h1><p>" + strings.ReplaceAll(body, "\n\n", "</p>\n<p>") + "</article>",
		formats.JSONL:    fmt.Sprintf("{\"title\":\"Fire in Brant\",\"text\":%q}", body),
	} {
		b.Run(format.Name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				for _, err := range format.Read(strings.NewReader(raw), "x", corpus.DefaultLimits) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
