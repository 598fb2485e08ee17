package report

import (
	"github.com/fatih/color"

	"github.com/newsvet/newsvet/check"
)

// A style is how a stretch of a line looks where there is colour.
type style int

const (
	normal style = iota
	dim
	bold
	red
	yellow
	blue
	green
	mark // what differs, and what a finding is about
)

// A painter colours words for one writer, or leaves them as they are. It
// never asks or changes what other writers do.
type painter struct {
	colors []*color.Color // by style; nil without colour
}

func newPainter(on bool) painter {
	if !on {
		return painter{}
	}
	attributes := [][]color.Attribute{
		normal: {color.Reset}, dim: {color.Faint}, bold: {color.Bold}, red: {color.FgRed, color.Bold},
		yellow: {color.FgYellow, color.Bold}, blue: {color.FgBlue, color.Bold}, green: {color.FgGreen},
		mark: {color.Bold, color.Underline},
	}
	p := painter{}
	for _, as := range attributes {
		c := color.New(as...)
		c.EnableColor()
		p.colors = append(p.colors, c)
	}
	return p
}

func (p painter) paint(st style, s string) string {
	if p.colors == nil || st == normal || s == "" {
		return s
	}
	return p.colors[st].Sprint(s)
}

func levelStyle(l check.Level) style {
	switch l {
	case check.Error:
		return red
	case check.Warning:
		return yellow
	}
	return blue
}

func verdictStyle(v check.Verdict) style {
	switch v {
	case check.Agree:
		return green
	case check.Conflict:
		return red
	case check.Diverge, possible:
		return yellow
	case check.Update:
		return blue
	}
	return dim
}
