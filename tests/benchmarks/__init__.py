"""Chung Tay against the bare libraries at the same work, side by side in one run."""
