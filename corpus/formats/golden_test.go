package formats_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each file in testdata/FORMAT is read, and what is found compared with the
// file of that name and ".want".
func TestGolden(t *testing.T) {
	for _, format := range formats.All {
		files, err := filepath.Glob(filepath.Join("testdata", format.Name, "*"+format.Exts[0]))
		if err != nil || len(files) == 0 {
			t.Errorf("no files for format %s: %v", format.Name, err)
		}
		for _, file := range files {
			t.Run(format.Name+"/"+filepath.Base(file), func(t *testing.T) {
				f, err := os.Open(file)
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				var got strings.Builder
				for d, err := range format.Read(f, filepath.Base(file), corpus.DefaultLimits) {
					describe(&got, d, err)
				}
				golden := strings.TrimSuffix(file, format.Exts[0]) + ".want"
				if *update {
					if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got.String()); diff != "" {
					t.Errorf("%s (-want +got):\n%s", file, diff)
				}
			})
		}
	}
}

func describe(w *strings.Builder, d *corpus.Document, err error) {
	if err != nil {
		fmt.Fprintf(w, "error: %v\n", err)
		return
	}
	fmt.Fprintf(w, "%s", d.Name)
	if d.Line > 0 {
		fmt.Fprintf(w, " line %d", d.Line)
	}
	published := ""
	if d.Dated != "" {
		published = d.Published.Format(time.RFC3339)
	}
	for _, f := range [][2]string{{"outlet", d.Outlet}, {"title", d.Title}, {"published", published}, {"dated", string(d.Dated)},
		{"lang", d.Lang}, {"url", d.URL}, {"kind", string(d.Kind)}, {"issuer", d.Issuer}, {"authors", strings.Join(d.Authors, "; ")}} {
		if f[1] != "" {
			fmt.Fprintf(w, "\n  %s: %q", f[0], f[1])
		}
	}
	fmt.Fprintf(w, "\n  words: %d\n", d.Words)
	for _, b := range d.Blocks {
		p := d.Map.Place(b.Span)
		fmt.Fprintf(w, "%s %s %d:%d-%d:%d (%d-%d)\n  %q\n", b.Kind, p.Basis,
			p.From.Line, p.From.Column, p.To.Line, p.To.Column, p.From.Offset, p.To.Offset, b.Of(d.Text))
	}
	for _, l := range d.Links {
		fmt.Fprintf(w, "link %q %s\n", l.Of(d.Text), l.Target)
	}
}
