package git

import (
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// base reads what a difference is to: an offset in the pack, or an id.
func base(r *bufio.Reader, kind byte, at int64) (int64, id, error) {
	var of id
	switch kind {
	case byID:
		_, err := io.ReadFull(r, of[:])
		return 0, of, err
	case byOffset:
		var back int64
		for i := 0; ; i++ {
			c, err := r.ReadByte()
			if err != nil || i > 8 {
				return 0, of, errDamaged
			}
			if i > 0 {
				back++
			}
			back = back<<7 | int64(c&0x7f)
			if c&0x80 == 0 {
				break
			}
		}
		if back <= 0 || back > at {
			return 0, of, errDamaged
		}
		return at - back, of, nil
	}
	return 0, of, errDamaged
}

func inflate(r io.Reader, size int64) ([]byte, error) {
	if size < 0 || size > largest {
		return nil, errDamaged
	}
	z, err := zlib.NewReader(r)
	if err != nil {
		return nil, errDamaged
	}
	b, err := io.ReadAll(io.LimitReader(z, size+1))
	if err != nil || int64(len(b)) != size {
		return nil, errDamaged
	}
	return b, nil
}

// apply makes of base what a difference to it describes: two lengths, then
// stretches to copy from base and stretches to insert.
func apply(base, change []byte) ([]byte, error) {
	was, n := binary.Uvarint(change)
	if n <= 0 || was != uint64(len(base)) {
		return nil, errDamaged
	}
	change = change[n:]
	size, n := binary.Uvarint(change)
	if n <= 0 || size > largest {
		return nil, errDamaged
	}
	change = change[n:]
	var out []byte
	for len(change) > 0 {
		c := change[0]
		change = change[1:]
		if c&0x80 == 0 {
			if c == 0 || int(c) > len(change) {
				return nil, errDamaged
			}
			out = append(out, change[:c]...)
			change = change[c:]
			continue
		}
		var at, length int
		for i := range 7 {
			if c&(1<<i) == 0 {
				continue
			}
			if len(change) == 0 {
				return nil, errDamaged
			}
			if i < 4 {
				at |= int(change[0]) << (8 * i)
			} else {
				length |= int(change[0]) << (8 * (i - 4))
			}
			change = change[1:]
		}
		if length == 0 {
			length = 1 << 16
		}
		if at+length > len(base) || uint64(len(out)+length) > size {
			return nil, errDamaged
		}
		out = append(out, base[at:at+length]...)
	}
	if uint64(len(out)) != size {
		return nil, errDamaged
	}
	return out, nil
}
