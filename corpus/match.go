package corpus

import (
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ValidPattern reports whether [Match] understands a pattern.
func ValidPattern(pattern string) bool { return doublestar.ValidatePattern(pattern) }

// Match reports whether a pattern means the file at path, both with slashes
// and relative to one directory. * stands for anything within a name, ** for
// any depth; a pattern that means a directory means what is below it, and one
// without a slash is found at any depth, as git has it.
func Match(pattern, path string) bool {
	rooted := strings.HasPrefix(pattern, "/")
	pattern = strings.Trim(pattern, "/")
	if pattern == "" {
		return false
	}
	if !rooted && !strings.Contains(pattern, "/") {
		pattern = "**/" + pattern
	}
	for _, p := range []string{pattern, pattern + "/**"} {
		if ok, err := doublestar.Match(p, path); ok && err == nil {
			return true
		}
	}
	return false
}
