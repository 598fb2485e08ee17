package check_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

// Persons go by many spellings: which of them is met first depends on what the
// articles are called, and what is said of the persons must not.
func TestPersonsDoNotDependOnTheNamesOfArticles(t *testing.T) {
	names := []string{
		"Ann Marie Roe", "Annmarie Roe", "Ann-Marie Roe", "Ann Roe", "A. Roe", "Anne Roe", "Ann Row", "Ann M. Roe",
		"JR Marlow", "J R Marlow", "J.R. Marlow", "Jon Marlow", "John Marlow", "Jonn Marlow", "J. Marlow", "John Marlowe",
		"Said al-Marlow", "Saeed al Marlow", "Sayid Al Marlow", "Saïd Almarlow", "Roland Pike Jr.", "Roland Pike", "Rolland Pike",
	}
	facts := []string{
		"%s, 41, the mayor of Aldport, opened the fair.", "%s, 44, the mayor of Brant, opened the fair.", "%s, the deputy mayor of Aldport, opened the fair.",
		"%s, of Brant, was charged with theft.", "%s, 46, was convicted of theft in Brant.", "The fair was opened by %s.", "“We will build the old mill up again,” said %s.",
		"“We will build the old mill again,” said %s.",
	}
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		near := rapid.SampledFrom([][]string{names[:8], names[8:16], names[16:20], names[20:]}).Draw(t, "names")
		var texts []string
		for range rapid.IntRange(2, 6).Draw(t, "articles") {
			body := ""
			for range rapid.IntRange(1, 2).Draw(t, "sentences") {
				body += fmt.Sprintf(rapid.SampledFrom(facts).Draw(t, "fact"), rapid.SampledFrom(near).Draw(t, "name")) + "\n\n"
			}
			texts = append(texts, body)
		}
		which := make([]int, len(texts))
		for i := range which {
			which[i] = i
		}
		tell := func(order []int) []string {
			var rs []*check.Record
			for i, k := range order {
				rs = append(rs, record(fmt.Sprint("a", i), fmt.Sprint("Outlet ", k), texts[k], day))
			}
			for i, k := range rapid.Permutation(which).Draw(t, "ids") {
				rs[i].Ref.ID[0], rs[i].Ref.ID[1] = 0, byte(k)
			}
			return said(check.Run(rapid.Permutation(rs).Draw(t, "input"), rules.NameConflict, rules.NameDrift, rules.RoleAgeDrift, rules.StatusConflict))
		}
		straight, changed := tell(which), tell(rapid.Permutation(which).Draw(t, "changed over"))
		found += len(straight)
		if diff := cmp.Diff(straight, changed, cmpopts.EquateEmpty(), cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
			t.Fatalf("%q (-straight +changed over):\n%s", texts, diff)
		}
	})
	if found == 0 {
		t.Error("nothing was found in any story")
	}
}
