package run

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
)

// A panicked is what a function of ours did that it must never do.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string {
	return fmt.Sprintf("internal error: %v (this is a bug in newsvet, please report it)", p.value)
}

// A job is one element on its way through f.
type job[A, B any] struct {
	in  A
	err error // of the stream, in place of in
	out chan result[B]
}

type result[B any] struct {
	value B
	err   error // *panicked
}

// An outcome is what became of one element.
type outcome[A, B any] struct {
	In  A
	Out B
	Err error // of the stream, or *panicked; Out is zero then
}

// ahead is how many elements may be done, for each worker, while one before
// them is not: a story of hundreds of articles leaves nobody idle.
const ahead = 16

// parallel applies f to the elements of in, n at once, and yields the outcomes
// in the order of in. Elements are read as they are asked for, at most ahead
// times n more than were yielded.
//
// When ctx is done it yields ctx.Err() at once and ends, whatever f and in are
// still about; they end when they next come back. When the caller stops, it
// waits for them.
func parallel[A, B any](ctx context.Context, n int, in iter.Seq2[A, error], f func(A) B) iter.Seq[outcome[A, B]] {
	return func(yield func(outcome[A, B]) bool) {
		n = max(n, 1)
		var wg sync.WaitGroup
		quit := make(chan struct{})
		jobs := make(chan *job[A, B])
		order := make(chan *job[A, B], ahead*n)
		wg.Go(func() { feed(ctx, quit, in, jobs, order) })
		for range n {
			wg.Go(func() {
				for j := range jobs {
					j.out <- guard(f, j.in)
				}
			})
		}
		defer func() {
			close(quit)
			if ctx.Err() == nil {
				wg.Wait()
			}
		}()
		for {
			var j *job[A, B]
			var ok bool
			select {
			case <-ctx.Done():
				yield(outcome[A, B]{Err: ctx.Err()})
				return
			case j, ok = <-order:
			}
			if !ok {
				return
			}
			o := outcome[A, B]{In: j.in, Err: j.err}
			if j.err == nil {
				select {
				case <-ctx.Done():
					yield(outcome[A, B]{Err: ctx.Err()})
					return
				case r := <-j.out:
					o.Out, o.Err = r.value, r.err
				}
			}
			if !yield(o) {
				return
			}
		}
	}
}

// feed reads in and hands each element to the workers and, in order, to the
// consumer.
func feed[A, B any](ctx context.Context, quit <-chan struct{}, in iter.Seq2[A, error], jobs, order chan<- *job[A, B]) {
	defer close(order)
	defer close(jobs)
	send := func(to chan<- *job[A, B], j *job[A, B]) bool {
		select {
		case <-ctx.Done():
			return false
		case <-quit:
			return false
		case to <- j:
			return true
		}
	}
	defer func() {
		if v := recover(); v != nil {
			send(order, &job[A, B]{err: &panicked{v, debug.Stack()}})
		}
	}()
	for a, err := range in {
		j := &job[A, B]{in: a, err: err, out: make(chan result[B], 1)}
		if !send(order, j) || err == nil && !send(jobs, j) {
			return
		}
	}
}

// guard calls f and turns a panic into an error.
func guard[A, B any](f func(A) B, a A) (r result[B]) {
	defer func() {
		if v := recover(); v != nil {
			r.err = &panicked{v, debug.Stack()}
		}
	}()
	r.value = f(a)
	return r
}
