package run

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"math"
	"reflect"
	"sync"
	"time"

	"github.com/newsvet/newsvet/check"
)

// Records are kept as bytes while they wait for their story: they take a
// tenth of the memory, the garbage collector need not follow them, and they
// can go to disk. The form is private to one run. A string that a record has
// twice, as the sentence of two items, is written once and shared again when
// read.

var errCorrupt = errors.New("temporary file: corrupt record")

// encode appends r to b.
func encode(b []byte, r *check.Record) []byte { return encodeAs(recordCoder(), b, r) }

func encodeAs[T any](c coder, b []byte, x *T) []byte {
	w := encoders.Get().(*encoder)
	c.put(w, reflect.ValueOf(x).Elem())
	b = append(b, w.b...)
	if len(w.slots) <= 1<<13 { // what a giant has grown is not cleared for all others
		clear(w.known) // lets go of the article
		w.b, w.known = w.b[:0], w.known[:0]
		clear(w.slots)
		encoders.Put(w)
	}
	return b
}

// encoders are kept: to grow their tables and buffers again for each record
// takes longer than to fill them.
var encoders = sync.Pool{New: func() any { return &encoder{slots: make([]int32, 1<<9)} }}

// decode reads what encode wrote.
func decode(b []byte) (*check.Record, error) { return decodeAs[check.Record](recordCoder(), b) }

func decodeAs[T any](c coder, b []byte) (x *T, err error) {
	defer func() {
		if v := recover(); v != nil {
			x, err = nil, fmt.Errorf("%w: %v", errCorrupt, v)
		}
	}()
	x = new(T)
	d := &decoder{b: b}
	c.get(d, reflect.ValueOf(x).Elem())
	if len(d.b) > 0 {
		return nil, errCorrupt
	}
	return x, nil
}

type encoder struct {
	b     []byte
	known []string // written so far
	slots []int32  // by hash: 1 + the place in known, 0 of none
}

func (w *encoder) uint(x uint64) { w.b = binary.AppendUvarint(w.b, x) }
func (w *encoder) int(x int64)   { w.b = binary.AppendVarint(w.b, x) }

func (w *encoder) string(s string) {
	at := w.slot(s)
	if n := w.slots[at]; n > 0 {
		w.uint(uint64(n))
		return
	}
	w.known = append(w.known, s)
	w.slots[at] = int32(len(w.known))
	if 2*len(w.known) > len(w.slots) {
		w.grow()
	}
	w.uint(0)
	w.uint(uint64(len(s)))
	w.b = append(w.b, s...)
}

// slot is where s is, or would be.
func (w *encoder) slot(s string) int {
	at := int(maphash.String(seed, s)) & (len(w.slots) - 1)
	for w.slots[at] > 0 && w.known[w.slots[at]-1] != s {
		at = (at + 1) & (len(w.slots) - 1)
	}
	return at
}

// grow makes room for twice as many strings.
func (w *encoder) grow() {
	w.slots = make([]int32, 2*len(w.slots))
	for i, s := range w.known {
		w.slots[w.slot(s)] = int32(i + 1)
	}
}

// seed differs from run to run: what is written does not depend on it.
var seed = maphash.MakeSeed()

type decoder struct {
	b     []byte
	known []string
}

