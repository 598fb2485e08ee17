package quotes

import "github.com/newsvet/newsvet/extract"

// A point says that of quotes given x, the share y is right: span and speaker
// (of a mixed quote, the words in marks and the speaker). Measured on training
// articles that the weights were not learned from.
type point struct{ x, y float64 }

var curves = map[extract.Form][]point{
	extract.Direct:   {{0, 0}, {0.25, 0.3}, {0.45, 0.6}, {0.65, 0.7}, {0.86, 0.82}, {1, 0.985}},
	extract.Indirect: {{0, 0}, {0.26, 0.13}, {0.45, 0.28}, {0.55, 0.35}, {0.65, 0.43}, {0.75, 0.56}, {0.85, 0.68}, {0.93, 0.8}, {1, 0.87}},
	extract.Mixed:    {{0, 0}, {0.25, 0.14}, {0.45, 0.31}, {0.56, 0.5}, {0.66, 0.57}, {0.76, 0.66}, {0.85, 0.76}, {0.96, 0.87}, {1, 0.91}},
}

// calibrate turns what the weights make of a quote into the share of such
// quotes that are right.
func calibrate(form extract.Form, x float64) float64 {
	c := curves[form]
	for i := 1; i < len(c); i++ {
		if x <= c[i].x {
			a, b := c[i-1], c[i]
			return a.y + (b.y-a.y)*(x-a.x)/(b.x-a.x)
		}
	}
	return x
}
