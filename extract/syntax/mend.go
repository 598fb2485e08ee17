package syntax

// mend makes subjects of what parsing takes for objects where the subject
// follows its verb: “We won,” said the mayor.
func (t *Tree) mend(s string) {
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		if tok.Rel != Obj || tok.Head < 0 || tok.Head >= i {
			continue
		}
		if t.inverted(s, tok.Head) {
			tok.Rel = Subj
		}
	}
}

// inverted reports whether verb i comes right after a quotation or a clause's
// comma and lacks a subject before it.
func (t *Tree) inverted(s string, i int) bool {
	v := &t.Tokens[i]
	if v.UPOS != VERB || v.XPOS != "VBD" && v.XPOS != "VBZ" && v.XPOS != "VBP" || i == 0 || t.Subject(i) >= 0 || t.Child(i, Aux, AuxPass) >= 0 {
		return false
	}
	switch t.Tokens[i-1].Span.Of(s) {
	case ",", "”", "\"", "''", "’", "'", "?", "!", "»", "“":
	default:
		return false
	}
	for j := range i {
		if tok := &t.Tokens[j]; tok.Head == i && (tok.Rel == Ccomp || tok.Rel == Parataxis) {
			return true
		}
	}
	return v.Rel == Parataxis
}
