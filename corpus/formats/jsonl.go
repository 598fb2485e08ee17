package formats

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// JSONL is one JSON object per line.
var JSONL = &corpus.Format{
	Name: "jsonl",
	Doc: `JSON Lines

Each line is an object with id, outlet or publisher, url, title, author,
published, lang, kind, issuer, and text or html. Other keys are ignored. The
file may be of any size, a line may not. Offsets count in the decoded title
and text; those of html count in the decoded html.`,
	Exts: []string{".jsonl", ".ndjson"},
	Sniff: func(head []byte) bool {
		head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), " \t\r\n")
		rest, ok := bytes.CutPrefix(head, []byte("{"))
		return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte(`"`))
	},
	Read: func(r io.Reader, uri string, lim corpus.Limits) iter.Seq2[*corpus.Document, error] {
		return func(yield func(*corpus.Document, error) bool) { readLines(r, uri, lim, yield) }
	},
}

func readLines(r io.Reader, uri string, lim corpus.Limits, yield func(*corpus.Document, error) bool) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, _ := in.Peek(4 << 10)
	if isUTF16(head) {
		in = bufio.NewReaderSize(utf16Decoder().Reader(in), 64<<10)
	} else if bytes.IndexByte(head, 0) >= 0 {
		yield(nil, problem(uri, errBinary))
		return
	}
	n := 0
	for line := 1; ; line++ {
		b, err := readLine(in, lim.Document)
		if line == 1 {
			b = bytes.TrimPrefix(b, []byte(bom))
		}
		if err != nil && err != io.EOF && !errors.Is(err, errLong) {
			yield(nil, err)
			return
		}
		if b = bytes.TrimSpace(b); len(b) > 0 || errors.Is(err, errLong) {
			n++
			var d *corpus.Document
			problem := tooLong("record", lim)
			if !errors.Is(err, errLong) {
				d, problem = readRecord(b, uri, line, n)
			}
			if problem != nil {
				problem = &corpus.Error{URI: uri, Line: line, Err: problem}
			}
			if !yield(d, problem) {
				return
			}
		}
		if err == io.EOF {
			break
		}
	}
	if n == 0 {
		yield(nil, problem(uri, errEmpty))
	}
}

var errLong = errors.New("too long")

// readLine returns the next line. One of more than limit bytes is skipped:
// errLong.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var b []byte
	for long := false; ; {
		part, err := in.ReadSlice('\n')
		if int64(len(b)+len(part)) > limit+1 { // the line feed is not the record's
			long, b = true, nil
		} else if !long {
			b = append(b, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case long && (err == nil || err == io.EOF):
			return nil, errLong
		default:
			return b, err
		}
	}
}

// A record is a line of the file. What is a list, a number or an object where
// words are wanted is forgiven, since exporters differ.
type record struct {
	ID        json.RawMessage `json:"id"`
	Outlet    json.RawMessage `json:"outlet"`
	Publisher json.RawMessage `json:"publisher"`
	URL       json.RawMessage `json:"url"`
	Title     json.RawMessage `json:"title"`
	Author    json.RawMessage `json:"author"`
	Authors   json.RawMessage `json:"authors"`
	Published json.RawMessage `json:"published"`
	Date      json.RawMessage `json:"date"`
	Lang      json.RawMessage `json:"lang"`
	Kind      json.RawMessage `json:"kind"`
	Issuer    json.RawMessage `json:"issuer"`
	Text      json.RawMessage `json:"text"`
	HTML      json.RawMessage `json:"html"`
}

// wordsOf returns the words of a JSON value: a string, a number, an object
// with a name, or a list of these.
func wordsOf(b json.RawMessage) []string {
	if len(b) > 0 && b[0] == '[' {
		var list []json.RawMessage
		var out []string
		json.Unmarshal(b, &list)
		for _, x := range list {
			if s := wordOf(x); s != "" {
				out = append(out, s)
			}
		}
		return out
	}
	if s := wordOf(b); s != "" {
		return []string{s}
	}
	return nil
}

func wordOf(b json.RawMessage) string {
	var s string
	switch {
	case len(b) == 0:
	case b[0] == '"':
		json.Unmarshal(b, &s)
	case b[0] == '{':
		var object struct {
			Name any `json:"name"`
		}
		json.Unmarshal(b, &object)
		s, _ = object.Name.(string)
	case b[0] == '-' || isDigit(b[0]):
		s = string(b)
	}
	return s
}

// first returns the first of the words of b.
func first(b json.RawMessage) string {
	if w := wordsOf(b); len(w) > 0 {
		return w[0]
	}
	return ""
}

func readRecord(b []byte, uri string, line, n int) (*corpus.Document, error) {
	if !utf8.Valid(b) {
		return nil, fmt.Errorf("broken utf-8 at byte %d of the line", firstInvalid(b))
	}
	if b[0] != '{' {
		return nil, errors.New("want a json object")
	}
	var r record
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("broken json: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	ref := corpus.Ref{URI: uri, Line: line, Name: fmt.Sprintf("%s#%d", uri, n)}
	own := clean(first(r.ID))
	if own != "" {
		ref.Name = own
	}
	for _, f := range []struct {
		key   string
		value json.RawMessage
	}{
		{"outlet", r.Outlet}, {"publisher", r.Publisher}, {"url", r.URL}, {"published", r.Published}, {"date", r.Date},
		{"lang", r.Lang}, {"kind", r.Kind}, {"issuer", r.Issuer},
	} {
		setRef(&ref, f.key, clean(first(f.value)))
	}
	var authors []string
	for _, a := range append(wordsOf(r.Author), wordsOf(r.Authors)...) {
		authors = append(authors, clean(a))
	}
	title, body := first(r.Title), first(r.Text)
	c := newComposer(text.InTitle, title)
	c.copy(0, len(title))
	c.end(corpus.Headline)
	if markup := first(r.HTML); body == "" && markup != "" {
		c.origin(text.InText, markup)
		return c.page(ref, own, authors)
	}
	c.origin(text.InText, body)
	c.prose(splitLines(body, 0))
	return c.finish(ref, own, authors)
}

// clean returns a value of metadata in NFC and on one line.
func clean(s string) string { return joined(text.NFC(s)) }
