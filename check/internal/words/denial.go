package words

import "sync"

var denial = sync.OnceValue(func() (l struct{ denials, unsure map[string]bool }) {
	l.denials, l.unsure = set("denials"), set("unsure")
	return l
})

// Denies reports whether w, folded, is a verb that says a thing is not so.
func Denies(w string) bool { return denial().denials[w] }

// Unsure reports whether w keeps a sentence from stating a fact: "allegedly",
// "if", but not the month of May.
func Unsure(w Word) bool { return denial().unsure[w.Norm] && !w.Name }
