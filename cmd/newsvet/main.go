// Newsvet reads articles by several outlets and says where they agree and
// where they do not.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := execute(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// execute runs the command line and returns the exit status. The last line on
// stderr says why it is not 0.
func execute(ctx context.Context, args []string, stdout, stderr io.Writer) (status int) {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	defer func() {
		if r := recover(); r != nil {
			status = complain(stderr, &exit{usage, fmt.Sprintf("internal error: %v", r), "this is a bug in newsvet; --debug shows where"})
			if on, err := root.PersistentFlags().GetBool("debug"); err == nil && on {
				stderr.Write(debug.Stack())
			}
		}
	}()
	err := root.ExecuteContext(ctx)
	if err != nil && ctx.Err() != nil {
		var e *exit
		if !errors.As(err, &e) || e.status != interrupted {
			err = &exit{interrupted, "interrupted", ""}
		}
	}
	return complain(stderr, err)
}
