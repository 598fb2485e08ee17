package report

// calibrated says whether confidences are probabilities already. Until they
// have been fitted to annotated stories every finding says that they are not.
const calibrated = false

// Confidence names a confidence as people read it: low from 0, medium from
// .7, high from .9.
func Confidence(c float64) string {
	name := "low"
	switch {
	case c >= .9:
		name = "high"
	case c >= .7:
		name = "medium"
	}
	if !calibrated {
		name += " (uncalibrated)"
	}
	return name
}
