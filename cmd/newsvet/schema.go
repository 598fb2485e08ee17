package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check/report"
)

func newSchema() *cobra.Command {
	names := []string{"check", "extract"}
	return &cobra.Command{
		Use:       "schema check|extract",
		Short:     "the JSON Schema of what check -o json or extract -o jsonl writes",
		Example:   "  newsvet schema check > newsvet.schema.json",
		ValidArgs: names,
		Args:      exactly(1, "schema takes one of check and extract, not %d arguments", ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			schema := report.CheckSchema
			switch args[0] {
			case "check":
			case "extract":
				schema = report.ItemsSchema
			default:
				return misuse(didYouMean(args[0], names, ""), "there is no schema %q: check or extract", args[0])
			}
			b, err := schema()
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(b)
			return err
		},
	}
}
