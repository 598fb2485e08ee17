//go:build !unix

package run_test

import "time"

var began = time.Now()

// spent is the time on the clock, where nothing better is known.
func spent() time.Duration { return time.Since(began) }
