package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
)

// Digest returns a hash of all that the items of d can depend on: what it says,
// where in the file it says it, and what is known about it. Under which name
// the file lies is no part of it.
func (d *Document) Digest() [32]byte {
	h := sha256.New()
	var b []byte
	put := func(ss ...string) {
		for _, s := range ss {
			b = binary.AppendUvarint(b, uint64(len(s)))
			b = append(b, s...)
		}
	}
	num := func(ns ...int) {
		for _, n := range ns {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	_, offset := d.Published.Zone()
	b = append(b, d.ID[:]...)
	put(d.Outlet, d.Title, string(d.Dated), d.Lang, d.URL, string(d.Kind), d.Issuer)
	num(int(d.Published.Unix()), d.Published.Nanosecond(), offset, d.Words, len(d.Text))
	h.Write(b)
	io.WriteString(h, d.Text)
	b = b[:0]
	num(len(d.Blocks), len(d.Authors), len(d.Links))
	for _, x := range d.Blocks {
		num(x.Start, x.End)
		put(string(x.Kind))
	}
	put(d.Authors...)
	for _, l := range d.Links {
		num(l.Start, l.End)
		put(l.Target)
	}
	h.Write(b)
	d.Map.Digest(h)
	return [32]byte(h.Sum(nil))
}
