// Package cache keeps what was computed between runs, by what it was computed
// from. It never decides a result: what is damaged or gone is computed again.
package cache

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Key names a value: a hash of all that it depends on.
type Key [32]byte

// MaxSize is how many bytes a directory holds after a run; what was longest
// unused goes first.
const MaxSize = 2 << 30

// most is how many segments a version has before they are made one.
const most = 16

// A Cache is a directory of values. Get and Put are safe for several
// goroutines, and several processes may use one directory.
type Cache struct {
	top, dir string // all versions, and this one
	warn     func(string)

	mu       sync.Mutex
	segments []*segment
	index    map[Key]place
	next     *writer // of what is new; nil until there is something
	broken   error   // why nothing is kept any more
}

// A place is where a value is.
type place struct {
	in *segment
	at int64
	n  uint32
}

// Open opens the cache in dir, which is made if it is not there. Values of
// another version, of the program or of what it computes, are not seen. What
// is damaged is dropped, what cannot be read now is left for another run, and
// warn told so on one line.
func Open(dir, version string, warn func(string)) (*Cache, error) {
	c := &Cache{top: dir, dir: filepath.Join(dir, version), warn: warn, index: map[Key]place{}}
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	names, err := filepath.Glob(filepath.Join(escape(c.dir), "*"+extension))
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	damaged := false
	var unread error
	for _, name := range names {
		s, err := open(name)
		switch {
		case errors.Is(err, errDamaged):
			damaged = true
			os.Remove(name)
			continue
		case errors.Is(err, fs.ErrNotExist): // another process made one of several
			continue
		case err != nil: // too many open files, not allowed: that may pass
			unread = err
			continue
		}
		c.segments = append(c.segments, s)
		for _, e := range s.entries {
			c.index[e.key] = place{s, e.at, e.n}
		}
		s.entries = nil
	}
	if damaged {
		c.damage()
	} else if unread != nil {
		c.warn(fmt.Sprintf("cache: %v; what is missing is made anew", unread))
	}
	return c, nil
}

// escape takes what [filepath.Glob] would understand as a pattern out of a
// path.
func escape(path string) string {
	return strings.NewReplacer("*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

func (c *Cache) damage() {
	c.warn(fmt.Sprintf("cache %s: damaged, what is missing is made anew", c.top))
}

// Get returns the value of k, if it is there and whole.
func (c *Cache) Get(k Key) ([]byte, bool) {
	c.mu.Lock()
	p, ok := c.index[k]
	if ok {
		p.in.used = true
	}
	c.mu.Unlock()
	if !ok {
		return nil, false
	}
	b, err := p.in.read(p.at, p.n)
	if err == nil {
		return b, true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.index, k)
	if errors.Is(err, errDamaged) && !p.in.damaged {
		p.in.damaged = true
		c.damage()
	}
	return nil, false
}

// Put keeps the value of k for later runs. If it cannot, that is said once,
// when the cache is closed.
func (c *Cache) Put(k Key, b []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.broken != nil {
		return
	}
	if c.next == nil {
		if c.next, c.broken = create(c.dir); c.broken != nil {
			return
		}
	}
	c.broken = c.next.add(k, b)
}

// Close puts in its place what is new and tidies up. What it returns is no
// reason to doubt a result.
func (c *Cache) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	err := c.broken
	if c.next != nil {
		if err == nil {
			err = c.next.commit()
		} else {
			c.next.discard()
		}
		c.next = nil
	}
	if err == nil && len(c.segments) >= most {
		err = c.merge()
	}
	for _, s := range c.segments {
		s.close()
		if s.damaged {
			os.Remove(s.name)
		} else if s.used {
			now := time.Now()
			os.Chtimes(s.name, now, now) // for shrink; results do not depend on it
		}
	}
	c.segments, c.index = nil, nil
	c.broken = fs.ErrClosed // who was interrupted may still put, and must not begin a segment
	c.shrink()
	if err != nil {
		return fmt.Errorf("cache %s: %w", c.top, err)
	}
	return nil
}

// merge makes one segment of all that are open.
func (c *Cache) merge() error {
	w, err := create(c.dir)
	if err != nil {
		return err
	}
	for k, p := range c.index {
		b, err := p.in.read(p.at, p.n)
		if errors.Is(err, errDamaged) {
			continue
		}
		if err == nil {
			err = w.add(k, b)
		}
		if err != nil {
			w.discard()
			return err
		}
	}
	if err := w.commit(); err != nil {
		return err
	}
	for _, s := range c.segments {
		s.damaged = true // all that is whole in it is in the new one
	}
	return nil
}

// shrink removes what was longest unused, of all versions, until the rest has
// room, and what runs left half-written that ended before their time.
func (c *Cache) shrink() {
	type file struct {
		name string
		info fs.FileInfo
	}
	var files []file
	var total int64
	for _, pattern := range []string{"*" + extension, "*" + unfinished} {
		names, _ := filepath.Glob(filepath.Join(escape(c.top), "*", pattern))
		for _, name := range names {
			info, err := os.Stat(name)
			switch {
			case err != nil:
			case strings.HasSuffix(name, unfinished):
				if time.Since(info.ModTime()) > 24*time.Hour {
					os.Remove(name)
				}
			default:
				files = append(files, file{name, info})
				total += info.Size()
			}
		}
	}
	slices.SortFunc(files, func(a, b file) int {
		return cmp.Or(a.info.ModTime().Compare(b.info.ModTime()), cmp.Compare(a.name, b.name))
	})
	for _, f := range files {
		if total <= MaxSize {
			return
		}
		os.Remove(f.name)
		total -= f.info.Size()
		os.Remove(filepath.Dir(f.name)) // if it is empty now
	}
}
