package formats

import (
	"encoding/json"
	"html"
	"net/url"
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// metadata notes what a tag says about the page.
func (s *scanner) metadata(tag string, attrs map[string]string, from, to int) {
	_, published := attrs["pubdate"]
	published = published || attrs["itemprop"] == "datePublished"
	for _, k := range []string{"datetime", "content", "title"} {
		if v := attrs[k]; v != "" && (published || tag == "time") && tag != "meta" && len(s.times) < 500 {
			s.times = append(s.times, pageTime{v, published, s.top().article})
			break
		}
	}
	switch tag {
	case "html":
		s.lang = attrs["lang"]
	case "link":
		if strings.EqualFold(attrs["rel"], "canonical") && s.link == "" {
			s.link = attrs["href"]
		}
	case "meta":
		name := attrs["property"]
		for _, k := range []string{"name", "itemprop", "http-equiv"} {
			if name == "" {
				name = attrs[k]
			}
		}
		if v := strings.TrimSpace(attrs["content"]); name != "" && v != "" && len(s.metas) < 500 {
			s.metas = append(s.metas, pageMeta{strings.ToLower(name), v, attrAt(s.raw[from:to], "content").Shift(from)})
		}
	}
}

// attrAt returns where in a tag the value of the attribute name stands.
func attrAt(tag, name string) text.Span {
	i := strings.IndexAny(tag, " \t\r\n\f/")
	for i >= 0 && i < len(tag) {
		for i < len(tag) && (isBlank(tag[i]) || tag[i] == '/') {
			i++
		}
		start := i
		for i < len(tag) && !isBlank(tag[i]) && strings.IndexByte("=>/", tag[i]) < 0 {
			i++
		}
		key := tag[start:i]
		for i < len(tag) && isBlank(tag[i]) {
			i++
		}
		if i >= len(tag) || tag[i] != '=' {
			if i == start {
				break
			}
			continue
		}
		for i++; i < len(tag) && isBlank(tag[i]); i++ {
		}
		start, end := i, i
		if i < len(tag) && (tag[i] == '"' || tag[i] == '\'') {
			start++
			if n := strings.IndexByte(tag[start:], tag[i]); n >= 0 {
				end = start + n
			} else {
				end = len(tag)
			}
			i = end + 1
		} else {
			for i < len(tag) && !isBlank(tag[i]) && tag[i] != '>' {
				i++
			}
			end = i
		}
		if strings.EqualFold(key, name) {
			return text.Span{Start: start, End: end}
		}
	}
	return text.Span{}
}

// meta returns the first value of the first of names that the page has.
func (p *page) meta(names ...string) string {
	m := p.metaAt(names...)
	return clean(m.value)
}

func (p *page) metaAt(names ...string) pageMeta {
	for _, name := range names {
		for _, m := range p.metas {
			if m.name == name {
				return m
			}
		}
	}
	return pageMeta{}
}

// The names under which sites give the day of publication.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "datepublished", "published_time", "date", "pubdate",
	"publishdate", "publish-date", "publish_date", "publication_date", "article:publicationdate", "article.published", "parsely-pub-date",
	"sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "og:pubdate",
	"ptime", "displaydate", "cxenseparse:recs:publishtime", "date.release", "last-modified-original",
}

// ref completes what is known of the document by what the page says.
func (p *page) ref(ref corpus.Ref, authors []string) (corpus.Ref, []string) {
	ld := p.said
	if ref.URL == "" {
		ref.URL = firstURL(p.link, p.meta("og:url"), ld.url)
	}
	for _, name := range []string{ld.publisher, p.meta("og:site_name"), p.meta("publisher", "dc.publisher", "application-name"), host(ref.URL)} {
		if ref.Outlet == "" && name != "" && !strings.Contains(name, "://") {
			ref.Outlet = name
		}
	}
	dates := []string{ld.published}
	for _, name := range publishedNames {
		dates = append(dates, p.meta(name))
	}
	dates = append(dates, p.timeTag(), dayInURL(ref.URL))
	for _, s := range dates {
		if ref.Dated == "" {
			setRef(&ref, "published", s)
		}
	}
	for _, lang := range []string{p.lang, p.meta("og:locale"), ld.lang, p.meta("content-language")} {
		if ref.Lang == "" && isLang(lang) {
			setRef(&ref, "lang", lang)
		}
	}
	if len(authors) == 0 {
		authors = ld.authors
	}
	if a := p.meta("author", "parsely-author", "byl", "article:author", "dc.creator", "sailthru.author"); len(authors) == 0 && a != "" && !strings.Contains(a, "://") {
		authors = []string{a}
	}
	for i, a := range authors {
		if len(a) > 3 && strings.EqualFold(a[:3], "by ") {
			authors[i] = strings.TrimSpace(a[3:])
		}
	}
	return ref, authors
}

// dayInURL returns the day of ".../2024/05/03/...".
func dayInURL(address string) string {
	parts := strings.Split(address, "/")
	for i := 0; i+2 < len(parts); i++ {
		day := strings.Join(parts[i:i+3], "-")
		if len(day) == len("2024-05-03") && len(parts[i]) == 4 && len(parts[i+1]) == 2 {
			if _, g := parseWhen(day); g != "" {
				return day
			}
		}
	}
	return ""
}

// timeTag returns the <time> that says it is the day of publication, else the
// first in the article, else the only one.
func (p *page) timeTag() string {
	for _, t := range p.times {
		if t.published {
			return t.value
		}
	}
	for _, t := range p.times {
		if t.article {
			return t.value
		}
	}
	if len(p.times) == 1 {
		return p.times[0].value
	}
	return ""
}

func isLang(s string) bool {
	if len(s) < 2 || len(s) > 12 || len(s) > 2 && s[2] != '-' && s[2] != '_' && len(s) != 3 {
		return false
	}
	return isLetter(s[0]) && isLetter(s[1])
}

func firstURL(list ...string) string {
	for _, s := range list {
		if u, err := url.Parse(strings.TrimSpace(s)); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return u.String()
		}
	}
	return ""
}

func host(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

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
