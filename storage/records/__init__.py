"""Frozen records that cross between the layers; rows never leave the storage folder."""
