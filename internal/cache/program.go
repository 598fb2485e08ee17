package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// Program returns a hash of the program that runs: what it computes is of one
// version only as long as it is the same to the byte.
func Program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}
