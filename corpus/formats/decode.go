package formats

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/newsvet/newsvet/corpus"
)

var (
	errBinary = errors.New("binary file, skipped")
	errEmpty  = errors.New("empty")
	errNoText = errors.New("no text")
)

const bom = "\ufeff"

// readAll returns all of r as UTF-8, at most lim.Document bytes of it.
func readAll(r io.Reader, lim corpus.Limits) (string, error) {
	b, err := readBytes(r, lim)
	if err != nil {
		return "", err
	}
	return decode(b, "")
}

func readBytes(r io.Reader, lim corpus.Limits) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, lim.Document+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(b)) > lim.Document:
		return nil, tooLong("document", lim)
	case len(bytes.TrimSpace(b)) == 0:
		return nil, errEmpty
	}
	return b, nil
}

func tooLong(what string, lim corpus.Limits) error {
	return fmt.Errorf("over %s, the limit for a %s", byteSize(lim.Document), what)
}

func byteSize(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// decode returns b in UTF-8. The order mark of UTF-8 stays, so that offsets
// are those of the file; that of UTF-16 goes. A file that is no UTF-8 is read
// as declared says, if it does, else as Windows-1252 if that makes sense.
func decode(b []byte, declared string) (string, error) {
	if isUTF16(b) {
		u, err := utf16Decoder().Bytes(b)
		if err != nil {
			return "", fmt.Errorf("broken utf-16: %w", err)
		}
		b = u
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", errBinary
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	if e, name := charset.Lookup(declared); e != nil && name != "utf-8" {
		if u, err := e.NewDecoder().Bytes(b); err == nil && utf8.Valid(u) {
			return string(u), nil
		}
	} else if isWindows1252(b) {
		if u, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			return string(u), nil
		}
	}
	return "", fmt.Errorf("broken utf-8 at byte %d", firstInvalid(b))
}

func isUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
}

func utf16Decoder() *encoding.Decoder {
	return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// isWindows1252 reports whether b, which is not UTF-8, is evidently text in
// Windows-1252: nothing in it is UTF-8 beyond ASCII, and nearly all of its
// signs beyond ASCII stand where such letters and marks stand in text.
func isWindows1252(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if n > 1 && r != utf8.RuneError {
			return false
		}
		if r == utf8.RuneError {
			before, after := byte(' '), byte(' ')
			if i > 0 {
				before = b[i-1]
			}
			if i+1 < len(b) {
				after = b[i+1]
			}
			if plausible1252(before, b[i], after) {
				good++
			} else {
				bad++
			}
		}
		i += n
	}
	return good > 9*bad
}

func plausible1252(before, c, after byte) bool {
	switch {
	case c == 0x91 || c == 0x93: // opening marks
		return !isLetter(before) && !isBlank(after)
	case c == 0x92 || c == 0x94: // closing marks, apostrophe
		return !isBlank(before)
	case c == 0x85 || c == 0x96 || c == 0x97 || c == 0xa0 || c == 0xab || c == 0xbb: // … – — and others
		return before < utf8.RuneSelf || after < utf8.RuneSelf
	case c == 0x80 || c == 0xa3 || c == 0xa5: // € £ ¥
		return isDigit(before) || isDigit(after)
	case c == 0xa7 || c == 0xa9 || c == 0xae || c == 0x99 || c == 0xb0 || c == 0xbd || c == 0x95 || c == 0xb7:
		return before < utf8.RuneSelf && after < utf8.RuneSelf
	case c == 0xd7 || c == 0xf7 || c == 0xff || c == 0xfe || c == 0xde || c < 0xc0:
		return false
	case c >= 0xe0 || c == 0xdf: // small letters
		return isLetter(before) || isLetter(after) || c == 0xe0 && isBlank(before) && isBlank(after)
	}
	return isLetter(after) && !('a' <= before && before <= 'z') // capitals
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
