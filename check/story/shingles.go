package story

import "slices"

const (
	shingleWords  = 5
	printWords    = 8 // shorter sentences are said by many
	maxPrints     = 64
	noShingleHash = ^uint32(0)
)

// hash32 is FNV-1a, finished so that all bits depend on all bytes.
func hash32(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix32(h)
}

func mix32(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// minHash returns the least hash of the five-word shingles under 32 orders
// (A. Broder, "On the resemblance and containment of documents", 1997). The
// share of equal places estimates the share of shingles in common.
func minHash(words []uint32) (out [32]uint32) {
	if len(words) < shingleWords {
		return out
	}
	for i := range out {
		out[i] = noShingleHash
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		h := uint32(0)
		for _, w := range words[i : i+shingleWords] {
			h = mix32(h*31 + w)
		}
		for k := range out {
			// Odd factors permute; the sum makes the orders differ.
			x := h*(2*uint32(k)*0x9e3779b1+1) + uint32(k)*0x7f4a7c15
			x ^= x >> 15
			if x *= 0x2c1b3c6d; x < out[k] {
				out[k] = x
			}
		}
	}
	return out
}

// sentencePrints hashes the first sentences that are long enough to be told
// from others.
func (r *reading) sentencePrints() []uint32 {
	var out []uint32
	from := 0
	for _, end := range r.ends {
		if end-from >= printWords && len(out) < maxPrints {
			h := uint32(0)
			for _, w := range r.hashes[from:end] {
				h = mix32(h*31 + w)
			}
			out = append(out, h)
		}
		from = end
	}
	slices.Sort(out)
	return slices.Compact(out)
}
