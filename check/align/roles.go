package align

import (
	_ "embed" // ladders.txt
	"strings"
	"sync"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
)

//go:embed ladders.txt
var ladderList string

// ladders are, per word, the ladder and the step that it stands for.
var ladders = sync.OnceValue(func() map[string][][2]int {
	out := map[string][][2]int{}
	n := 0
	for l := range strings.Lines(ladderList) {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		n++
		step := 0
		for w := range strings.FieldsSeq(l) {
			if same, ok := strings.CutPrefix(w, "="); ok {
				w = same
			} else {
				step++
			}
			out[w] = append(out[w], [2]int{n, step})
		}
	}
	return out
})

// An office is a role as it is compared.
type office struct {
	head    string // "mayor"
	before  []string
	of      string // "aldport"
	lowered bool   // deputy, vice, assistant
}

// RolesExclude reports whether one person can hardly have both roles at once:
// "mayor" and "deputy mayor", "mayor of Aldport" and "mayor of Brant",
// "sergeant" and "captain". Most roles go together.
func RolesExclude(a, b string) bool {
	x, okX := officeOf(a)
	y, okY := officeOf(b)
	if !okX || !okY {
		return false
	}
	if x.head == y.head {
		return x.lowered != y.lowered || x.of != "" && y.of != "" && len(ladders()[x.head]) > 0 && !strings.Contains(x.of, y.of) && !strings.Contains(y.of, x.of)
	}
	if x.lowered || y.lowered || len(x.before)+len(y.before) > 0 {
		return false // "sergeant major", "lieutenant colonel", "attorney general"
	}
	for _, p := range ladders()[x.head] {
		for _, q := range ladders()[y.head] {
			if p[0] == q[0] && p[1] != q[1] {
				return true
			}
		}
	}
	return false
}

// officeOf reads a role; ok is false for one that says of itself that it was
// held at another time, or that it is one of several.
func officeOf(role string) (o office, ok bool) {
	var ws []string
	rest := ""
	for _, t := range text.Tokens(role) {
		w := text.Bare(t.Of(role))
		switch {
		case rest != "":
			if w != "the" {
				rest += w + " "
			}
		case words.PostEnds.Has(w):
			rest = " "
		case w == "," || words.NotInOffice.Has(w):
			return o, false
		case words.Deputies.Has(w):
			o.lowered = true
		case t.Kind == text.Word:
			ws = append(ws, w)
		}
	}
	if len(ws) == 0 {
		return o, false
	}
	o.head, o.before, o.of = ws[len(ws)-1], ws[:len(ws)-1], strings.TrimSpace(rest)
	return o, true
}
