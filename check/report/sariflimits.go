package report

import (
	"compress/gzip"
	"fmt"
)

// What GitHub's code scanning takes of a run, from its page on SARIF files
// that exceed limits.
const (
	githubShown  = 5_000    // results kept, by severity
	githubTaken  = 25_000   // results beyond which a file is rejected
	githubPacked = 10 << 20 // bytes, packed with gzip, beyond which it is too
)

// A githubUpload measures a file as it is uploaded to GitHub: packed.
type githubUpload struct {
	zip   *gzip.Writer
	bytes int
}

func (u *githubUpload) Write(b []byte) (int, error) {
	u.bytes += len(b)
	return len(b), nil
}

// cuts says which limits of GitHub a file with so many results is over. What
// is written after it is not measured.
func (u *githubUpload) cuts(results int) ([]string, error) {
	if err := u.zip.Close(); err != nil {
		return nil, err
	}
	var out []string
	switch {
	case results > githubTaken:
		out = append(out, fmt.Sprintf("GitHub rejects this SARIF file: it has %d results, the limit is %d; raise --min-level or check fewer stories", results, githubTaken))
	case results > githubShown:
		out = append(out, fmt.Sprintf("GitHub shows %d of the %d results in this SARIF file, the most severe first; --min-level leaves out the others", githubShown, results))
	}
	if u.bytes > githubPacked {
		out = append(out, fmt.Sprintf("GitHub rejects this SARIF file: packed with gzip it has %.1f MB, the limit is 10 MB; raise --min-level or check fewer stories", float64(u.bytes)/(1<<20)))
	}
	return out, nil
}
