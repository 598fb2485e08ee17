package check

// A Shared is what several rules read out of a case. It is worked out once per
// case, when the first of them asks, and must not be changed.
type Shared[T any] struct{ of func(*Case) T }

// NewShared returns what of makes of a case. It is held in a package variable.
func NewShared[T any](of func(*Case) T) *Shared[T] { return &Shared[T]{of} }

// Of returns it for c.
func (s *Shared[T]) Of(c *Case) T {
	if v, ok := c.shared[s]; ok {
		return v.(T)
	}
	v := s.of(c)
	if c.shared == nil {
		c.shared = map[any]any{}
	}
	c.shared[s] = v
	return v
}
