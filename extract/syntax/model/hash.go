// Package model is what tagging, parsing and training share: what features see
// of a word, the features of a tag and of a transition, the transitions
// themselves, and the file of weights.
//
// All arithmetic is on integers, so that every platform gives the same bits.
package model

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

const (
	prime = 0x9E3779B97F4A7C15
	basis = 0xCBF29CE484222325
)

// none is what an atom holds where there is no word.
const none = 0x5851F42D4C957F2D

// spread makes all bits of x depend on all others.
func spread(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// Number is the hash of a small number of some kind.
func Number(kind, n int) uint64 {
	return spread(uint64(kind)<<32 ^ uint64(uint32(n)) + prime)
}

func hashBytes(b []byte) uint64 {
	h := uint64(basis)
	for _, c := range b {
		h = (h ^ uint64(c)) * prime
		h ^= h >> 29
	}
	return spread(h)
}

// join is the hash of one feature: up to four atoms and a template.
func join(a, b, c, d, template uint64) uint64 {
	return (a + bits.RotateLeft64(b, 17) + bits.RotateLeft64(c, 34) + bits.RotateLeft64(d, 51) + template) * prime
}

// maxFolded bounds the bytes of a word that features look at.
const maxFolded = 64

// fold writes the lower case of s to buf, digits as 0 and curly apostrophes
// straight. Of a long word it keeps the beginning and the end.
func fold(buf *[maxFolded]byte, s string) []byte {
	if len(s) > maxFolded-8 {
		cut := len(s) - 16
		for cut < len(s) && !utf8.RuneStart(s[cut]) {
			cut++
		}
		n := foldInto(buf[:32], s[:32])
		return buf[:n+foldInto(buf[n:], s[cut:])]
	}
	return buf[:foldInto(buf[:], s)]
}

func foldInto(buf []byte, s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				c = '0'
			}
			if n == len(buf) {
				return n
			}
			buf[n] = c
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch r {
		case '’', '‘', 'ʼ':
			r = '\''
		case '“', '”', '„', '«', '»':
			r = '"'
		case '‐', '‑':
			r = '-'
		default:
			r = unicode.ToLower(r)
		}
		if n+utf8.UTFMax > len(buf) {
			return n
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	return n
}
