package align

import "github.com/newsvet/newsvet/extract"

// A measure of one dimension in another: how many of the first code make one
// of the second is scale[second] ÷ scale[first].
type conversion struct {
	dimension string
	scale     float64
}

// conversions are the units that newsrooms convert into each other.
var conversions = map[string]conversion{
	"m": {"length", 1}, "km": {"length", 1000}, "cm": {"length", 0.01}, "mm": {"length", 0.001},
	"mi": {"length", 1609.344}, "ft": {"length", 0.3048}, "yd": {"length", 0.9144}, "in": {"length", 0.0254}, "nmi": {"length", 1852},
	"g": {"mass", 0.001}, "kg": {"mass", 1}, "t": {"mass", 1000}, "lb": {"mass", 0.45359237}, "oz": {"mass", 0.028349523}, "ton": {"mass", 907.18474},
	"m2": {"area", 1}, "km2": {"area", 1e6}, "ha": {"area", 1e4}, "acre": {"area", 4046.8564}, "sqmi": {"area", 2589988.1}, "sqft": {"area", 0.09290304},
	"l": {"volume", 1}, "ml": {"volume", 0.001}, "gal": {"volume", 3.785411784},
	"km/h": {"speed", 1}, "mph": {"speed", 1.609344}, "m/s": {"speed", 3.6}, "kn": {"speed", 1.852},
	"second": {"time", 1}, "minute": {"time", 60}, "hour": {"time", 3600}, "day": {"time", 86400}, "week": {"time", 604800}, "fortnight": {"time", 1209600},
	"month": {"time", 2629800}, "year": {"time", 31557600}, "decade": {"time", 315576000},
}

// tonnes are the units that newsrooms take for each other, for all that they
// weigh: "a ton of TNT" is a tonne.
var tonnes = map[string]bool{"t": true, "ton": true}

// converted reports whether two figures are given in units of one dimension,
// and whether they are then the same, as conversions are rounded.
func converted(a, b extract.Figure) (comparable, same bool) {
	x, ok1 := conversions[a.Unit]
	y, ok2 := conversions[b.Unit]
	if !ok1 || !ok2 || x.dimension != y.dimension {
		return false, false
	}
	slack := 0.05
	if a.Hedged() || b.Hedged() || digits(&a) == 1 || digits(&b) == 1 {
		slack = 0.1 // 60 feet are 20 metres
	}
	if x.dimension == "mass" && a.Low.Equal(b.Low) && tonnes[a.Unit] && tonnes[b.Unit] {
		return true, true
	}
	u, v := a.Low.Float()*x.scale, b.Low.Float()*y.scale
	return true, u <= v*(1+slack) && v <= u*(1+slack)
}
