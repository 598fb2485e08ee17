package run

import (
	"fmt"
	"os"

	"github.com/newsvet/newsvet/check"
)

// chunkSize is how many bytes of records go to disk at once.
const chunkSize = 1 << 20

// A store keeps records, as bytes, until their story is checked: in memory up
// to a budget, the oldest in a temporary file beyond it. All records are put
// before the first is got; getting is safe for several goroutines.
type store struct {
	budget int64
	dir    string
	chunks []chunk
	held   int64 // bytes in memory
	oldest int   // the first chunk in memory
	file   *os.File
	size   int64 // of file
	remove string
}

// A chunk is the bytes of some records, in memory or at a place in the file.
type chunk struct {
	b  []byte
	at int64
}

// A place is where a record is in its store.
type place struct{ chunk, start, end int32 }

func newStore(o *Options) *store {
	s := &store{budget: o.Budget, dir: o.Dir}
	if s.budget <= 0 {
		s.budget = DefaultBudget
	}
	return s
}

// put keeps the bytes of a record.
func (s *store) put(b []byte) (place, error) {
	n := len(s.chunks) - 1
	if n < 0 || s.chunks[n].b == nil || len(s.chunks[n].b)+len(b) > chunkSize {
		s.chunks = append(s.chunks, chunk{b: make([]byte, 0, max(chunkSize, len(b)))})
		n++
	}
	c := &s.chunks[n]
	start := len(c.b)
	c.b = append(c.b, b...)
	s.held += int64(len(b))
	p := place{int32(n), int32(start), int32(len(c.b))}
	for s.held > s.budget {
		if err := s.spill(); err != nil {
			return p, err
		}
	}
	return p, nil
}

// spill writes the oldest chunk that is in memory to the file.
func (s *store) spill() error {
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, "newsvet-*.records")
		if err != nil {
			return fmt.Errorf("temporary file: %w", err)
		}
		s.file = f
		if os.Remove(f.Name()) != nil { // a kill leaves nothing behind, where the system allows it
			s.remove = f.Name()
		}
	}
	c := &s.chunks[s.oldest]
	if _, err := s.file.WriteAt(c.b, s.size); err != nil {
		return fmt.Errorf("temporary file: %w", err)
	}
	s.held -= int64(len(c.b))
	c.at = s.size
	s.size += int64(len(c.b))
	c.b = nil
	s.oldest++
	return nil
}

// get returns the record at p.
func (s *store) get(p place) (*check.Record, error) {
	b, err := s.bytes(p)
	if err != nil {
		return nil, err
	}
	return decode(b)
}

// bytes returns the record at p as it was put.
func (s *store) bytes(p place) ([]byte, error) {
	c := &s.chunks[p.chunk]
	if c.b != nil {
		return c.b[p.start:p.end], nil
	}
	b := make([]byte, p.end-p.start)
	if _, err := s.file.ReadAt(b, c.at+int64(p.start)); err != nil {
		return nil, fmt.Errorf("temporary file: %w", err)
	}
	return b, nil
}

// close lets go of the file. It is for the time when nobody gets any more.
func (s *store) close() {
	if s.file == nil {
		return
	}
	s.file.Close()
	if s.remove != "" {
		os.Remove(s.remove)
	}
}
