#!/bin/sh
# Runs one command with the account, the settings and the token of the systemd service:
#   sudo deploy/as-service.sh claimdesk doctor
# Never run claimdesk as root on the service's files: what root makes, the service cannot write.
set -eu
[ $# -gt 0 ] || { echo "usage: sudo $0 COMMAND [ARGUMENT ...]" >&2; exit 64; }

CLAIMDESK_DATABASE_URL=sqlite:////var/lib/claimdesk/claimdesk.db
CLAIMDESK_SIGNING_KEY_FILE=/var/lib/claimdesk/claimdesk.key
CLAIMDESK_TOKEN_FILE=/etc/claimdesk/token
export CLAIMDESK_DATABASE_URL CLAIMDESK_SIGNING_KEY_FILE CLAIMDESK_TOKEN_FILE
if [ -r /etc/claimdesk/env ]; then
    set -a
    # shellcheck source=/dev/null
    . /etc/claimdesk/env
    set +a
fi
here=$(cd "$(dirname "$0")" && pwd)
PATH="$here/../.venv/bin:$here:$PATH"
export PATH
cd /var/lib/claimdesk
umask 077
exec setpriv --reuid=claimdesk --regid=claimdesk --init-groups --no-new-privs -- "$@"
