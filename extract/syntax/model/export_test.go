package model

// Sum adds the rows of features as a parse does.
func (t *Dense) Sum(features []uint64) Sum {
	var g gather
	n := copy(g.features[:], features)
	t.load(&g, n)
	return t.add(&g, 0, n)
}
