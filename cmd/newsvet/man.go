package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/newsvet/newsvet/check/report"
)

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "write the manual pages, one a command",
		Long: `Man writes a manual page for newsvet and for each of its commands into DIR,
which is made if it is not there. Pages of an older newsvet are replaced.`,
		Example: `  newsvet man ~/.local/share/man/man1
  man newsvet-check`,
		Args: exactly(1, "man takes one directory, not %d", ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return misuse("", "%s: %v", args[0], cause(err))
			}
			root := cmd.Root()
			root.InitDefaultCompletionCmd()
			pages := manual(root)
			for _, p := range pages {
				if err := writeFile(filepath.Join(args[0], p.name), p.text); err != nil {
					return err
				}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s written\n", report.Terminal(args[0]), report.Count(len(pages), "page"))
			return nil
		},
	}
}

// A page is a manual page in the man macros of roff.
type page struct {
	name string // of its file
	text []byte
}

// manual returns the pages of cmd and of the commands below it.
func manual(cmd *cobra.Command) []page {
	cmd.InitDefaultHelpFlag()
	title := pageTitle(cmd)
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 \"\" %s %s\n", quoted(strings.ToUpper(title)), quoted("newsvet "+version()), quoted("newsvet manual"))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(title), roff(cmd.Short))
	b.WriteString(".SH SYNOPSIS\n")
	if cmd.Runnable() {
		fmt.Fprintf(&b, ".B %s\n", quoted(roff(cmd.UseLine())))
	}
	if cmd.Long != "" {
		b.WriteString(".SH DESCRIPTION\n")
		for i, par := range strings.Split(cmd.Long, "\n\n") {
			if i > 0 {
				b.WriteString(".PP\n")
			}
			b.WriteString(roffLines(par))
		}
	}
	options(&b, "OPTIONS", cmd.NonInheritedFlags())
	options(&b, "OPTIONS OF EVERY COMMAND", cmd.InheritedFlags())
	if cmd.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s.fi\n", roffLines(cmd.Example))
	}
	var pages []page
	var also []string
	if cmd.HasParent() {
		also = append(also, pageTitle(cmd.Parent()))
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			also = append(also, pageTitle(c))
			pages = append(pages, manual(c)...)
		}
	}
	b.WriteString(".SH SEE ALSO\n")
	for i, name := range also {
		comma := ","
		if i == len(also)-1 {
			comma = ""
		}
		fmt.Fprintf(&b, ".BR %s (1)%s\n", roff(name), comma)
	}
	return append(pages, page{title + ".1", b.Bytes()})
}

// pageTitle is the name of the page of cmd: newsvet-baseline-create.
func pageTitle(cmd *cobra.Command) string {
	return strings.ReplaceAll(cmd.CommandPath(), " ", "-")
}

// options writes a section of flags, if there are any.
func options(b *bytes.Buffer, title string, fs *pflag.FlagSet) {
	if !fs.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n", quoted(title))
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR", roff(name))
		if value != "" {
			fmt.Fprintf(b, " \\fI%s\\fR", roff(value))
		}
		if zero := f.DefValue == "" || f.DefValue == "false" || f.DefValue == "[]" || f.DefValue == "0"; !zero {
			usage += " (default " + f.DefValue + ")"
		}
		b.WriteString("\n" + roffLines(usage))
	})
}

// roffLines is text whose lines begin no request of roff's.
func roffLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			b.WriteString(`\&`)
		}
		b.WriteString(roff(line) + "\n")
	}
	return b.String()
}

// roff is s as roff prints it: a hyphen that can be copied, a backslash.
func roff(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n", " ").Replace(s)
}

// quoted is s as one argument of a macro.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
