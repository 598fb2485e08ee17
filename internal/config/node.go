package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A reader takes the values out of the nodes of a file. It stops at the first
// error.
type reader struct {
	path string
	err  *Error
}

func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = &Error{Path: r.path, Line: n.Line, Err: fmt.Errorf(format, args...)}
	}
}

// unknown complains about a name that is none of those known.
func (r *reader) unknown(n *yaml.Node, what string, known []string) {
	if r.err == nil {
		r.fail(n, "unknown %s %q", what, n.Value)
		r.err.Given, r.err.Known = n.Value, known
	}
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)$`)

// root returns the one document in b; nil if there is nothing in it.
func (r *reader) root(b []byte) *yaml.Node {
	if !utf8.Valid(b) {
		r.err = &Error{Path: r.path, Err: errors.New("not UTF-8")}
		return nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(b))
	var doc, more yaml.Node
	err := dec.Decode(&doc)
	if err == nil {
		if next := dec.Decode(&more); next != io.EOF {
			err = next
			if err == nil {
				r.fail(&more, "a second document")
				return nil
			}
		}
	}
	switch {
	case err == io.EOF || err == nil && len(doc.Content) == 0:
		return nil
	case err != nil:
		first, _, _ := strings.Cut(err.Error(), "\n")
		m := yamlLine.FindStringSubmatch(first)
		line, _ := strconv.Atoi(m[1])
		r.err = &Error{Path: r.path, Line: line, Err: errors.New(m[2])}
		return nil
	}
	n := doc.Content[0]
	if isNull(n) {
		return nil
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// mapping calls f for each key of n, which is a mapping, and refuses keys
// given twice. What is known, if not nil, are the only keys there may be.
func (r *reader) mapping(n *yaml.Node, what string, known []string, f func(key, value *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fail(n, "%s is a mapping of keys to values, not %s", what, kindOf(n))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && r.err == nil; i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		switch {
		case k.Kind != yaml.ScalarNode || k.Tag == "!!merge":
			r.fail(k, "a key is a word, not %s", kindOf(k))
		case seen[k.Value]:
			r.fail(k, "%q is given twice", k.Value)
		case known != nil && !slices.Contains(known, k.Value):
			r.unknown(k, "key", known)
		default:
			seen[k.Value] = true
			f(k, v)
		}
	}
}

// text returns the scalar at n.
func (r *reader) text(key, n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		r.fail(n, "%s is one value, not %s", key.Value, kindOf(n))
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// texts returns the list of scalars at n; one alone counts as a list of one.
func (r *reader) texts(key, n *yaml.Node) []string {
	if isNull(n) {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return []string{r.text(key, n)}
	}
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "%s is a list, not %s", key.Value, kindOf(n))
		return nil
	}
	var out []string
	for _, e := range n.Content {
		out = append(out, r.text(key, e))
	}
	return out
}

func (r *reader) bool(key, n *yaml.Node) bool {
	v, err := strconv.ParseBool(r.text(key, n))
	if err != nil {
		r.fail(n, "%s is true or false, not %q", key.Value, n.Value)
	}
	return v
}

func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	if isNull(n) {
		return "nothing"
	}
	return strconv.Quote(n.Value)
}
