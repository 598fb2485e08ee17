package text

import (
	"encoding/binary"
	"io"
)

// Digest writes to h, which never fails, what decides where in the input each
// part of the text stands. It takes time by the text and not by the input,
// which many texts may share.
func (m Map) Digest(h io.Writer) {
	var b []byte
	for _, o := range m.origins {
		b = append(append(b, o.basis...), 0)
	}
	for _, r := range m.runs {
		o := &m.origins[r.origin]
		from, to := o.position(r.from.Start), o.position(r.from.End)
		copied := 0
		if r.copied {
			copied = 1
		}
		for _, n := range []int{r.text, r.len, r.origin, copied, from.Offset, from.Line, from.Column, to.Offset, to.Line, to.Column} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		if len(b) > 1<<12 {
			h.Write(b)
			b = b[:0]
		}
	}
	h.Write(b)
}
