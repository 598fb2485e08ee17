package git

// Apply is for tests of what is not exported.
var Apply = apply
