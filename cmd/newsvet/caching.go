package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/internal/cache"
)

// cacheFlag adds where a command keeps what it reads out of articles.
func (in *inputs) cacheFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&in.cache, "cache", "", "keep in `DIR` what was read out of articles, for the next run")
}

// openCache opens the cache that the flags name, if they name one. A cache that
// cannot be had is no reason not to work.
func (s *session) openCache() *cache.Cache {
	if s.inputs.cache == "" {
		return nil
	}
	warn := func(line string) { s.console.say("%s", line) }
	program, err := cache.Program()
	if err != nil {
		warn("cache: " + cause(err).Error())
		return nil
	}
	c, err := cache.Open(s.inputs.cache, program, warn)
	if err != nil {
		warn(err.Error())
		return nil
	}
	return c
}

// closeCache keeps what is new.
func (s *session) closeCache(c *cache.Cache) {
	if c == nil {
		return
	}
	if err := c.Close(); err != nil {
		s.console.say("%v", err)
	}
}
