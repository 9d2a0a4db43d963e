"""The club's own words for days, without their marks, and the spans that they mean.

Each rule is a pattern over folded words ("chu nhat toi") and what it makes of them.
Where a word could mean two days the nearer one that lies ahead is taken; the form
shows beside the field what was understood.
"""
