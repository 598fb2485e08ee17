package report_test

import (
	"context"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var shots = flag.String("shots", "", "write screenshots of the page to this directory")

// startBrowser starts Chromium, or skips the test where there is none. If the
// environment names one in CHROMIUM it has to be there: continuous integration
// does, so that these tests are never skipped in silence.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser with -short")
	}
	path, named := os.LookupEnv("CHROMIUM")
	if !named {
		path = "chromium"
	}
	found, err := exec.LookPath(path)
	switch {
	case err != nil && named:
		t.Fatalf("CHROMIUM=%s: %v", path, err)
	case err != nil:
		t.Skip("no chromium on the path, and CHROMIUM is not set")
	}
	// Under /tmp: the browser's sockets need a short name.
	profile, err := os.MkdirTemp("", "newsvet-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(profile) })
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(found), chromedp.UserDataDir(profile), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND")) // offline, whatever a page asks for
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s: %v", found, err)
	}
	return ctx
}

// A view is how a page is looked at.
type view struct {
	width    int64 // 0 means 1280
	dark     bool
	print    bool
	noScript bool
	fragment string // of the address
}

// A tab shows one page. Whatever the page says on the console, every request
// but that for the page itself, and every dialog is an error of the test.
type tab struct {
	*testing.T
	ctx   context.Context
	width int64
	took  time.Duration // from the navigation to the event load
}

func open(t *testing.T, browser context.Context, html string, v view) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(file)}
	ctx, stop := context.WithTimeout(browser, 2*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	tb := &tab{T: t, ctx: ctx}
	tb.do(chromedp.Do(ctx))
	tb.watch(address.String())
	width, scheme, medium := v.width, "light", "screen"
	if width == 0 {
		width = 1280
	}
	tb.width = width
	if v.dark {
		scheme = "dark"
	}
	if v.print {
		medium = "print"
	}
	media := emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	tb.do(chromedp.Do(ctx, chromedp.EmulateViewport(width, 900),
		command(log.Enable, cdp.Empty{}), command(emulation.SetEmulatedMedia, media),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.noScript})))
	to := address.String()
	if v.fragment != "" {
		to += "#" + v.fragment
	}
	start := time.Now()
	tb.do(chromedp.Do(ctx, chromedp.Navigate(to)))
	tb.took = time.Since(start)
	return tb
}

// command is a command of the protocol as an action.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// watch collects what a quiet page never does, and reports it at the end.
func (tb *tab) watch(address string) {
	tb.Helper()
	var mu sync.Mutex
	var faults []string
	fault := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		faults = append(faults, fmt.Sprintf(format, args...))
	}
	tb.do(chromedp.Listen(tb.ctx, func(ev any) {
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			if to, _, _ := strings.Cut(ev.Request.URL, "#"); to != address && to != "about:blank" {
				fault("request for %s", to)
			}
		case *log.EventEntryAdded:
			fault("log: %s", ev.Entry.Text)
		case *runtime.EventConsoleAPICalled:
			fault("console: %s", ev.Type)
		case *runtime.EventExceptionThrown:
			fault("exception: %s", ev.ExceptionDetails.Text)
		case *page.EventJavascriptDialogOpening:
			fault("dialog: %s", ev.Message)
		}
	}))
	tb.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, f := range faults {
			tb.Error(f)
		}
	})
}

func (tb *tab) do(err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// eval returns the value of an expression in the page.
func eval[V any](tb *tab, expression string, o ...chromedp.EvaluateOption) V {
	tb.Helper()
	v, err := chromedp.Run(tb.ctx, chromedp.Evaluate[V](expression, o...))
	if err != nil {
		tb.Fatalf("%s: %v", expression, err)
	}
	return v
}

// none fails for every string that the expression lists.
func (tb *tab) none(what, expression string) {
	tb.Helper()
	for i, s := range eval[[]string](tb, expression) {
		if i == 10 {
			tb.Errorf("%s: and more", what)
			return
		}
		tb.Errorf("%s: %s", what, s)
	}
}

// shot writes a screenshot of the whole page, if that is wanted.
func (tb *tab) shot(name string) {
	tb.Helper()
	if *shots == "" {
		return
	}
	b, err := chromedp.Run(tb.ctx, chromedp.FullScreenshot(100))
	tb.do(err)
	tb.do(os.WriteFile(filepath.Join(*shots, name+".png"), b, 0o644))
}

// peek writes a screenshot of the window, scrolled to what the selector names.
func (tb *tab) peek(name, selector string) {
	tb.Helper()
	if *shots == "" {
		return
	}
	eval[chromedp.Void](tb, fmt.Sprintf("document.querySelector(%q).scrollIntoView()", selector))
	b, err := chromedp.Run(tb.ctx, chromedp.CaptureScreenshot())
	tb.do(err)
	tb.do(os.WriteFile(filepath.Join(*shots, name+".png"), b, 0o644))
}
