package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// closest returns the name that s is most likely a slip of, or "".
func closest(s string, names []string) string {
	best, least := "", max(2, len(s)/3)+1
	for _, n := range names {
		d := distance(s, n)
		if strings.HasPrefix(n, s) && len(s) >= 3 {
			d = min(d, 1)
		}
		if d < least {
			best, least = n, d
		}
	}
	return best
}

// distance is the number of single letters to insert, delete or replace, or
// of neighbours to swap, to make b of a.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	prev, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], prev[j-2]+1)
			}
		}
		prev, row, next = row, next, prev
	}
	return row[len(b)]
}

// didYouMean is a hint that names what s may have been meant to be; with
// nothing close it is otherwise.
func didYouMean(s string, names []string, otherwise string) string {
	if n := closest(s, names); n != "" {
		return "did you mean " + n + "?"
	}
	return otherwise
}

// flagError makes a usage error of what pflag says, on one line, with the
// flag that was meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return misuse(cmd.CommandPath()+" --help", "%s", strings.Join(strings.Fields(err.Error()), " "))
	}
	name := unknown.GetSpecifiedName()
	if len(name) == 1 {
		return misuse(cmd.CommandPath()+" --help", "unknown flag -%s", name)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return misuse(didYouMean("--"+name, names, cmd.CommandPath()+" --help"), "unknown flag --%s", name)
}
