package dates

import "github.com/newsvet/newsvet/extract/internal/lexicon"

// stem is the Porter2 stem of an English word, folded.
func stem(w string) string { return lexicon.For("en").Stem(w) }
