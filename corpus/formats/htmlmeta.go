package formats

import (
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
