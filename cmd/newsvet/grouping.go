package main

import (
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/corpus"
)

// The ways to group articles into stories.
const (
	byLikeness = "auto"
	byFolder   = "folder"
)

// storyFlag adds how a command groups articles.
func (in *inputs) storyFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&in.story, "story", byLikeness, "group articles by `HOW`: auto is by what they share, folder makes\na story of each folder; \"story\" in front matter goes before both")
	complete(cmd, "story", byLikeness, byFolder)
}

// storyOf names the story that an article is said to belong to, "" if that is
// to be found out. A draft belongs to what it is like, wherever it lies.
func (in *inputs) storyOf(ref *corpus.Ref) string {
	if ref.Story != "" || in.story != byFolder || ref.Draft {
		return ref.Story
	}
	return "folder " + path.Dir(filepath.ToSlash(ref.URI))
}
