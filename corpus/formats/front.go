package formats

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// A front is the front matter of a file.
type front struct {
	ref     corpus.Ref // without the title
	authors []string
	title   *yaml.Node // where the title stands, or nil
	line    int        // lines before those of the YAML
	body    int        // offset at which the rest of the file begins
}

// maxFront bounds front matter: a document that is all front matter is none.
const maxFront = 64 << 10

// readFront reads the YAML between two lines of "---" at the start of raw. A
// file that begins otherwise, or with a rule and prose, has none; keys other
// than ours are somebody else's. The error is a *lineError.
func readFront(raw string) (front, error) {
	start := len(raw) - len(strings.TrimPrefix(raw, bom))
	none := front{body: start}
	first, at := cutLine(raw, start)
	if strings.TrimRight(first, " \t") != "---" {
		return none, nil
	}
	from := at
	for at < len(raw) && at-from < maxFront {
		line, next := cutLine(raw, at)
		if l := strings.TrimRight(line, " \t"); l == "---" || l == "..." {
			return parseFront(raw[from:at], next, none)
		}
		at = next
	}
	if l, _ := cutLine(raw, from); looksLikeKey(l) {
		return none, &lineError{1, errors.New("front matter without a closing ---")}
	}
	return none, nil
}

// cutLine returns the line of raw at offset at, and where the next begins.
func cutLine(raw string, at int) (string, int) {
	i := strings.IndexAny(raw[at:], "\r\n")
	if i < 0 {
		return raw[at:], len(raw)
	}
	next := at + i + 1
	if strings.HasPrefix(raw[at+i:], "\r\n") {
		next++
	}
	return raw[at : at+i], next
}

// looksLikeKey reports whether line is "key:" or "key: value".
func looksLikeKey(line string) bool {
	key, rest, ok := strings.Cut(line, ":")
	return ok && key != "" && !strings.ContainsAny(key, " \t") && (rest == "" || rest[0] == ' ')
}

func parseFront(s string, body int, none front) (front, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(s), &doc); err != nil {
		return none, frontError(err)
	}
	f := front{line: 1, body: body}
	if len(doc.Content) == 0 {
		return f, nil
	}
	m := doc.Content[0]
	if m.Kind != yaml.MappingNode {
		if m.Kind == yaml.ScalarNode {
			return none, nil // prose between two rules
		}
		return none, &lineError{1 + m.Line, errors.New("front matter: want keys and values")}
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		v := m.Content[i+1]
		if v.Kind == yaml.AliasNode {
			v = v.Alias
		}
		f.set(strings.ToLower(m.Content[i].Value), v)
	}
	return f, nil
}

func (f *front) set(key string, v *yaml.Node) {
	s := strings.TrimSpace(text.NFC(v.Value))
	if v.Tag == "!!null" {
		return
	}
	switch key {
	case "title":
		if v.Kind == yaml.ScalarNode {
			f.title = v
		}
	case "story":
		if v.Kind == yaml.ScalarNode {
			f.ref.Story = s // an editor's word; a record of a crawl knows no stories
		}
	case "author", "authors":
		f.authors = append(f.authors, authorsOf(v)...)
	default:
		if v.Kind == yaml.ScalarNode {
			setRef(&f.ref, key, s)
		}
	}
}

func authorsOf(v *yaml.Node) []string {
	if v.Kind == yaml.ScalarNode {
		return []string{strings.TrimSpace(text.NFC(v.Value))}
	}
	var out []string
	for _, c := range v.Content {
		if c.Kind == yaml.ScalarNode && c.Value != "" {
			out = append(out, strings.TrimSpace(text.NFC(c.Value)))
		}
	}
	return out
}

// setRef sets what metadata of any format may say, by its name. "publisher"
// is read as "outlet", which goes before it.
func setRef(ref *corpus.Ref, key, value string) {
	if value == "" {
		return
	}
	switch key {
	case "outlet":
		ref.Outlet = value
	case "publisher":
		if ref.Outlet == "" {
			ref.Outlet = value
		}
	case "published", "date":
		if t, g := parseWhen(value); g != "" && (key == "published" || ref.Dated == "") {
			ref.Published, ref.Dated = t, g
		}
	case "url":
		ref.URL = value
	case "lang", "language":
		ref.Lang = strings.ToLower(strings.ReplaceAll(value, "_", "-"))
	case "kind":
		if strings.EqualFold(value, string(corpus.Primary)) {
			ref.Kind = corpus.Primary
		}
	case "issuer":
		ref.Issuer = value
	}
}

// A lineError is what is wrong with a line of a file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.err.Error() }
func (e *lineError) Unwrap() error { return e.err }

// frontError takes the line out of what the YAML package says and counts it
// from the top of the file. The package counts the lines of its scanner from 1
// and those of its parser from 0, and leaves 0 out.
func frontError(err error) error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if n, after, ok := strings.Cut(rest, ": "); ok {
			if k, err := strconv.Atoi(n); err == nil {
				line, msg = k, after
				if strings.HasPrefix(msg, "did not find") {
					line++
				}
			}
		}
	}
	return &lineError{1 + line, fmt.Errorf("front matter: %s", msg)}
}
