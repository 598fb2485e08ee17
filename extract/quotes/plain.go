package quotes

// sureAt is how likely the words alone must make it that a cue reports what
// they say, or that it reports nothing, for its sentence to be neither tagged
// nor parsed: a sixth less is tagged and an eighth less parsed, and of all types
// on dev the partial F1 is .606 (.608 if all is parsed), the exact one .557 (.555).
const sureAt = 0.7

// plainly returns what the cues of the sentence report as far as its words
// tell, and whether they tell enough.
func (s *saying) plainly() (out []report, sure bool) {
	m, known := s.models["plain"]
	if !known {
		return nil, false
	}
	for _, rs := range s.cues() {
		best := weigh(m, rs)
		switch rep := rs[best]; {
		case best == len(rs)-1 && rep.chance >= sureAt:
		case best < len(rs)-1 && rep.chance >= sureAt && !rep.source.Span.Empty(): // else the tree may know who
			out = append(out, rep)
		default:
			return nil, false
		}
	}
	return out, true
}
