package quotes

import (
	"embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// The weights hold what the features below are worth, one line each: the model,
// the template, its three values, the weight. MANIFEST says how it was made.
//
//go:embed weights/*.txt
var weights embed.FS

// A feature is a template and up to three small values.
type feature uint32

// maxValue bounds the values of a feature.
const maxValue = 63

func feat(template int, values ...int) feature {
	f := feature(template) << 18
	for i, v := range values {
		f |= feature(min(max(v, 0), maxValue)) << (6 * i)
	}
	return f
}

// A model is a sum of weights.
type model map[feature]float64

func (m model) score(fs []feature) float64 {
	s := 0.0
	for _, f := range fs {
		s += m[f]
	}
	return s
}

// modelsFor returns the models of a language; those of English if it has none.
func modelsFor(lang string) map[string]model {
	all := models()
	if m, ok := all[lang]; ok {
		return m
	}
	return all["en"]
}

var models = sync.OnceValue(func() map[string]map[string]model {
	all := map[string]map[string]model{}
	files, _ := weights.ReadDir("weights")
	for _, f := range files {
		b, err := weights.ReadFile("weights/" + f.Name())
		if err == nil {
			all[strings.TrimSuffix(f.Name(), ".txt")] = decode(string(b))
		}
	}
	return all
})

// decode reads weights. A line that cannot be read is worth nothing.
func decode(s string) map[string]model {
	all := map[string]model{}
	for line := range strings.Lines(s) {
		f := strings.Fields(line)
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		id, err := strconv.ParseUint(f[1], 10, 32)
		w, err2 := strconv.ParseFloat(f[2], 64)
		if err != nil || err2 != nil {
			continue
		}
		if all[f[0]] == nil {
			all[f[0]] = model{}
		}
		all[f[0]][feature(id)] = w
	}
	return all
}

// softmax turns scores into shares, in place.
func softmax(scores []float64) {
	top := math.Inf(-1)
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for i, s := range scores {
		scores[i] = math.Exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// bucket is the number of bounds that n reaches.
func bucket(n int, bounds ...int) int {
	k := 0
	for _, b := range bounds {
		if n >= b {
			k++
		}
	}
	return k
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
