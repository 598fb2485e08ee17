package quotes

import (
	"embed"
	"math"
	"math/bits"
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

// A model is a sum of weights. It is a table of features, no more than half full,
// each at its hash or in the next free place: most of those asked for are not in
// it, and a map takes several times as long to say so.
type model struct {
	keys    []feature
	weights []float64
	shift   uint
}

// free marks a place of a model that holds nothing; no template is as high.
const free = ^feature(0)

func newModel(weights map[feature]float64) model {
	size := bits.Len(uint(2 * len(weights)))
	m := model{make([]feature, 1<<size), make([]float64, 1<<size), uint(32 - size)}
	for i := range m.keys {
		m.keys[i] = free
	}
	for f, w := range weights {
		at := m.place(f)
		m.keys[at], m.weights[at] = f, w
	}
	return m
}

// place is where f is, or would be.
func (m model) place(f feature) int {
	at := int(uint32(f) * 0x9E3779B1 >> m.shift)
	for m.keys[at] != f && m.keys[at] != free {
		at = (at + 1) & (len(m.keys) - 1)
	}
	return at
}

func (m model) score(fs []feature) float64 {
	s := 0.0
	if len(m.keys) == 0 {
		return s
	}
	for _, f := range fs {
		s += m.weights[m.place(f)]
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
	all := map[string]map[feature]float64{}
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
			all[f[0]] = map[feature]float64{}
		}
		all[f[0]][feature(id)] = w
	}
	out := map[string]model{}
	for name, weights := range all {
		out[name] = newModel(weights)
	}
	return out
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
