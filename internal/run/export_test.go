package run

import (
	"reflect"

	"github.com/newsvet/newsvet/check"
)

// For tests of what is not exported.
var (
	Encode = func(r *check.Record) []byte { return encode(nil, r) }
	Decode = decode
)

// Codable panics if a record or a result holds what the codec cannot write.
func Codable() {
	coderOf(reflect.TypeFor[check.Record]())
	coderOf(reflect.TypeFor[check.Result]())
}
