package report

import (
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// SARIF writes SARIF 2.1.0. Columns count code points. The place of the
// latest article comes first, as the one that a change brought in; the others
// are related locations, linked from the message, without which viewers do
// not show them. All findings are listed; info is a note.
var SARIF = &Format{
	Name: "sarif",
	Doc:  "SARIF 2.1.0, for code scanning",
	New:  newSARIF,
}

type sarif struct {
	plain   io.Writer
	w       io.Writer // plain, and packed
	o       Options
	open    bool
	results int
	packed  githubUpload
}

func newSARIF(w io.Writer, o Options) Reporter {
	r := &sarif{plain: w, o: o}
	r.packed.zip = gzip.NewWriter(&r.packed)
	r.w = io.MultiWriter(w, r.packed.zip)
	return r
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID      string     `json:"id"`
	Short   sarifText  `json:"shortDescription"`
	Full    *sarifText `json:"fullDescription,omitempty"`
	Help    *sarifText `json:"help,omitempty"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
	Suppressions []sarifSuppressed `json:"suppressions,omitempty"`
	Baseline     string            `json:"baselineState,omitempty"`
	Properties   map[string]any    `json:"properties,omitempty"`
}

type sarifSuppressed struct {
	Kind          string `json:"kind"` // inSource or external
	Status        string `json:"status"`
	Justification string `json:"justification,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact struct {
		URI string `json:"uri"`
	} `json:"artifactLocation"`
	Region sarifRegion `json:"region"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn,omitempty"`
	EndLine     int        `json:"endLine,omitempty"`
	EndColumn   int        `json:"endColumn,omitempty"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

func (r *sarif) begin() error {
	if r.open {
		return nil
	}
	r.open = true
	rules := []sarifRule{}
	for _, x := range r.o.Rules {
		rules = append(rules, newSARIFRule(x))
	}
	driver, err := encode(struct {
		Name    string      `json:"name"`
		URI     string      `json:"informationUri"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}{"newsvet", "https://github.com/newsvet/newsvet", r.o.Version, rules})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(r.w, `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":%s},"columnKind":"unicodeCodePoints","results":[`, driver)
	return err
}

func newSARIFRule(x *check.Rule) sarifRule {
	title, body, _ := strings.Cut(strings.TrimSpace(x.Doc), "\n")
	rule := sarifRule{ID: x.Name, Short: sarifText{Text: title}}
	rule.Default.Level = sarifLevel(x.Level)
	help := strings.TrimSpace(body)
	if help != "" {
		rule.Full = &sarifText{Text: help}
	}
	md := "**" + title + "**\n\n" + help
	for _, part := range [][2]string{{"Standard", x.Standard}, {"Found", x.Bad}, {"Not found", x.Good}} {
		if part[1] != "" {
			help += "\n\n" + part[0] + ": " + strings.TrimSpace(part[1])
			md += "\n\n*" + part[0] + "*: " + strings.TrimSpace(part[1])
		}
	}
	rule.Help = &sarifText{Text: strings.TrimSpace(title + "\n\n" + help), Markdown: strings.TrimSpace(md)}
	return rule
}

func (r *sarif) Story(res *check.Result) error {
	if err := r.begin(); err != nil {
		return err
	}
	for i := range res.Findings {
		if err := r.write(r.result(res, &res.Findings[i])); err != nil {
			return err
		}
	}
	for i := range res.Silenced {
		q := &res.Silenced[i]
		out := r.result(res, &q.Finding)
		if q.How == check.Known {
			out.Baseline = "unchanged"
		}
		out.Suppressions = []sarifSuppressed{suppressed(q)}
		if err := r.write(out); err != nil {
			return err
		}
	}
	return nil
}

func suppressed(q *check.Silenced) sarifSuppressed {
	s := sarifSuppressed{"external", "accepted", Terminal(q.Reason)}
	switch {
	case q.How == check.Inline:
		s.Kind = "inSource"
	case q.How == check.Known && q.Reason == "":
		s.Justification = "known"
	}
	if q.By != "" {
		s.Justification = strings.TrimPrefix(s.Justification+", by "+Terminal(q.By), ", ")
	}
	return s
}

// write adds a result, if results of its level are listed.
func (r *sarif) write(result sarifResult) error {
	level := check.Level(result.Level)
	if level == "note" {
		level = check.Info
	}
	if !r.o.lists(level, check.Info) {
		return nil
	}
	line, err := encode(result)
	if err != nil {
		return err
	}
	sep := "\n"
	if r.results > 0 {
		sep = ",\n"
	}
	r.results++
	_, err = io.WriteString(r.w, sep+string(line))
	return err
}

