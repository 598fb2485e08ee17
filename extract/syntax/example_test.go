package syntax_test

import (
	"fmt"

	"github.com/newsvet/newsvet/extract/syntax"
)

func ExampleParse() {
	s := "“We will rebuild it,” said Jane Roe, the mayor of Aldport."
	t := syntax.Parse(s)
	said := t.Root()
	subject := t.Subject(said)
	fmt.Println(t.Tokens[said].Span.Of(s), "by", t.Tokens[subject].Span.Of(s))
	fmt.Println(t.Span(subject).Of(s))
	// Output:
	// said by Jane
	// Jane Roe, the mayor of Aldport
}
