//go:build unix

package run_test

import (
	"syscall"
	"time"
)

// spent is the time that this program has had of a processor: on a busy machine
// it says more of the work than a clock does.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano())
}
