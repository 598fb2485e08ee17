package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"strings"
)

// A segment is a file of values that is written once: a magic number, then
// for each value its key, its length, its checksum and itself.
const (
	magic      = "newsvet cache 1\n"
	extension  = ".segment"
	unfinished = ".tmp"
	headSize   = len(Key{}) + 4 + 4
)

var (
	errDamaged = errors.New("damaged")
	table      = crc32.MakeTable(crc32.Castagnoli)
)

type segment struct {
	name    string
	file    *os.File
	size    int64
	entries []entry
	used    bool
	damaged bool
}

// An entry is where a value is in its segment.
type entry struct {
	key Key
	at  int64
	n   uint32
}

// open opens the segment at name and sees whether its parts fit together.
func open(name string) (*segment, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	s := &segment{name: name, file: f}
	info, err := f.Stat()
	if err == nil {
		s.size = info.Size()
		err = s.whole()
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return s, nil
}

func (s *segment) whole() error {
	head := make([]byte, len(magic))
	if _, err := s.file.ReadAt(head, 0); err != nil {
		return short(err)
	}
	if string(head) != magic {
		return errDamaged
	}
	return s.list()
}

// short is err, or that a segment is damaged if it ended too early.
func short(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errDamaged
	}
	return err
}

// list finds the values.
func (s *segment) list() error {
	at := int64(len(magic))
	var head [headSize]byte
	r := bufio.NewReaderSize(io.NewSectionReader(s.file, at, s.size-at), 1<<16)
	for at < s.size {
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return short(err)
		}
		e := entry{Key(head[:len(Key{})]), at, binary.LittleEndian.Uint32(head[len(Key{}):])}
		if at += int64(headSize) + int64(e.n); at > s.size {
			return errDamaged
		}
		if _, err := r.Discard(int(e.n)); err != nil {
			return short(err)
		}
		s.entries = append(s.entries, e)
	}
	return nil
}

// read returns the value whose head stands at an offset.
func (s *segment) read(at int64, n uint32) ([]byte, error) {
	b := make([]byte, headSize+int(n))
	if _, err := s.file.ReadAt(b, at); err != nil {
		return nil, short(err)
	}
	sum := binary.LittleEndian.Uint32(b[len(Key{})+4:])
	if checksum(b[:len(Key{})+4], b[headSize:]) != sum {
		return nil, errDamaged
	}
	return b[headSize:], nil
}

func (s *segment) close() { s.file.Close() }

func checksum(head, value []byte) uint32 {
	return crc32.Update(crc32.Checksum(head, table), table, value)
}

// A writer makes a segment.
type writer struct {
	*bufio.Writer
	file *os.File
}

func create(dir string) (*writer, error) {
	f, err := os.CreateTemp(dir, "*"+unfinished)
	if err != nil {
		return nil, err
	}
	w := &writer{bufio.NewWriterSize(f, 1<<18), f}
	_, err = w.WriteString(magic)
	return w, err
}

func (w *writer) add(k Key, b []byte) error {
	head := binary.LittleEndian.AppendUint32(k[:], uint32(len(b)))
	w.Write(head)
	w.Write(binary.LittleEndian.AppendUint32(nil, checksum(head, b)))
	_, err := w.Write(b) // which fails if one of those before did
	return err
}

// commit puts the segment in its place.
func (w *writer) commit() error {
	err := w.Flush()
	if err == nil {
		err = w.file.Sync()
	}
	if cerr := w.file.Close(); err == nil {
		err = cerr
	}
	name := w.file.Name()
	if err == nil {
		err = os.Rename(name, strings.TrimSuffix(name, unfinished)+extension)
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}

func (w *writer) discard() {
	w.file.Close()
	os.Remove(w.file.Name())
}
