package syntax

import "strings"

// mend makes subjects of what parsing takes for objects where the subject
// follows its verb: “We won,” said the mayor. What comes with "of" right after a
// noun is that noun's, and not the verb's after it: "Shares of Brant Mills fell."
// A number before a preposition counts nothing after it: "Police arrest 24 in Brant."
func (t *Tree) mend(s string) {
	for i := range t.Tokens {
		if of := t.ofNoun(s, i); of >= 0 {
			t.Tokens[i].Head, t.Tokens[i].Rel, t.Tokens[of].Head = of-1, Nmod, i
		}
		if v := t.uncounted(i); v >= 0 {
			t.Tokens[i].Head, t.Tokens[i].Rel = v, Obj
		}
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

// ofNoun is the "of" of i, right after a noun, where i hangs from a verb after
// it; else -1.
func (t *Tree) ofNoun(s string, i int) int {
	tok := &t.Tokens[i]
	if tok.Head <= i || tok.Rel != Nmod && tok.Rel != Obl || t.Tokens[tok.Head].UPOS != VERB {
		return -1
	}
	of := t.Child(i, Case)
	if of < 0 {
		of, _ = t.Subtree(i)
		of--
	}
	if of < 1 || of > i || t.Tokens[of].Rel != Case || t.Tokens[of].Span.Of(s) != "of" || t.hangs(of-1, i) {
		return -1
	}
	if u := t.Tokens[of-1].UPOS; u != NOUN && u != PROPN {
		return -1
	}
	return of
}

// uncounted is the verb right before number i that hangs from the noun of a
// preposition after it, and that noun from the verb; else -1.
func (t *Tree) uncounted(i int) int {
	h := t.Tokens[i].Head
	if t.Tokens[i].Rel != NumMod || h <= i || i == 0 || t.Tokens[h].Head != i-1 || t.Tokens[i-1].UPOS != VERB {
		return -1
	}
	if c := t.Child(h, Case); c < i || c > h {
		return -1
	}
	return i - 1
}

// hangs reports whether i is j or depends on it.
func (t *Tree) hangs(i, j int) bool {
	for n := 0; i >= 0 && i != j && n <= len(t.Tokens); n++ {
		i = t.Tokens[i].Head
	}
	return i == j
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
		case Subj, IObj, Ccomp, Xcomp, Appos, Parataxis, Advcl, OblTime:
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
// before it, or that clause's: "They were late, said the mayor."
func (t *Tree) lacksSubject(i int) bool {
	j := t.Subject(i)
	if j < 0 {
		return true
	}
	for k := range min(j+maxClause, i) {
		switch t.Tokens[k].Rel {
		case Cop, Subj, SubjPass:
			if h := t.Tokens[k].Head; k != j && (t.sameClause(h, j) || j < h && h < i && t.Tokens[h].Head == i && t.Subject(h) < 0) {
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
