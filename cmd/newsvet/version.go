package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/extract/syntax"
)

func newVersion() *cobra.Command {
	selfTest := false
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "which newsvet this is",
		Example: "  newsvet version\n  newsvet version --self-test",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprintf(cmd.OutOrStdout(), "newsvet %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if selfTest {
				return runSelfTest(cmd.OutOrStdout())
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&selfTest, "self-test", false, "also say whether the word lists and weights can be read")
	return cmd
}

// version is the module's version, else the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	v := "devel"
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			v += "-" + s.Value[:12]
		}
	}
	return v
}

// runSelfTest says whether what is embedded in the program can be read.
func runSelfTest(w io.Writer) error {
	if err := syntax.Available(); err != nil {
		return &exit{usage, "weights of the parser: " + err.Error(), ""}
	}
	fmt.Fprintln(w, "weights of the parser: good")
	return nil
}
