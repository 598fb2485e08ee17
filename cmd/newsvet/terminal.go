package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// terminalOf returns the file descriptor of w if it is a terminal.
func terminalOf(w io.Writer) (fd int, ok bool) {
	f, isFile := w.(*os.File)
	if !isFile {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// colored decides whether to colour what goes to w: the flag before the
// environment, the environment before what w is.
func colored(flag string, w io.Writer) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	_, tty := terminalOf(w)
	return tty && os.Getenv("TERM") != "dumb"
}

// width is how many columns w has: what COLUMNS says, else the terminal but
// for lines too long to read, else 100.
func width(w io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if fd, ok := terminalOf(w); ok {
		if n, _, err := term.GetSize(fd); err == nil && n > 0 {
			return min(n, 120)
		}
	}
	return 100
}
