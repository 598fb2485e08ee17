package report_test

import (
	"io"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func BenchmarkFormats(b *testing.B) {
	res := mill()
	for _, f := range report.All {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				r := f.New(io.Discard, report.Options{})
				for range 10 {
					if err := r.Story(res); err != nil {
						b.Fatal(err)
					}
				}
				if err := r.Close(check.Summary{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "stories/s")
		})
	}
}
