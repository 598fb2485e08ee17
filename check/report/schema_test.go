package report_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check/report"
)

func TestSchemas(t *testing.T) {
	for name, schema := range map[string]func() ([]byte, error){"check": report.CheckSchema, "extract": report.ItemsSchema, "stories": report.StoriesSchema} {
		b, err := schema()
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".schema.golden", string(b))
	}
}

// TestJSONIsOfItsSchema: what is written is as the schema says.
func TestJSONIsOfItsSchema(t *testing.T) {
	b, err := report.CheckSchema()
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"json.golden", "json-empty.golden"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(schema, v, "") {
			t.Errorf("%s%s", name, fault)
		}
		if len(faults(schema, map[string]any{"schema": 1.0}, "")) == 0 {
			t.Error("the schema admits anything")
		}
	}
}

// faults returns where v is not as schema says: types, constants, lists of
// values, fields that must be there or are not known.
func faults(schema map[string]any, v any, at string) []string {
	var out []string
	fault := func(format string, args ...any) { out = append(out, at+": "+fmt.Sprintf(format, args...)) }
	if c, ok := schema["const"]; ok && c != v {
		fault("%v, want %v", v, c)
	}
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, v) {
		fault("%v is none of %v", v, enum)
	}
	types := fmt.Sprint(schema["type"])
	if whole := typeOf(v) == "integer" && strings.Contains(types, "number"); schema["type"] != nil && !strings.Contains(types, typeOf(v)) && !whole {
		fault("%v is %s, want %v", v, typeOf(v), types)
	}
	switch v := v.(type) {
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		required, _ := schema["required"].([]any)
		for _, r := range required {
			if _, ok := v[r.(string)]; !ok {
				fault("%v is missing", r)
			}
		}
		for k, x := range v {
			if sub, ok := properties[k].(map[string]any); ok {
				out = append(out, faults(sub, x, at+"."+k)...)
			} else if sub, ok := schema["additionalProperties"].(map[string]any); ok {
				out = append(out, faults(sub, x, at+"."+k)...)
			} else {
				fault("%s is not known", k)
			}
		}
	case []any:
		items, _ := schema["items"].(map[string]any)
		for i, x := range v {
			out = append(out, faults(items, x, fmt.Sprintf("%s[%d]", at, i))...)
		}
	}
	return out
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case float64:
		if v == math.Trunc(v) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	}
	return "object"
}
