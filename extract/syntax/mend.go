package syntax

import "strings"

// mend makes subjects of what parsing takes for objects where the subject
// follows its verb: “We won,” said the mayor.
func (t *Tree) mend(s string) {
	for i := range t.Tokens {
		if !t.inverted(s, i) {
			continue
		}
		if j := t.follower(i); j >= 0 {
			if k := t.Subject(i); k >= 0 {
				t.Tokens[k].Rel = Ccomp
			}
			t.Tokens[j].Rel = Subj
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

// lacksSubject reports whether verb i has no subject, or for one a clause
// before it: "They were late, said the mayor."
func (t *Tree) lacksSubject(i int) bool {
	j := t.Subject(i)
	if j < 0 {
		return true
	}
	for k := range min(j+maxClause, i) {
		switch t.Tokens[k].Rel {
		case Cop, Subj, SubjPass:
			if k != j && t.sameClause(t.Tokens[k].Head, j) {
				return true
			}
		}
	}
	return false
}

// maxClause bounds the words after a supposed subject that may show it to be a
// clause.
const maxClause = 40

// sameClause reports whether i is j or depends on it without a clause between:
// "who was late" says nothing of "the man who was late".
func (t *Tree) sameClause(i, j int) bool {
	for n := 0; i >= 0 && n <= len(t.Tokens); n++ {
		if i == j {
			return true
		}
		switch t.Tokens[i].Rel {
		case Relcl, Acl, Ccomp, Xcomp, Advcl, Parataxis, "csubj":
			return false
		}
		i = t.Tokens[i].Head
	}
	return false
}

// inverted reports whether verb i comes right after a quotation or a clause
// and its comma, and lacks a subject before it.
func (t *Tree) inverted(s string, i int) bool {
	v := &t.Tokens[i]
	if v.UPOS != VERB || v.XPOS != "VBD" && v.XPOS != "VBZ" && v.XPOS != "VBP" || i == 0 || !t.lacksSubject(i) || t.Child(i, Aux, AuxPass) >= 0 {
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
