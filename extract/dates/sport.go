package dates

// ofSport reports whether the article is about a match: it has more words of
// matches than of business.
func (r *reader) ofSport() bool {
	if r.sport == 0 {
		for i := range r.tokens {
			if r.guarded(i, isSport) {
				r.sport++
			} else if r.guarded(i, isMoney) {
				r.sport--
			}
		}
		if r.sport == 0 {
			r.sport = -1
		}
	}
	return r.sport > 0
}
