package config

import (
	"encoding/json"
	"slices"
)

type object = map[string]any

// Schema returns the JSON Schema of a configuration in which rules can be
// given levels.
func Schema(rules []string) ([]byte, error) {
	text := func(doc string) object { return object{"type": "string", "description": doc} }
	texts := func(doc string) object {
		return object{"description": doc, "oneOf": []any{
			object{"type": "string"}, object{"type": "array", "items": object{"type": "string"}}, object{"type": "null"},
		}}
	}
	closed := func(doc string, of object) object {
		return object{"type": []string{"object", "null"}, "description": doc, "additionalProperties": false, "properties": of}
	}
	size := object{"type": []string{"integer", "string"}, "pattern": "^[0-9_]+ *([kMG]B|[KMG]iB)?$", "minimum": 1}
	bounds := object{}
	for _, l := range limits {
		bounds[l] = size
	}
	top := object{
		"paths":  texts("what newsvet check reads where the command line names nothing"),
		"ignore": texts("patterns of files that are not read"),
		"drafts": texts("patterns of files in which a comment, newsvet-ignore RULE: reason, silences"),
		"limits": closed("bounds of what is read", bounds),
		"rules":  nil,
		"outlets": object{
			"type": []string{"object", "null"}, "description": "who publishes, by name",
			"additionalProperties": closed("an outlet", object{
				"aliases": texts("other names that articles give it"),
				"kind":    object{"enum": []string{"press", "primary"}, "description": "primary: what it publishes is no reporting but what is reported on"},
				"owner":   text("outlets of one owner are no independent witnesses"),
				"paths":   texts("patterns of files that are its, where they name no outlet"),
				"wire":    object{"type": "boolean", "description": "an agency: of texts alike, its is the original"},
			}),
		},
	}
	// In YAML 1.1, which many editors read, off is false.
	level := object{"enum": []any{"error", "warning", "info", "off", false}}
	levels := object{}
	for _, r := range rules {
		levels[r] = level
	}
	top["rules"] = closed("levels by rule", levels)
	for _, k := range Settings {
		top[k.Name] = setting(k)
	}
	b, err := json.MarshalIndent(object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": Name,
		"type": []string{"object", "null"}, "additionalProperties": false, "properties": top,
	}, "", "  ")
	return append(b, '\n'), err
}

func setting(k Kind) object {
	switch {
	case slices.Equal(k.Values, truths):
		return object{"type": "boolean", "description": k.Doc}
	case k.Values != nil:
		return object{"enum": k.Values, "description": k.Doc}
	case k.Name == "jobs":
		return object{"type": "integer", "minimum": 0, "description": k.Doc}
	case k.Name == "min-confidence":
		return object{"description": k.Doc, "oneOf": []any{object{"enum": []string{"low", "medium", "high"}}, object{"type": "number", "minimum": 0, "maximum": 1}}}
	case k.Name == "today":
		return object{"type": "string", "format": "date", "description": k.Doc}
	}
	return object{"type": "string", "description": k.Doc}
}
