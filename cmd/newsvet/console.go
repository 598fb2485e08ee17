package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/newsvet/newsvet/check/report"
)

// A console is standard error: lines of complaint, and on a terminal, for
// what takes longer than half a second, one line of progress that is taken
// away again.
type console struct {
	w     io.Writer
	quiet bool

	mu      sync.Mutex
	shown   bool
	stopped bool
	timer   *time.Timer
	read    atomic.Int64 // articles
	stage   string
	done    int
	total   int
}

const (
	patience = 500 * time.Millisecond // before progress is shown
	tick     = 100 * time.Millisecond
)

func newConsole(w io.Writer, quiet bool) *console {
	c := &console{w: w, quiet: quiet}
	if _, tty := terminalOf(w); tty && !quiet && os.Getenv("TERM") != "dumb" {
		c.timer = time.AfterFunc(patience, c.draw)
	}
	return c
}

// say writes one line, unless the console is to be quiet.
func (c *console) say(format string, args ...any) {
	if c.quiet {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
	fmt.Fprintf(c.w, "newsvet: %s\n", report.Terminal(fmt.Sprintf(format, args...)))
}

// progress notes how far a stage of the run has come.
func (c *console) progress(stage string, done, total int) {
	c.mu.Lock()
	c.stage, c.done, c.total = stage, done, total
	c.mu.Unlock()
}

func (c *console) draw() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stopped {
		return
	}
	c.clear()
	line := report.Count(int(c.read.Load()), "article") + " read"
	if c.total > 0 {
		line += fmt.Sprintf(" · %s %d%%", c.stage, 100*c.done/c.total)
	}
	fmt.Fprint(c.w, "newsvet: "+line)
	c.shown = true
	c.timer.Reset(tick)
}

func (c *console) clear() {
	if c.shown {
		fmt.Fprint(c.w, "\r\x1b[K")
		c.shown = false
	}
}

// stop takes the progress away. It may be called more than once.
func (c *console) stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stopped = true
	if c.timer != nil {
		c.timer.Stop()
	}
	c.clear()
}

// pause takes the progress away until the next tick, so that results can be
// written to the same terminal.
func (c *console) pause() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
}