func (d *decoder) uint() uint64 {
	x, n := binary.Uvarint(d.b)
	if n <= 0 {
		panic("number")
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) int() int64 {
	x, n := binary.Varint(d.b)
	if n <= 0 {
		panic("number")
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) string() string {
	if n := d.uint(); n > 0 {
		return d.known[n-1]
	}
	n := d.uint()
	s := string(d.b[:n])
	d.b = d.b[n:]
	d.known = append(d.known, s)
	return s
}

// A coder writes and reads the values of one type.
type coder struct {
	put func(*encoder, reflect.Value)
	get func(*decoder, reflect.Value)
}

var recordCoder = sync.OnceValue(func() coder { return coderOf(reflect.TypeFor[check.Record]()) })

var resultCoder = sync.OnceValue(func() coder { return coderOf(reflect.TypeFor[check.Result]()) })

// coderOf panics for what a record must not hold: maps, whose order is lost,
// interfaces, and fields that cannot be seen from here. A test sees to it.
func coderOf(t reflect.Type) coder {
	if t == reflect.TypeFor[time.Time]() {
		return coder{putTime, getTime}
	}
	switch t.Kind() {
	case reflect.Bool:
		return coder{
			func(w *encoder, v reflect.Value) { w.b = append(w.b, b2i(v.Bool())) },
			func(d *decoder, v reflect.Value) { v.SetBool(d.b[0] != 0); d.b = d.b[1:] },
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return coder{
			func(w *encoder, v reflect.Value) { w.int(v.Int()) },
			func(d *decoder, v reflect.Value) { v.SetInt(d.int()) },
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return coder{
			func(w *encoder, v reflect.Value) { w.uint(v.Uint()) },
			func(d *decoder, v reflect.Value) { v.SetUint(d.uint()) },
		}
	case reflect.Float32, reflect.Float64:
		return coder{
			func(w *encoder, v reflect.Value) {
				w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(v.Float()))
			},
			func(d *decoder, v reflect.Value) {
				v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(d.b)))
				d.b = d.b[8:]
			},
		}
	case reflect.String:
		return coder{
			func(w *encoder, v reflect.Value) { w.string(v.String()) },
			func(d *decoder, v reflect.Value) { v.SetString(d.string()) },
		}
	case reflect.Slice:
		return sliceCoder(t)
	case reflect.Array:
		return arrayCoder(t)
	case reflect.Pointer:
		return pointerCoder(t)
	case reflect.Struct:
		return structCoder(t)
	}
	panic(fmt.Sprintf("run: a record cannot hold a %v", t))
}

func b2i(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func sliceCoder(t reflect.Type) coder {
	c := coderOf(t.Elem())
	return coder{
		func(w *encoder, v reflect.Value) {
			if v.IsNil() {
				w.uint(0)
				return
			}
			w.uint(uint64(v.Len()) + 1)
			for i := range v.Len() {
				c.put(w, v.Index(i))
			}
		},
		func(d *decoder, v reflect.Value) {
			n := d.uint()
			if n == 0 {
				return
			}
			n--
			if n > uint64(len(d.b)) {
				panic("length") // every element takes a byte
			}
			s := reflect.MakeSlice(t, int(n), int(n))
			for i := range int(n) {
				c.get(d, s.Index(i))
			}
			v.Set(s)
		},
	}
}

func arrayCoder(t reflect.Type) coder {
	c := coderOf(t.Elem())
	return coder{
		func(w *encoder, v reflect.Value) {
			for i := range v.Len() {
				c.put(w, v.Index(i))
			}
		},
		func(d *decoder, v reflect.Value) {
			for i := range v.Len() {
				c.get(d, v.Index(i))
			}
		},
	}
}

func pointerCoder(t reflect.Type) coder {
	c := coderOf(t.Elem())
	return coder{
		func(w *encoder, v reflect.Value) {
			w.b = append(w.b, b2i(!v.IsNil()))
			if !v.IsNil() {
				c.put(w, v.Elem())
			}
		},
		func(d *decoder, v reflect.Value) {
			there := d.b[0] != 0
			if d.b = d.b[1:]; there {
				v.Set(reflect.New(t.Elem()))
				c.get(d, v.Elem())
			}
		},
	}
}

// structCoder writes a bit per field that says whether it is set, then those
// that are: most fields of most items are not.
func structCoder(t reflect.Type) coder {
	var fields []coder
	for f := range t.Fields() {
		if !f.IsExported() {
			panic(fmt.Sprintf("run: a record cannot hold %v.%s", t, f.Name))
		}
		fields = append(fields, coderOf(f.Type))
	}
	if len(fields) > 64 {
		panic(fmt.Sprintf("run: %v has too many fields", t))
	}
	return coder{
		func(w *encoder, v reflect.Value) {
			var set uint64
			for i := range fields {
				if !v.Field(i).IsZero() {
					set |= 1 << i
				}
			}
			w.uint(set)
			for i, c := range fields {
				if set&(1<<i) != 0 {
					c.put(w, v.Field(i))
				}
			}
		},
		func(d *decoder, v reflect.Value) {
			set := d.uint()
			for i, c := range fields {
				if set&(1<<i) != 0 {
					c.get(d, v.Field(i))
				}
			}
		},
	}
}

// putTime keeps the instant and the offset from UTC. A zone is not looked up
// again when read: the same bytes in every time zone.
func putTime(w *encoder, v reflect.Value) {
	t := v.Interface().(time.Time)
	_, offset := t.Zone()
	w.int(t.Unix())
	w.int(int64(t.Nanosecond()))
	w.int(int64(offset))
}

func getTime(d *decoder, v reflect.Value) {
	t := time.Unix(d.int(), d.int()).UTC()
	if offset := d.int(); offset != 0 {
		t = t.In(time.FixedZone("", int(offset)))
	}
	v.Set(reflect.ValueOf(t))
}
