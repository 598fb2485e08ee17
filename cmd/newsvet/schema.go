package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

func newSchema() *cobra.Command {
	names := []string{"check", "extract", "stories", "config"}
	return &cobra.Command{
		Use:       "schema check|extract|stories|config",
		Short:     "the JSON Schema of what check -o json, extract -o jsonl or stories -o jsonl writes or of the configuration",
		Example:   "  newsvet schema check > newsvet.schema.json",
		ValidArgs: names,
		Args:      exactly(1, "schema takes one of check, extract, stories and config, not %d arguments", ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			schema := report.CheckSchema
			switch args[0] {
			case "check":
			case "extract":
				schema = report.ItemsSchema
			case "stories":
				schema = report.StoriesSchema
			case "config":
				schema = func() ([]byte, error) { return config.Schema(ruleNames()) }
			default:
				return misuse(didYouMean(args[0], names, ""), "there is no schema %q: check, extract, stories or config", args[0])
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
