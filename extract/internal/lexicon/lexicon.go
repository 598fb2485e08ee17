// Package lexicon holds the word lists that the extractors read, one
// directory of text files per language.
package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed */*.txt
var files embed.FS

// An Entry is a line of a list: a word or several, and what the list says of it.
type Entry struct {
	Key   string // one or more words, lower case unless the list says otherwise
	Value string // what follows the first tab; empty if nothing does
}

// A List maps keys to values.
type List map[string]string

// Has reports whether key is in l.
func (l List) Has(key string) bool { _, ok := l[key]; return ok }

// A Lexicon is the lists of one language. It is safe for many goroutines.
type Lexicon struct {
	Lang  string
	lists map[string]List
	words map[string]Class
}

// List returns the list of that name; empty if the language has none.
func (l *Lexicon) List(name string) List { return l.lists[name] }

// Entries returns the lines of a list in the order of the file.
func (l *Lexicon) Entries(name string) []Entry {
	b, err := files.ReadFile(l.Lang + "/" + name + ".txt")
	if err != nil {
		return nil // a language need not have every list
	}
	return parse(string(b))
}

// For returns the lexicon of a language by its BCP 47 tag: that of the
// primary language ("en" for "en-GB"), else English.
func For(tag string) *Lexicon {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	all := load()
	if l, ok := all[lang]; ok {
		return l
	}
	return all["en"]
}

// shared are the lists that a language which has none takes from English.
var shared = []string{"firstnames", "nameends"}

var load = sync.OnceValue(func() map[string]*Lexicon {
	all := map[string]*Lexicon{}
	dirs, _ := files.ReadDir(".")
	common := map[string]List{}
	for _, name := range shared {
		list := List{}
		for _, e := range (&Lexicon{Lang: "en"}).Entries(name) {
			list[e.Key] = e.Value
		}
		common[name] = list
	}
	for _, d := range dirs {
		l := &Lexicon{Lang: d.Name(), lists: map[string]List{}}
		lists, _ := files.ReadDir(d.Name())
		for _, f := range lists {
			name := strings.TrimSuffix(f.Name(), ".txt")
			list := List{}
			for _, e := range l.Entries(name) {
				list[e.Key] = e.Value
			}
			l.lists[name] = list
		}
		for _, name := range shared {
			if l.lists[name] == nil {
				l.lists[name] = common[name]
			}
		}
		l.words = l.classes()
		all[l.Lang] = l
	}
	return all
})

func parse(s string) []Entry {
	var out []Entry
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(line, "\t")
		out = append(out, Entry{key, value})
	}
	return out
}
