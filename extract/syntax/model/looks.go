package model

import "slices"

// numLooks is how often a decision is looked at, at most. Most are easy and need
// few of the templates (Strubell, Vilnis, Silverstein and McCallum 2015): where
// one choice leads by enough after the first look, it is taken.
const numLooks = 2

// groupLooks are the templates of the first look at a transition; the last look
// takes the rest. Each next one was chosen as that which brings the sums, on
// news, nearest to what all templates decide.
var groupLooks = [][4]atom{
	{s1W, b0W}, {s0P, b0P}, {s0T}, {b0T, b0lL, b0l2L}, {s0T, b1T}, {b0lT}, {s0mW, s0D}, {b0T, b1T}, {b0T, b0vl}, {s1P, s0P}, {b0W},
	{s0T, s0lL, s0rL}, {s0mW, s1D}, {s0rW}, {s0D, b0D}, {s0T, s0lT, b0T}, {s0T, s0n, b0T}, {s1T, s1vr}, {b0W, s0b0}, {s0D, b1D},
	{s0T, s0lL, s0l2L}, {b0lW}, {s1P, s0P, b0P}, {s0lL}, {b0E}, {s0W, s0rL}, {s0E, b0T}, {s0T, s0b0}, {s0T, b0T, b0lL},
	{s1T, s0T, s0lT}, {b0D, b1D}, {s1rL},
	{s1T, s0T, s1n}, {s0P, b0P, gap0b, s0b0}, {s0P, b0P, b1P}, {s0W}, {s2T}, {s1T, b0T}, {b1T}, {s0E}, {s1E}, {s0rT}, {s1C, s0C, b0C},
}

// labelLooks are those of the first look at a label.
var labelLooks = [][4]atom{
	{dT}, {hmW, dT}, {dT, dlL}, {dmW, dE}, {hT, hlL}, {dmW, hT}, {dT, drL}, {gapd, dT},
	{dP, hP, dist}, {dT, dlT}, {hE}, {dW}, {dT, dnT}, {hT, hnT}, {dT, dpT}, {dE},
}

// By how much a choice must lead after the first look to be taken: fewer than one
// in a thousand is then not what all templates would decide. On EWT and GUM dev
// LAS falls by 0.1, and tags are as often right.
const (
	groupLead = 200
	labelLead = 20
	tagLead   = 30
)

// lookOf is the look that takes the template of these atoms.
func lookOf[T comparable](first []T, atoms T) int {
	if slices.Contains(first, atoms) {
		return 0
	}
	return 1
}
