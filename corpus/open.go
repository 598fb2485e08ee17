package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// headSize is how much of a file is looked at to tell its format.
const headSize = 4 << 10

// decompress returns what r holds, out of gzip and zstd if it is in them, and
// its first bytes. The reader fails where output grows beyond lim.Ratio times
// what was read.
func decompress(r io.Reader, lim Limits) (io.Reader, []byte, func(), error) {
	done := func() {}
	in := &counter{r: r}
	for range 2 { // a tape of a tape is somebody's mistake, three are an attack
		br := bufio.NewReaderSize(in, 64<<10)
		head, err := br.Peek(headSize)
		if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
			return nil, nil, done, err
		}
		switch {
		case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
			z, err := gzip.NewReader(br)
			if err != nil {
				return nil, nil, done, fmt.Errorf("gzip: %w", plain(err))
			}
			in = &counter{r: z, from: in, ratio: lim.Ratio, name: "gzip"}
		case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
			z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
				zstd.WithDecoderMaxMemory(zstdMemory), zstd.WithDecoderMaxWindow(zstdWindow))
			if err != nil {
				return nil, nil, done, fmt.Errorf("zstd: %w", plain(err))
			}
			outer := done
			done = func() { z.Close(); outer() }
			in = &counter{r: z, from: in, ratio: lim.Ratio, name: "zstd"}
		default:
			return br, head, done, nil
		}
	}
	return nil, nil, done, errors.New("compressed more than once")
}

// What the zstd decoder may hold: its default level needs 8 MiB, the long
// mode that archives use 128 MiB.
const zstdMemory, zstdWindow = 256 << 20, 128 << 20

// A counter counts what is read through it and, if it decompresses, compares
// that with what was read from below.
type counter struct {
	r     io.Reader
	n     int64
	from  *counter
	ratio int64
	name  string
}

// freely is what any file may expand to.
const freely = 1 << 20

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.from == nil {
		return n, err
	}
	if c.ratio > 0 && c.n > freely && c.n > c.ratio*c.from.n {
		return 0, fmt.Errorf("%s expands more than %d:1, the limit", c.name, c.ratio)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%s: %w", c.name, plain(err))
	}
	return n, err
}

// plain replaces errors whose words help nobody.
func plain(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("cut off")
	}
	return err
}
