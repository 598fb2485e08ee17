package extract

// A Number is Coef × 10^Exp: as exact as it was printed.
type Number struct {
	Coef int64 `json:"coef"`
	Exp  int   `json:"exp,omitempty"`
}
