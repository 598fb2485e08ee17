package story

import "slices"

const (
	shingleWords = 5

	// Of the shingles of an article those are kept whose hash is in the lower
	// half of all, and of these the lowest maxShingles.
	shingleShare = 1 << 31
	maxShingles  = 512
)

// hash32 is FNV-1a, finished so that all bits depend on all bytes.
func hash32(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix32(h)
}

// mix32 is the finisher of MurmurHash3.
func mix32(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// shingles samples the runs of five words, given the hashes of the words: the
// same run is taken or left in every article, so that the share of the sample
// in common estimates the share of the text (after A. Broder, "On the
// resemblance and containment of documents", 1997).
func shingles(words []uint32) []uint32 {
	var out []uint32
	for i := 0; i+shingleWords <= len(words); i++ {
		h := uint32(0)
		for _, w := range words[i : i+shingleWords] {
			h = mix32(h*31 + w)
		}
		if h < shingleShare {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.Clone(out[:min(len(out), maxShingles)])
}

// sharedShingles returns how many of the sampled shingles a and b have in
// common, and how many they have each where both were sampled.
func sharedShingles(a, b []uint32) (shared, inA, inB int) {
	last := ^uint32(0)
	for _, s := range [][]uint32{a, b} {
		if len(s) == maxShingles {
			last = min(last, s[len(s)-1]) // beyond it the longer article was cut
		}
	}
	for inA, inB = 0, 0; inA < len(a) && a[inA] <= last || inB < len(b) && b[inB] <= last; {
		switch {
		case inB == len(b) || inA < len(a) && a[inA] < b[inB]:
			inA++
		case inA == len(a) || a[inA] > b[inB]:
			inB++
		default:
			shared++
			inA++
			inB++
		}
	}
	return shared, inA, inB
}
