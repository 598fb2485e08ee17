package model

// Atoms of a label: d is the dependent, h its head; n and p are the tokens
// after and before; o is the other neighbour of d on the stack or in the
// buffer, which might have been its head.
const (
	dW atom = iota + 1
	dT
	dP
	dD
	dE
	hW
	hT
	hP
	hD
	hE
	dmW
	dmT
	dlT
	dlL
	drT
	drL
	dlW
	hmW
	hlL
	hlW
	hl2L
	hrL
	hrW
	hr2L
	dpT
	dnT
	hpT
	hnT
	dnW
	dpW
	oW
	oT
	dist
	gapd
	dvl
	dvr
	hvl
	hvr
)

var labelTemplates = [...][4]atom{
	{dW}, {dT}, {dW, dT}, {hW}, {hT}, {hW, hT}, {dE}, {hE},
	{dT, hT}, {dW, hT}, {dT, hW}, {dW, hW}, {dP, hP, dist}, {dW, dT, hW, hT}, {dD, hD}, {dE, hT}, {dT, hE}, {dE, hE}, {dD, hD, dmW},
	{dmW}, {dmW, hT}, {dmW, hW}, {dmW, dW}, {dmW, dT, hT}, {dmW, dE}, {dmW, dD, hD}, {dmT, dT, hT},
	{dT, dlT}, {dT, drT}, {dT, dlL}, {dT, drL}, {dW, dlL}, {dT, dlW}, {dlL, drL, dT, hT},
	{hT, hlL}, {hT, hrL}, {hT, hlL, hl2L}, {hT, hrL, hr2L}, {hW, hlL}, {hW, hrL}, {hT, hlL, dT}, {hT, hrL, dT}, {hT, hlW, dT}, {hT, hrW, dT}, {hT, hlL, hrL, dT}, {hW, hlL, dT}, {hW, hrL, dT}, {hmW, dT},
	{dT, dpT}, {dT, dnT}, {hT, hpT}, {hT, hnT}, {dT, hT, dnT}, {dT, hT, dpT}, {dT, hT, hpT}, {dT, hT, hnT}, {dT, dnW}, {dT, dpW},
	{oT, dT, hT}, {oW, dT, hT}, {oT, dT}, {oW, dT},
	{dist, dT, hT}, {dist, hT}, {gapd, dT, hT}, {gapd, dT}, {gapd, hW}, {dvl, dvr, dT, hT}, {hvl, hvr, hT, dT}, {hvr, hW, dT},
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

// labelsBy are the indices of the templates by when they are summed.
var labelsBy = func() (looks [numLooks][]int) {
	for i, atoms := range labelTemplates {
		look := lookOf(labelLooks, atoms)
		looks[look] = append(looks[look], i)
	}
	return looks
}()

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
	a[dW], a[dT], a[dP], a[dD], a[dE] = d.form, d.tag, d.upos, d.class[1], d.class[2]
	a[hW], a[hT], a[hP], a[hD], a[hE] = h.form, h.tag, h.upos, h.class[1], h.class[2]
	a[oW], a[oT] = o.form, o.tag
	a[dmW], a[dmT], a[hmW] = s.nodes[d.marker].form, s.nodes[d.marker].tag, s.nodes[h.marker].form
	x, y := &s.nodes[d.left], &s.nodes[d.right]
	a[dlT], a[dlL], a[dlW], a[drT], a[drL] = x.tag, x.rel, x.form, y.tag, y.rel
	x, y = &s.nodes[h.left], &s.nodes[h.right]
	a[hlL], a[hlW], a[hrL], a[hrW] = x.rel, x.form, y.rel, y.form
	a[hl2L], a[hr2L] = s.nodes[h.left2].rel, s.nodes[h.right2].rel
	a[dpT], a[dpW] = none, none
	if di > 0 {
		a[dpT], a[dpW] = s.nodes[di-1].tag, s.nodes[di-1].form
	}
	a[hpT] = none
	if hi > 0 {
		a[hpT] = s.nodes[hi-1].tag
	}
	a[dnT], a[dnW], a[hnT] = s.nodes[di+1].tag, s.nodes[di+1].form, s.nodes[min(hi+1, int32(s.n+1))].tag
	if left {
		a[dist], a[gapd] = distance(di, hi), gap(d, h)
	} else {
		a[dist], a[gapd] = distance(hi, di), gap(h, d)
	}
	a[dvl], a[dvr], a[hvl], a[hvr] = valency[d.lefts&7], valency[d.rights&7], valency[h.lefts&7], valency[h.rights&7]
}
