package extract

// A measureUnit is so many of the unit that its kind of quantity is based on,
// exactly: the international yard and pound of 1959, US liquid measure.
type measureUnit struct {
	base   string
	factor Number
}

var measureUnits = map[string]measureUnit{
	"mm": {"m", Number{1, -3}}, "cm": {"m", Number{1, -2}}, "dm": {"m", Number{1, -1}}, "m": {"m", Number{1, 0}}, "km": {"m", Number{1, 3}},
	"in": {"m", Number{254, -4}}, "ft": {"m", Number{3048, -4}}, "yd": {"m", Number{9144, -4}}, "mi": {"m", Number{1609344, -3}}, "nmi": {"m", Number{1852, 0}},
	"mg": {"kg", Number{1, -6}}, "g": {"kg", Number{1, -3}}, "kg": {"kg", Number{1, 0}}, "t": {"kg", Number{1, 3}},
	"oz": {"kg", Number{28349523125, -12}}, "lb": {"kg", Number{45359237, -8}}, "ton": {"kg", Number{90718474, -5}},
	"m2": {"m2", Number{1, 0}}, "km2": {"m2", Number{1, 6}}, "ha": {"m2", Number{1, 4}},
	"sqft": {"m2", Number{9290304, -8}}, "acre": {"m2", Number{40468564224, -7}}, "sqmi": {"m2", Number{2589988110336, -6}},
	"ml": {"l", Number{1, -3}}, "cm3": {"l", Number{1, -3}}, "cl": {"l", Number{1, -2}}, "l": {"l", Number{1, 0}}, "m3": {"l", Number{1, 3}},
	"ft3": {"l", Number{28316846592, -9}}, "pt": {"l", Number{473176473, -9}}, "qt": {"l", Number{946352946, -9}}, "gal": {"l", Number{3785411784, -9}}, "bbl": {"l", Number{158987294928, -9}},
	"m/s": {"km/h", Number{36, -1}}, "km/h": {"km/h", Number{1, 0}}, "mph": {"km/h", Number{1609344, -6}}, "kn": {"km/h", Number{1852, -3}},
	"ms": {"second", Number{1, -3}}, "second": {"second", Number{1, 0}}, "minute": {"second", Number{60, 0}}, "hour": {"second", Number{3600, 0}},
	"day": {"second", Number{86400, 0}}, "week": {"second", Number{604800, 0}}, "fortnight": {"second", Number{1209600, 0}},
	"month": {"month", Number{1, 0}}, "year": {"month", Number{12, 0}}, "decade": {"month", Number{120, 0}}, "century": {"month", Number{1200, 0}},
	"W": {"W", Number{1, 0}}, "kW": {"W", Number{1, 3}}, "MW": {"W", Number{1, 6}}, "GW": {"W", Number{1, 9}}, "TW": {"W", Number{1, 12}},
	"Wh": {"Wh", Number{1, 0}}, "kWh": {"Wh", Number{1, 3}}, "MWh": {"Wh", Number{1, 6}}, "GWh": {"Wh", Number{1, 9}}, "TWh": {"Wh", Number{1, 12}},
	"Hz": {"Hz", Number{1, 0}}, "kHz": {"Hz", Number{1, 3}}, "MHz": {"Hz", Number{1, 6}}, "GHz": {"Hz", Number{1, 9}},
	"kB": {"kB", Number{1, 0}}, "MB": {"kB", Number{1, 3}}, "GB": {"kB", Number{1, 6}}, "TB": {"kB", Number{1, 9}}, "PB": {"kB", Number{1, 12}},
	"cal": {"cal", Number{1, 0}}, "kcal": {"cal", Number{1, 3}},
	"bp": {"pp", Number{1, -2}}, "pp": {"pp", Number{1, 0}},
	"cent": {"USD", Number{1, -2}}, "USD": {"USD", Number{1, 0}}, "penny": {"GBP", Number{1, -2}}, "GBP": {"GBP", Number{1, 0}},
}

// Convert returns n of one unit as another; false if the two measure different
// things. Factors are exact, and so is the result but where a division does
// not end: it is cut to twelve digits. Tons are short, gallons American; a
// cent is taken for an American one.
func Convert(n Number, from, to string) (Number, bool) {
	if from == to {
		return n, true
	}
	if c, ok := celsius(n, from); ok {
		return ofCelsius(c, to)
	}
	a, ok1 := measureUnits[from]
	b, ok2 := measureUnits[to]
	if !ok1 || !ok2 || a.base != b.base {
		return Number{}, false
	}
	return n.Mul(a.factor).Quo(b.factor)
}

var kelvin = Number{27315, -2}

func celsius(n Number, from string) (Number, bool) {
	switch from {
	case "C":
		return n, true
	case "K":
		return n.Sub(kelvin), true
	case "F":
		return n.Sub(Number{32, 0}).Mul(Number{5, 0}).Quo(Number{9, 0})
	}
	return Number{}, false
}

func ofCelsius(c Number, to string) (Number, bool) {
	switch to {
	case "C":
		return c, true
	case "K":
		return c.Add(kelvin), true
	case "F":
		return c.Mul(Number{18, -1}).Add(Number{32, 0}), true
	}
	return Number{}, false
}
