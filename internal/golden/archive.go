package golden

import (
	"strings"
)

// A File is a part of an archive.
type File struct {
	Name string
	Data string
}

// Parse divides an archive in txtar form into its comment and its files: a
// line "-- NAME --" begins each.
func Parse(s string) (comment string, files []File) {
	at := &comment
	for line := range strings.Lines(s) {
		name, ok := strings.CutPrefix(line, "-- ")
		if name, ends := strings.CutSuffix(strings.TrimRight(name, "\n"), " --"); ok && ends {
			files = append(files, File{Name: strings.TrimSpace(name)})
			at = &files[len(files)-1].Data
			continue
		}
		*at += line
	}
	return comment, files
}

// Format is the reverse of [Parse].
func Format(comment string, files []File) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		b.WriteString("-- " + f.Name + " --\n" + f.Data)
		if f.Data != "" && !strings.HasSuffix(f.Data, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
