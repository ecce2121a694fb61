#!/bin/sh
# Runs the steps of every case on the real tools, in a network namespace of its own, and writes what they print.
# Needs root, iproute2, ifupdown, socat and /dev/net/tun. The simulator is held to the transcripts (README.md says how).
#   sh capture.sh [CASE...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- $(cd "$here" && ls -d */ | tr -d /)

if [ "${1:-}" = --inside ]; then
  dir=$2
  mount -t tmpfs none /run
  mount -t tmpfs none /etc/network
  mkdir -p /run/network /etc/network/interfaces.d
  for hook in pre-up up down post-down; do mkdir -p "/etc/network/if-$hook.d"; done
  [ ! -e "$dir/interfaces" ] || cp "$dir/interfaces" /etc/network/interfaces
  ip link set lo up
  ip tuntap add dev eth0 mode tap
  ip link set eth0 address 00:00:5e:00:53:17
  # Duplicate address detection would print `tentative` for a second or two: a race, not a fact.
  echo 0 >/proc/sys/net/ipv6/conf/eth0/accept_dad
  # Router and multicast listener messages would fill the neighbour table.
  echo 0 >/proc/sys/net/ipv6/conf/eth0/accept_ra
  plug() { socat -u TUN,tun-type=tap,tun-name=eth0,iff-no-pi OPEN:/dev/null,append & cable=$!; sleep 0.4; }
  plug
  while IFS= read -r step <&3; do
    [ -n "$step" ] || continue
    case $step in
      '!unplug') kill $cable; wait $cable || :; sleep 0.4; echo "$step"; continue ;;
      '!plug') plug; echo "$step"; continue ;;
    esac
    printf '$ %s\n' "$step"
    status=0
    sh -c "$step" 2>&1 </dev/null || status=$?
    printf '[exit %s]\n' "$status"
  done 3<"$dir/steps"
  kill $cable 2>/dev/null || :
  exit 0
fi

for name do
  space=capture-$$
  ip netns add "$space"
  ip netns exec "$space" unshare -m --propagation private sh "$here/capture.sh" --inside "$here/$name" \
    >"$here/$name/transcript" 2>/dev/null || :
  ip netns del "$space"
  echo "$name: $(grep -c '^\$ ' "$here/$name/transcript") steps"
done
