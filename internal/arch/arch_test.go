// Package arch_test holds the shape that ARCHITECTURE.md describes: which
// package may import which, which compute and do nothing else, and that the
// command never reaches for a network.
package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/newsvet/newsvet/"

// floors lists the packages from the ground up. A package imports only from
// floors below its own.
var floors = [][]string{
	{"corpus/text"},
	{"corpus", "extract/internal/lexicon", "extract/syntax/model"},
	{"corpus/formats", "extract/syntax", "extract/internal/names"},
	{"extract/internal/attrib"},
	{"extract"},
	{"extract/quotes", "extract/figures", "extract/dates", "extract/persons", "extract/cites", "check/story", "check/internal/words", "check/internal/spelling"},
	{"extract/extractors", "check/align"},
	{"check", "internal/cache", "internal/git"},
	{"check/rules", "check/report", "internal/config", "internal/run", "internal/score", "internal/golden", "internal/train"},
	{"cmd/newsvet"},
}

// A file is a Go file that is no test, with its package's path in the module.
type file struct {
	pkg, name string
	ast       *ast.File
	lines     int
}

func files(t *testing.T, fset *token.FileSet) []file {
	t.Helper()
	root := filepath.Join("..", "..")
	var out []file
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, p, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		out = append(out, file{path.Dir(rel), rel, f, strings.Count(string(src), "\n")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func floor(pkg string) int {
	return slices.IndexFunc(floors, func(f []string) bool { return slices.Contains(f, pkg) })
}

func imports(f file) []string {
	var out []string
	for _, i := range f.ast.Imports {
		out = append(out, strings.Trim(i.Path.Value, `"`))
	}
	return out
}

func TestNobodyClimbs(t *testing.T) {
	for _, f := range files(t, token.NewFileSet()) {
		here := floor(f.pkg)
		if here < 0 {
			t.Errorf("%s: package %s stands on no floor", f.name, f.pkg)
			continue
		}
		for _, i := range imports(f) {
			if up, ours := strings.CutPrefix(i, module); ours && floor(up) >= here {
				t.Errorf("%s (floor %d) imports %s (floor %d)", f.name, here, up, floor(up))
			}
		}
	}
}

func pure(pkg string) bool {
	return pkg == "corpus/text" || strings.HasPrefix(pkg, "extract") ||
		strings.HasPrefix(pkg, "check") && pkg != "check/report"
}

func TestThePureStayPure(t *testing.T) {
	impure := []string{"os", "os/exec", "os/signal", "syscall", "unsafe", "path/filepath", "io/ioutil", "net", "net/http", "log", "log/slog", "context", "math/rand", "math/rand/v2", "crypto/rand"}
	fset := token.NewFileSet()
	for _, f := range files(t, fset) {
		if !pure(f.pkg) {
			continue
		}
		for _, i := range imports(f) {
			if slices.Contains(impure, i) {
				t.Errorf("%s imports %s", f.name, i)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine", fset.Position(n.Pos()))
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s has an init function", fset.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Local", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}, n.Sel.Name) {
					t.Errorf("%s reads the clock: time.%s", fset.Position(n.Pos()), n.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestOnlyTheEngineSaysGo(t *testing.T) {
	fset := token.NewFileSet()
	for _, f := range files(t, fset) {
		if f.pkg == "internal/run" || f.pkg == "internal/train" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", fset.Position(g.Pos()))
			}
			return true
		})
	}
}

func TestNothingReachesForANetwork(t *testing.T) {
	for _, f := range files(t, token.NewFileSet()) {
		for _, i := range imports(f) {
			if i == "net" || i == "net/http" || i == "os/exec" || i == "plugin" {
				t.Errorf("%s imports %s", f.name, i)
			}
		}
	}
}

func TestTheTrainerIsNotLinked(t *testing.T) {
	for _, f := range files(t, token.NewFileSet()) {
		if strings.HasPrefix(f.pkg, "internal/train") {
			continue
		}
		if slices.Contains(imports(f), module+"internal/train") {
			t.Errorf("%s imports the trainer", f.name)
		}
	}
}

// twoHomes are packages that read YAML for ends that have nothing in common:
// front matter keeps the place of every byte, configuration the line of every
// key. One helper for both would be larger than either use.
var twoHomes = map[string]string{"internal/config": "go.yaml.in/yaml/v3"}

// A dependency is hidden by the one package that imports it.
func TestOnePackagePerDependency(t *testing.T) {
	home := map[string]string{}
	for _, f := range files(t, token.NewFileSet()) {
		if strings.HasPrefix(f.pkg, "internal/train") {
			continue
		}
		for _, i := range imports(f) {
			first, _, _ := strings.Cut(i, "/")
			if !strings.Contains(first, ".") || strings.HasPrefix(i, module) || twoHomes[f.pkg] == i {
				continue
			}
			if h, ok := home[i]; ok && h != f.pkg {
				t.Errorf("%s is imported by %s and by %s", i, h, f.pkg)
			}
			home[i] = f.pkg
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	const limit = 400
	for _, f := range files(t, token.NewFileSet()) {
		if f.lines > limit {
			t.Errorf("%s has %d lines; the limit is %d", f.name, f.lines, limit)
		}
	}
}

func TestTopLevel(t *testing.T) {
	want := []string{"ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
		"bin", "check", "cmd", "corpus", "docs", "extract", "go.mod", "go.sum", "internal"}
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(want, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}
