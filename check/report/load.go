package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// Load reads a result that [JSON] or [JSONL] wrote, hands its stories to
// story in their order and returns its summary. What other formats make of it
// is what they would have made of the run itself.
func Load(r io.Reader, story func(*check.Result) error) (check.Summary, error) {
	l := &loader{d: json.NewDecoder(r), story: story}
	for {
		err := l.object()
		if err == io.EOF && l.schema {
			if err = l.release(); err == nil {
				return l.sum, nil
			}
		}
		if own := (storyError{}); errors.As(err, &own) {
			return check.Summary{}, own.error
		}
		if err == io.EOF {
			err = errors.New("empty")
		}
		if err != nil {
			return check.Summary{}, fmt.Errorf("no result of check -o json: %w", err)
		}
	}
}

// A storyError is one of the caller's, not of the input.
type storyError struct{ error }

func (e storyError) Unwrap() error { return e.error }

type loader struct {
	d      *json.Decoder
	story  func(*check.Result) error
	schema bool // has been seen
	sum    check.Summary
	held   []*check.Result // from the first with a draft on: what is said of drafts comes after the stories
}

// object reads one object: the whole run, a story or a summary. Of a run only
// one story is held at a time.
func (l *loader) object() error {
	if err := l.delim('{'); err != nil {
		return err
	}
	fields := map[string]json.RawMessage{}
	for l.d.More() {
		key, err := l.d.Token()
		if err != nil {
			return err
		}
		if key == "stories" {
			if err := l.stories(); err != nil {
				return err
			}
			continue
		}
		var v json.RawMessage
		if err := l.d.Decode(&v); err != nil {
			return err
		}
		if name, ok := key.(string); ok {
			fields[name] = v
		}
	}
	if err := l.delim('}'); err != nil {
		return err
	}
	var schema string
	if json.Unmarshal(fields["schema"], &schema) != nil || schema != Schema {
		return fmt.Errorf("schema is %q, not %q", schema, Schema)
	}
	l.schema = true
	whole, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	if fields["articles"] != nil {
		var s jsonStory
		if err := json.Unmarshal(whole, &s); err != nil {
			return err
		}
		return l.emit(&s)
	}
	return l.summary(whole)
}

func (l *loader) stories() error {
	if err := l.delim('['); err != nil {
		return err
	}
	for l.d.More() {
		var s jsonStory
		if err := l.d.Decode(&s); err != nil {
			return err
		}
		if err := l.emit(&s); err != nil {
			return err
		}
	}
	return l.delim(']')
}

func (l *loader) emit(s *jsonStory) error {
	res, err := s.result()
	if err != nil {
		return err
	}
	if len(l.held) > 0 || slices.ContainsFunc(res.Articles, func(r corpus.Ref) bool { return r.Draft }) {
		l.held = append(l.held, res)
		return nil
	}
	return l.hand(res)
}

func (l *loader) hand(res *check.Result) error {
	if err := l.story(res); err != nil {
		return storyError{err}
	}
	return nil
}

// release hands out the stories that were held.
func (l *loader) release() error {
	held := l.held
	l.held = nil
	for _, res := range held {
		if err := l.hand(res); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) summary(b []byte) error {
	var s jsonSummary
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	for _, res := range l.held {
		if err := undraft(res, s.Drafts); err != nil {
			return err
		}
	}
	l.sum = check.Summary{
		Articles: s.Stats.Articles, Stories: s.Stats.Stories, Outlets: s.Stats.Outlets, Unnamed: s.Stats.Unnamed,
		Copies: s.Stats.Copies, Silenced: s.Stats.Silenced, Unsure: s.Stats.Unsure, Least: s.Stats.Least, Baseline: s.Stats.Baseline, Levels: s.Stats.Levels, Rules: s.Stats.Rules, Verdicts: s.Stats.Verdicts,
		Unreadable: s.Unreadable, Notices: s.Notices,
	}
	return nil
}

func (l *loader) delim(want json.Delim) error {
	t, err := l.d.Token()
	if err != nil {
		return err
	}
	if t != want {
		return fmt.Errorf("%v where %v belongs", t, want)
	}
	return nil
}
