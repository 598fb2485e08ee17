package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check"
)

// ParseConfidence reads the least confidence of what is to be listed.
func ParseConfidence(s string) (float64, error) {
	switch strings.ToLower(s) {
	case "low":
		return 0, nil
	case "medium":
		return check.Likely, nil
	case "high":
		return check.Sure, nil
	}
	c, err := strconv.ParseFloat(s, 64)
	if err != nil || !(c >= 0 && c <= 1) {
		return 0, fmt.Errorf("min-confidence is low, medium, high or a number from 0 to 1, not %q", s)
	}
	return c, nil
}

// wrong says why a setting cannot have a value, where the kind of the setting
// does not list its values.
func wrong(setting, value string) error {
	switch setting {
	case "min-confidence":
		_, err := ParseConfidence(value)
		return err
	case "today":
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return fmt.Errorf("today is a day such as 2025-12-31, not %q", value)
		}
	}
	return nil
}
