#!/bin/sh
# Cài Chung Tay trên Linux, không cần mạng:  sh cai-dat.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for name in python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
    then
        exec "$name" -B "$here/install.py" "$@"
    fi
done
echo "Máy này chưa có Python 3.11, 3.12 hoặc 3.13. Xin nhờ người biết máy tính cài giúp, rồi chạy lại." >&2
exit 1
