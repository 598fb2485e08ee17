package dates_test

import "strings"

// A file is one file of an archive in the txtar format.
type file struct{ name, body string }

// archive divides a golden file into its comment and its files.
func archive(s string) (comment string, files []file) {
	for l := range strings.Lines(s) {
		name, ok := strings.CutPrefix(strings.TrimRight(l, "\n"), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			files = append(files, file{name: name})
		} else if len(files) == 0 {
			comment += l
		} else {
			files[len(files)-1].body += l
		}
	}
	return comment, files
}
