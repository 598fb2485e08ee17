package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/newsvet/newsvet/internal/config"
)

// settings are what files and the environment say, below what flags do.
type settings struct {
	path    string // --config
	without bool   // --no-config

	config  *config.Config  // never nil once read
	ignores *config.Ignores // nil if there are none
	origins map[string]string
}

const (
	byFlag    = "flag"
	byDefault = "default"
)

func (c *common) settingsFlags(fs *pflag.FlagSet) {
	fs.StringVar(&c.settings.path, "config", "", "read the configuration in `FILE`; by default the nearest "+config.Name+"\nupward to the root of the repository")
	fs.BoolVar(&c.settings.without, "no-config", false, "read no configuration and no suppressions")
}

// configure reads the configuration and gives the flags of cmd that the
// command line does not set their values from the environment or the file.
func (c *common) configure(cmd *cobra.Command) error {
	c.settings.config, c.settings.ignores = &config.Config{}, nil
	if readsArticles(cmd) {
		if err := c.settings.read(); err != nil {
			return err
		}
	}
	return c.settings.apply(cmd.Flags())
}

// readsArticles reports whether a configuration says anything about cmd.
func readsArticles(cmd *cobra.Command) bool {
	fs := cmd.Flags()
	return fs.Lookup("files-from") != nil || fs.Lookup("only") != nil
}

// read finds and reads the files.
func (s *settings) read() error {
	if s.without {
		return nil
	}
	dir, path := ".", s.path
	var err error
	if path == "" {
		path = os.Getenv(envName("config"))
	}
	if path == "" {
		if path, err = config.Find(dir, config.Name); err != nil {
			return &exit{usage, config.Name + ": " + cause(err).Error(), ""}
		}
	}
	if path != "" {
		c, err := config.Load(path, ruleNames())
		if err != nil {
			return misconfigured(err)
		}
		s.config, dir = c, c.Dir
	}
	ignored, err := config.Find(dir, config.IgnoreName)
	if err != nil || ignored == "" {
		return err
	}
	s.ignores, err = config.LoadIgnores(ignored, ruleNames())
	return misconfigured(err)
}

// misconfigured makes an exit of an error in a file, with what was meant.
func misconfigured(err error) error {
	var e *config.Error
	if !errors.As(err, &e) {
		return err
	}
	hint := ""
	if e.Given != "" || len(e.Known) > 0 {
		otherwise := "known: " + strings.Join(e.Known, ", ")
		if len(e.Known) > 12 {
			otherwise = "newsvet rules lists them"
		}
		hint = didYouMean(e.Given, e.Known, otherwise)
	}
	return &exit{usage, e.Error(), hint}
}

// apply sets flags.
func (s *settings) apply(fs *pflag.FlagSet) error {
	s.origins = map[string]string{}
	for _, k := range config.Settings {
		f := fs.Lookup(k.Name)
		if f == nil {
			continue
		}
		value, origin := s.value(k)
		if f.Changed {
			origin = byFlag
		}
		s.origins[k.Name] = origin
		if f.Changed {
			continue
		}
		if origin == byDefault {
			value = f.DefValue // a file may have said otherwise before it changed
		}
		if err := f.Value.Set(value); err != nil {
			return misuse("", "%s: %q is no value of %s", origin, value, k.Name)
		}
		if origin != byDefault && k.Values != nil && !slices.Contains(k.Values, value) {
			return misuse(didYouMean(value, k.Values, "known: "+strings.Join(k.Values, ", ")), "%s: %q is no value of %s", origin, value, k.Name)
		}
	}
	return nil
}

// value returns what the environment or the file sets k to, and where.
func (s *settings) value(k config.Kind) (value, origin string) {
	if v := os.Getenv(envName(k.Name)); v != "" {
		return v, envName(k.Name)
	}
	set, ok := s.config.Settings[k.Name]
	if !ok {
		return "", byDefault
	}
	value = set.Value
	if k.Path && !filepath.IsAbs(value) {
		value = s.local(value)
	}
	return value, s.config.At(k.Name)
}

// local is a path of the configuration as seen from where the command runs.
func (s *settings) local(path string) string {
	path = filepath.Join(s.config.Dir, filepath.FromSlash(path))
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, path); err == nil {
			return rel
		}
	}
	return path
}

// envName is the variable that sets a flag.
func envName(flag string) string {
	return "NEWSVET_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}
