package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// common are the flags of every command.
type common struct {
	quiet, verbose, debug bool
	color                 string
	settings              settings
}

func newRoot() *cobra.Command {
	c := &common{}
	root := &cobra.Command{
		Use:   "newsvet",
		Short: "where several outlets' articles agree, and where they do not",
		Long: `Newsvet reads articles by several outlets and says where they agree and where
they do not: who is quoted with which words, how many, how much, when, and on
whose word. It never says which outlet is right; it shows the places, side by
side, and how they were matched.`,
		Example: `  newsvet check corpus/                       compare the articles of a folder
  newsvet check -o json=result.json corpus/   the same, for another program
  newsvet compare bugle.md courier.md         two articles side by side
  newsvet extract -o jsonl bugle.md           the quotes, figures and dates in one`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelp())
	pf := root.PersistentFlags()
	pf.SortFlags = false
	pf.BoolVarP(&c.quiet, "quiet", "q", false, "nothing on standard error but why the status is not 0")
	pf.BoolVarP(&c.verbose, "verbose", "v", false, "list what is otherwise counted, and say why")
	pf.StringVar(&c.color, "color", "auto", "colour `WHEN`: auto, always or never")
	pf.BoolVar(&c.debug, "debug", false, "show where an internal error came from")
	c.settingsFlags(pf)
	complete(root, "color", "auto", "always", "never")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if err := c.configure(cmd); err != nil {
			return err
		}
		return oneOf("--color", c.color, "auto", "always", "never")
	}
	root.AddCommand(newCheck(c), newExtract(c), newCompare(c), newStories(c), newReport(c), newShow(c), newDiff(c), newBaseline(c), newConfig(c), newInit(), newExplain(c), newRules(c), newSchema(), newMan(), newVersion())
	return root
}

// newHelp is cobra's own help command, which says one line about a command
// that there is none of.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "help about a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, _, err := cmd.Root().Find(args)
			if err != nil || found == nil {
				return noCommand(cmd.Root(), args)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// noCommand complains about arguments that are no command.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Lstat(args[0]); err == nil {
		return misuse("newsvet check "+args[0], "unknown command %q", args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return misuse(didYouMean(args[0], names, "newsvet --help lists the commands"), "unknown command %q", args[0])
}

// oneOf complains about a value that is none of those allowed.
func oneOf(flag, value string, allowed ...string) error {
	list := ""
	for i, a := range allowed {
		if value == a {
			return nil
		}
		switch {
		case i == len(allowed)-1:
			list += " or "
		case i > 0:
			list += ", "
		}
		list += a
	}
	return misuse(didYouMean(value, allowed, ""), "%s is %s, not %q", flag, list, value)
}

// complete offers values for a flag in the shell.
func complete(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // there is no such flag
	}
}

// completeList offers values for a flag that takes several, with commas: those
// that are not in the list yet.
func completeList(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		before := begun[:strings.LastIndexByte(begun, ',')+1]
		var out []string
		for _, v := range values {
			if !slices.Contains(strings.Split(before, ","), v) {
				out = append(out, before+v)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	if err != nil {
		panic(err) // there is no such flag
	}
}
