"""Rule files, read and checked: rules as frozen values, packs of them, and the paths and conditions in them."""
