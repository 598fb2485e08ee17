package formats

import (
	"encoding/json"
	"html"
	"strings"
)

// An ldArticle is what JSON-LD says of an article.
type ldArticle struct {
	headline, published, publisher, lang, url string
	authors                                   []string
}

// findLD returns what the first article in JSON-LD says.
func findLD(scripts []string) ldArticle {
	for _, s := range scripts {
		s = strings.TrimSpace(s)
		s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>")
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			continue
		}
		if o := findArticle(v, 0); o != nil {
			return newArticle(o)
		}
	}
	return ldArticle{}
}

func findArticle(v any, depth int) map[string]any {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if o := findArticle(x, depth+1); o != nil {
				return o
			}
		}
	case map[string]any:
		for _, t := range ldWords(v["@type"]) {
			if strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "LiveBlogPosting" || t == "Report" || t == "SocialMediaPosting" {
				return v
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			if o := findArticle(v[key], depth+1); o != nil {
				return o
			}
		}
	}
	return nil
}

func newArticle(o map[string]any) ldArticle {
	first := func(keys ...string) string {
		for _, k := range keys {
			if w := ldWords(o[k]); len(w) > 0 {
				return w[0]
			}
		}
		return ""
	}
	return ldArticle{first("headline", "name"), first("datePublished", "dateCreated"), first("publisher", "sourceOrganization"),
		first("inLanguage"), first("url", "mainEntityOfPage", "@id"), ldWords(o["author"])}
}

// ldWords returns the words of a value: strings, and the names of objects.
func ldWords(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if s := clean(html.UnescapeString(v)); s != "" {
			out = append(out, s)
		}
	case map[string]any:
		for _, k := range []string{"name", "@id"} {
			if s, ok := v[k].(string); ok && len(out) == 0 {
				out = ldWords(s)
			}
		}
	case []any:
		for _, x := range v {
			if _, list := x.([]any); !list {
				out = append(out, ldWords(x)...)
			}
		}
	}
	return out
}
