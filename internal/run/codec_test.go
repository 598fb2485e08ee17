package run_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/internal/run"
)

func TestRecordsAndResultsCanBeWritten(t *testing.T) { run.Codable() }

// fill sets v to something drawn, whatever its type.
func fill(t *rapid.T, v reflect.Value, depth int) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		at := time.Unix(rapid.Int64Range(-1e11, 1e11).Draw(t, "s"), rapid.Int64Range(0, 999_999_999).Draw(t, "ns"))
		v.Set(reflect.ValueOf(at.In(time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "zone")*3600))))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "b"))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "i") >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(rapid.Uint64().Draw(t, "u") >> (64 - v.Type().Bits()))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, "f"))
	case reflect.String:
		v.SetString(rapid.SampledFrom([]string{"", "a", "zwölf", "the same sentence"}).Draw(t, "s"))
	case reflect.Slice:
		if n := rapid.IntRange(-1, 2).Draw(t, "n"); n >= 0 && depth > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(t, v.Index(i), depth-1)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), depth-1)
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "p") && depth > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem(), depth-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if rapid.Bool().Draw(t, "set") {
				fill(t, v.Field(i), depth-1)
			}
		}
	}
}

func TestRecordsSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r check.Record
		fill(t, reflect.ValueOf(&r).Elem(), 6)
		got, err := run.Decode(run.Encode(&r))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&r, got); diff != "" {
			t.Fatalf("after a round trip (-before +after):\n%s", diff)
		}
	})
}

func TestDamagedRecordsAreErrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r check.Record
		fill(t, reflect.ValueOf(&r).Elem(), 4)
		b := run.Encode(&r)
		if _, err := run.Decode(b[:rapid.IntRange(0, len(b)-1).Draw(t, "cut")]); err == nil {
			t.Fatal("a record that was cut is read")
		}
	})
}
