package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed vendors.txt
var vendorList string

// vendors are the names of bodies that sell numbers, folded.
var vendors = sync.OnceValue(func() []string {
	var out []string
	for l := range strings.Lines(vendorList) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
})