func (r *sarif) result(res *check.Result, f *check.Finding) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, Level: sarifLevel(f.Level), Locations: []sarifLocation{},
		Properties: map[string]any{"verdict": f.Verdict, "confidence": f.Confidence, "calibrated": Calibrated(f), "why": append([]string{}, f.Why...)},
	}
	for i, x := range r.o.Rules {
		if x.Name == f.Rule {
			out.RuleIndex = &i
		}
	}
	if f.Fingerprint != "" {
		out.Fingerprints = map[string]string{"newsvet/v1": f.Fingerprint}
	}
	lead := leading(res, f)
	message := sarifEscape(f.Message)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		at := newSARIFLocation(res, e)
		if i == lead {
			out.Locations = append(out.Locations, at)
			continue
		}
		id := len(out.Related) + 1
		at.ID, at.Message = &id, &sarifText{Text: sarifEscape(outletOf(res, e) + ": " + cutMiddle(Terminal(e.Item.Text), 120))}
		out.Related = append(out.Related, at)
		message += fmt.Sprintf(" · [%s](%d)", sarifEscape(outletOf(res, e)+" "+position(e)), id)
	}
	out.Message.Text = message
	return out
}

// leading returns the index of the place in the article that came out last;
// the first of several.
func leading(res *check.Result, f *check.Finding) int {
	lead := 0
	for i := range f.Evidence {
		if article(res, f.Evidence[i].Article).Published.After(article(res, f.Evidence[lead].Article).Published) {
			lead = i
		}
	}
	return lead
}

// outletOf names who published the article of e; the article if nobody is
// stated.
func outletOf(res *check.Result, e *check.Evidence) string {
	ref := article(res, e.Article)
	if ref.Outlet != "" {
		return Terminal(ref.Outlet)
	}
	return Path(ref.Name)
}

func newSARIFLocation(res *check.Result, e *check.Evidence) sarifLocation {
	var at sarifLocation
	path, line, column := filePlace(res, e)
	at.Physical.Artifact.URI = fileURI(path)
	at.Physical.Region = sarifRegion{StartLine: line, Snippet: &sarifText{Text: e.Item.Text}}
	if to := e.Item.At.To; e.Item.At.Basis == text.InFile {
		at.Physical.Region.StartColumn, at.Physical.Region.EndLine, at.Physical.Region.EndColumn = column, to.Line, to.Column
	}
	return at
}

// fileURI is a path as a URI reference: relative to the repository if the
// path is.
func fileURI(path string) string {
	path = strings.TrimPrefix(path, "./")
	var b strings.Builder
	if strings.HasPrefix(path, "/") {
		b.WriteString("file://")
	}
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

// sarifEscape keeps words from being read as links.
func sarifEscape(s string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(Terminal(s))
}

func sarifLevel(l check.Level) string {
	switch l {
	case check.Error, check.Warning:
		return string(l)
	case check.Off:
		return "none"
	}
	return "note"
}

func (r *sarif) Close(s check.Summary) error {
	if err := r.begin(); err != nil {
		return err
	}
	type notification struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
	notes := []notification{}
	for _, u := range s.Unreadable {
		where := Path(u.URI)
		if u.Line > 0 {
			where += fmt.Sprintf(":%d", u.Line)
		}
		notes = append(notes, notification{"error", sarifText{Text: sarifEscape(where + ": " + u.Reason)}})
	}
	cuts, err := r.packed.cuts(r.results)
	if err != nil {
		return err
	}
	for _, c := range cuts {
		notes = append(notes, notification{"warning", sarifText{Text: c}})
		r.o.warn(c)
	}
	for _, n := range s.Notices {
		notes = append(notes, notification{"note", sarifText{Text: sarifEscape(n)}})
	}
	line, err := encode(struct {
		Successful    bool           `json:"executionSuccessful"`
		Notifications []notification `json:"toolExecutionNotifications"`
	}{len(s.Unreadable) == 0, notes})
	if err != nil {
		return err
	}
	sep := ""
	if r.results > 0 {
		sep = "\n"
	}
	_, err = fmt.Fprintf(r.plain, "%s],\"invocations\":[%s]}]}\n", sep, line)
	return err
}
