package syntax

import "strings"

// mend makes subjects of what parsing takes for objects where the subject
// follows its verb: “We won,” said the mayor.
func (t *Tree) mend(s string) {
	for i := range t.Tokens {
		if t.inverted(s, i) {
			if j := t.follower(i); j >= 0 {
				t.Tokens[j].Rel = Subj
			}
		}
	}
}

// follower is the object of verb i, else a noun taken for something else right
// after it; -1 if there is neither.
func (t *Tree) follower(i int) int {
	if j := t.Child(i, Obj); j > i {
		return j
	}
	for j := i + 1; j < len(t.Tokens); j++ {
		tok := &t.Tokens[j]
		if tok.Head != i || tok.Rel == Punct {
			continue
		}
		first, _ := t.Subtree(j)
		switch tok.Rel {
		case IObj, Ccomp, Xcomp, Appos, Parataxis, Advcl, OblTime:
			nominal := tok.UPOS == NOUN || tok.UPOS == PROPN || tok.UPOS == PRON || t.Child(j, Det, Poss) >= 0
			if first == i+1 && nominal && t.Subject(j) < 0 && t.Child(j, Mark) < 0 {
				return j
			}
		}
		return -1
	}
	return -1
}

// inverted reports whether verb i comes right after a quotation or a clause
// and its comma, and lacks a subject before it.
func (t *Tree) inverted(s string, i int) bool {
	v := &t.Tokens[i]
	if v.UPOS != VERB || v.XPOS != "VBD" && v.XPOS != "VBZ" && v.XPOS != "VBP" || i == 0 || t.Subject(i) >= 0 || t.Child(i, Aux, AuxPass) >= 0 {
		return false
	}
	switch t.Tokens[i-1].Span.Of(s) {
	case "”", "\"", "''", "’", "'", "»":
		if i > 1 && strings.ContainsAny(t.Tokens[i-2].Span.Of(s), ",.!?…—") {
			return true
		}
	case ",", "?", "!", "…", "—", "–":
	default:
		return false
	}
	for j := range i {
		if tok := &t.Tokens[j]; tok.Head == i && (tok.Rel == Ccomp || tok.Rel == Parataxis) {
			return true
		}
	}
	w := v.Span.Of(s)
	return v.Rel == Parataxis || w == "said" || w == "says"
}
