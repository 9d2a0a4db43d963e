"""The one file kept safe: backups, checks, damage, room on the disk, one writer."""
