package main

import (
	"github.com/spf13/cobra"
)

func newCompare(*common) *cobra.Command {
	return &cobra.Command{
		Use:     "compare A B",
		Short:   "two articles side by side, word differences marked",
		Example: `  newsvet compare bugle.md courier.md`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return misuse("newsvet check compares many", "compare takes two articles, not %d", len(args))
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return misuse("", "compare is not there yet") },
	}
}
