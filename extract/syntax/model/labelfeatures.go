package model

// Atoms of a label: d is the dependent, h its head; n and p are the tokens
// after and before; o is the other neighbour of d on the stack or in the
// buffer, which might have been its head.
const (
	dW atom = iota + 1
	dT
	dP
	dE
	hW
	hT
	hP
	hE
	dmW
	dlT
	dlL
	drT
	dlW
	hmW
	hlL
	hlW
	hl2L
	hrL
	hr2L
	hpT
	hnT
	dnW
	dpW
	oT
	dist
	gapd
	dvl
	dvr
	hvl
	hvr
)

// labelTemplates were chosen and are ordered as templates are.
var labelTemplates = [...][4]atom{
	{dT}, {dP, hP, dist}, {dmW}, {dT, dlT}, {dT, drT}, {dW, dlL}, {hT, hlL, hl2L}, {gapd, hW}, {dmW, hT}, {hT, hnT},
	// the second look
	{dE}, {hE}, {gapd, dT, hT}, {hT, hrL}, {dT, dnW}, {dT, hT}, {oT, dT}, {gapd, dT}, {dW, dT}, {hT, hlL}, {dT, dlW}, {hT}, {dE, hE}, {dT, dlL},
	{hvl, hvr, hT, dT}, {dW, hT}, {hW, hrL}, {hT, hpT}, {dmW, dE}, {dist, hT}, {dW, hW}, {dW, dT, hW, hT}, {dT, hT, hnT}, {hT, hrL, hr2L}, {dW},
	{dT, dpW}, {hmW, dT}, {dvl, dvr, dT, hT}, {dmW, dT, hT}, {hT, hlW, dT},
}

// NumLabelFeatures is how many features a label has.
const NumLabelFeatures = len(labelTemplates)

var labelSeeds = func() (t [NumGroups][NumLabelFeatures]uint64) {
	for group := range t {
		for i := range t[group] {
			t[group][i] = Number(kindTemplate, 2000+1000*group+i)
		}
	}
	return t
}()

// LabelFeatures writes the features of the label, among those of a group, of
// the top of the stack.
func (s *State) LabelFeatures(f *[NumLabelFeatures]uint64, group int) {
	var a [64]uint64
	s.labelAtoms(&a, group)
	for i := range labelTemplates {
		f[i] = labelFeature(&a, group, i)
	}
}

func labelFeature(a *[64]uint64, group, i int) uint64 {
	t := &labelTemplates[i]
	return join(a[t[0]&63], a[t[1]&63], a[t[2]&63], a[t[3]&63], labelSeeds[group][i])
}

func (s *State) labelAtoms(a *[64]uint64, group int) {
	_, left := s.ts.Group(group)
	di := s.stack[len(s.stack)-1]
	hi, oi := int32(s.next), int32(s.n+1)
	if len(s.stack) > 1 {
		oi = s.stack[len(s.stack)-2]
	}
	if !left {
		hi, oi = oi, hi
	}
	d, h, o := &s.nodes[di], &s.nodes[hi], &s.nodes[oi]
	a[dW], a[dT], a[dP], a[dE] = d.form, d.tag, d.upos, d.class[2]
	a[hW], a[hT], a[hP], a[hE] = h.form, h.tag, h.upos, h.class[2]
	a[oT] = o.tag
	a[dmW], a[hmW] = s.nodes[d.marker].form, s.nodes[h.marker].form
	x, y := &s.nodes[d.left], &s.nodes[d.right]
	a[dlT], a[dlL], a[dlW], a[drT] = x.tag, x.rel, x.form, y.tag
	x, y = &s.nodes[h.left], &s.nodes[h.right]
	a[hlL], a[hlW], a[hrL] = x.rel, x.form, y.rel
	a[hl2L], a[hr2L] = s.nodes[h.left2].rel, s.nodes[h.right2].rel
	a[dpW] = none
	if di > 0 {
		a[dpW] = s.nodes[di-1].form
	}
	a[hpT] = none
	if hi > 0 {
		a[hpT] = s.nodes[hi-1].tag
	}
	a[dnW], a[hnT] = s.nodes[di+1].form, s.nodes[min(hi+1, int32(s.n+1))].tag
	if left {
		a[dist], a[gapd] = distance(di, hi), gap(d, h)
	} else {
		a[dist], a[gapd] = distance(hi, di), gap(h, d)
	}
	a[dvl], a[dvr], a[hvl], a[hvr] = valency[d.lefts&7], valency[d.rights&7], valency[h.lefts&7], valency[h.rights&7]
}
