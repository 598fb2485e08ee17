package report

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A node is a JSON Schema, as far as the shapes of this package need one.
type node struct {
	Schema      string           `json:"$schema,omitempty"`
	ID          string           `json:"$id,omitempty"`
	Title       string           `json:"title,omitempty"`
	Const       string           `json:"const,omitempty"`
	Type        any              `json:"type,omitempty"` // a name, or several
	Enum        []string         `json:"enum,omitempty"`
	Properties  map[string]*node `json:"properties,omitempty"`
	Required    []string         `json:"required,omitempty"`
	Items       *node            `json:"items,omitempty"`
	Additional  *node            `json:"additionalProperties,omitempty"`
	Description string           `json:"description,omitempty"`
}

// CheckSchema returns the JSON Schema of what [JSON] writes.
func CheckSchema() ([]byte, error) {
	n := nodeOf(reflect.TypeFor[struct {
		Schema  string      `json:"schema"`
		Stories []jsonStory `json:"stories"`
		jsonSummary
	}]())
	return n.document(Schema, "What newsvet check -o json writes. With -o jsonl each of the stories is a line, and the rest is the last.")
}

// ItemsSchema returns the JSON Schema of a line that [ItemLines] writes.
func ItemsSchema() ([]byte, error) {
	return nodeOf(reflect.TypeFor[itemsShape]()).document(ItemSchema, "A line of newsvet extract -o jsonl: the items of one article.")
}

// StoriesSchema returns the JSON Schema of a line that [StoryLines] writes.
func StoriesSchema() ([]byte, error) {
	return nodeOf(reflect.TypeFor[storyShape]()).document(StorySchema, "A line of newsvet stories -o jsonl: an article, the story that it belongs to, and why.")
}

func (n *node) document(id, description string) ([]byte, error) {
	n.Schema, n.ID, n.Title, n.Description = "https://json-schema.org/draft/2020-12/schema", "urn:newsvet:"+id, id, description
	n.Properties["schema"] = &node{Const: id}
	b, err := json.MarshalIndent(n, "", "  ")
	return append(b, '\n'), err
}

// enums are the types whose values are known.
var enums = map[reflect.Type][]string{
	reflect.TypeFor[check.Verdict]():      {"agree", "diverge", "conflict", "update", "alone"},
	reflect.TypeFor[check.Level]():        {"error", "warning", "info"},
	reflect.TypeFor[check.How]():          {"baseline", "ignore-file", "inline"},
	reflect.TypeFor[check.Standing]():     {"contradicted", "differs", "mend", "confirmed", "alone", "silenced", "not-compared"},
	reflect.TypeFor[text.Basis]():         {"file", "title", "text"},
	reflect.TypeFor[extract.Part]():       {"title", "text"},
	reflect.TypeFor[extract.CiteAct]():    {"told", "says", "link", "unnamed"},
	reflect.TypeFor[extract.Form]():       {"direct", "indirect", "mixed"},
	reflect.TypeFor[extract.Modifier]():   {"=", "<", ">", "<=", ">=", "~", "range"},
	reflect.TypeFor[extract.FactKind]():   {"age", "role", "home", "status"},
	reflect.TypeFor[extract.DateType]():   {"DATE", "TIME", "DURATION", "SET"},
	reflect.TypeFor[extract.Provenance](): {"none", "vague", "anonymous", "named", "traceable"},
}

// nodeOf returns the schema of what encoding/json makes of a t.
func nodeOf(t reflect.Type) *node {
	if values, ok := enums[t]; ok {
		return &node{Type: "string", Enum: values}
	}
	if t == reflect.TypeFor[json.Number]() {
		return &node{Type: "number"}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return nodeOf(t.Elem())
	case reflect.Struct:
		n := &node{Type: "object", Properties: map[string]*node{}}
		n.fields(t)
		return n
	case reflect.Slice, reflect.Array:
		return &node{Type: "array", Items: nodeOf(t.Elem())}
	case reflect.Map:
		return &node{Type: "object", Additional: nodeOf(t.Elem())}
	case reflect.Bool:
		return &node{Type: "boolean"}
	case reflect.Float64:
		return &node{Type: "number"}
	case reflect.Int:
		return &node{Type: "integer"}
	}
	return &node{Type: "string"}
}

func (n *node) fields(t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			n.fields(f.Type)
			continue
		}
		sub := nodeOf(f.Type)
		optional := strings.Contains(options, "omit")
		if f.Type.Kind() == reflect.Pointer && !optional {
			sub.Type = []any{sub.Type, "null"}
		}
		n.Properties[name] = sub
		if !optional {
			n.Required = append(n.Required, name)
		}
	}
}
