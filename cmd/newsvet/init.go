package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

//go:embed assets/newsvet.yaml
var commentedConfig string

//go:embed assets/github.yml
var githubWorkflow string

//go:embed assets/gitlab.yml
var gitlabJob string

//go:embed assets/pre-commit.yaml
var preCommitHook string

// A scaffold is a file that init writes.
type scaffold struct{ name, path, text string }

// ciScaffolds are what runs newsvet for others.
var ciScaffolds = []scaffold{
	{"github", ".github/workflows/newsvet.yml", githubWorkflow},
	{"gitlab", ".gitlab-ci.yml", gitlabJob},
	{"pre-commit", ".pre-commit-config.yaml", preCommitHook},
}

func newInit() *cobra.Command {
	var ci []string
	only := false
	var names []string
	for _, s := range ciScaffolds {
		names = append(names, s.name)
	}
	cmd := &cobra.Command{
		Use:   "init",
		Short: "write a commented configuration, and what runs newsvet in CI",
		Long: `Init writes ` + config.Name + ` with every key explained into the current directory,
and with --ci a file that checks the corpus at every push or commit. It never
writes over a file: where there is one, it prints what to add.`,
		Example: `  newsvet init
  newsvet init --ci github
  newsvet init --print --ci gitlab`,
		Args: exactly(0, "init takes no arguments, not %d", ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			files := []scaffold{{"", config.Name, commentedConfig}}
			for _, name := range ci {
				i := slices.Index(names, name)
				if i < 0 {
					return misuse(didYouMean(name, names, "known: "+strings.Join(names, ", ")), "unknown CI %q", name)
				}
				files = append(files, ciScaffolds[i])
			}
			for _, f := range files {
				if err := f.put(cmd, only); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringSliceVar(&ci, "ci", nil, "also for `SYSTEM`: github, gitlab or pre-commit")
	cmd.Flags().BoolVar(&only, "print", false, "print instead of writing")
	completeList(cmd, "ci", names)
	return cmd
}

// put writes the file unless there is one.
func (f scaffold) put(cmd *cobra.Command, only bool) error {
	out := cmd.OutOrStdout()
	if _, err := os.Lstat(f.path); !only && errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(f.path), 0o755); err != nil {
			return &exit{usage, "output " + f.path + ": " + cause(err).Error(), ""}
		}
		if err := writeNew(f.path, f.text); err != nil {
			return &exit{usage, "output " + f.path + ": " + cause(err).Error(), ""}
		}
		fmt.Fprintf(out, "%s: written\n", f.path)
		return nil
	}
	if only {
		_, err := fmt.Fprint(out, f.text)
		return err
	}
	if f.name == "" {
		fmt.Fprintf(out, "%s: is there already, left as it is\n", report.Terminal(f.path))
		return nil
	}
	_, err := fmt.Fprintf(out, "%s: is there already, left as it is; what to add:\n\n%s\n", report.Terminal(f.path), f.text)
	return err
}

// writeNew makes a file that is not there yet.
func writeNew(path, text string) error {
	w, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = w.WriteString(text)
	if cerr := w.Close(); err == nil {
		err = cerr
	}
	return err
}
