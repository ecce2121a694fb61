#!/bin/bash
# How the captures were made that need a kernel of their own: a network card whose cable is pulled, radios that are simulated by
# the kernel (mac80211_hwsim), PPP, a bus and udev. Debian 12's standard kernel in QEMU, on the files of this machine (read only,
# over 9p), without hardware virtualisation and without a way out. As root; takes some minutes:
#
#   bash tests/corpus/logs/capture-machine.sh
#
# capture-machine-cases.sh is what runs inside.
set -u
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
machine=
finish() {
  [ -n "$machine" ] && kill "$machine" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT

# What this machine need not have installed.
mkdir -p "$work/debs" "$work/extra" "$work/kernel" "$work/out" && cd "$work/debs" || exit 1
image=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-.*\)/\1/p' | head -1)
apt-get -q download "$image" hostapd connman libnl-route-3-200 kmod libkmod2 || exit 1
dpkg-deb -x linux-image-*.deb "$work/kernel"
for deb in hostapd*.deb connman*.deb lib*.deb kmod*.deb; do dpkg-deb -x "$deb" "$work/extra"; done
version=${image#linux-image-}
modules=$work/kernel/lib/modules/$version
LD_LIBRARY_PATH=$work/extra/lib/x86_64-linux-gnu bash -c 'exec -a depmod "$1" -b "$2" "$3"' sh "$work/extra/bin/kmod" "$work/kernel" "$version"
cp "$folder/capture-machine-cases.sh" "$work/cases.sh"

# The first files: enough to reach this machine's.
first="virtio_ring virtio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci 9pnet 9pnet_virtio netfs fscache 9p"
mkdir -p "$work/first/bin" "$work/first/dev" "$work/first/machine" "$work/first/m"
cp "$(command -v busybox)" "$work/first/bin/busybox"
for name in $first; do cp "$(find "$modules" -name "$name.ko")" "$work/first/m/"; done
cat >"$work/first/init" <<I
#!/bin/busybox sh
share() { /bin/busybox mount -t 9p -o "trans=virtio,version=9p2000.L,msize=262144\$3" \$1 \$2; }
/bin/busybox mount -t devtmpfs dev /dev
for name in $first; do /bin/busybox insmod /m/\$name.ko; done
share host /machine ,cache=loose,ro
/bin/busybox mount -o bind /dev /machine/dev
for place in tmp run mnt; do /bin/busybox mount -t tmpfs none /machine/\$place; done
/bin/busybox mkdir /machine/mnt/share
share work /machine/mnt/share
exec /bin/busybox chroot /machine /bin/bash -c 'mount -t proc p /proc; mount -t sysfs s /sys; bash /mnt/share/cases.sh; echo o >/proc/sysrq-trigger; sleep 20'
I
chmod +x "$work/first/init"
(cd "$work/first" && find . | cpio --quiet -o -H newc | gzip -1 >"$work/first.img")

qemu-system-x86_64 -accel tcg -m 640 -nodefaults -no-user-config -display none -no-reboot \
  -serial "file:$work/console" -monitor "unix:$work/monitor,server=on,wait=off" \
  -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap \
  -virtfs "local,path=$work,mount_tag=work,security_model=none,multidevs=remap" \
  -netdev user,id=lan,restrict=on -device e1000,netdev=lan,romfile= \
  -kernel "$work/kernel/boot/vmlinuz-$version" -initrd "$work/first.img" -append "console=ttyS0 rdinit=/init panic=-1 quiet" &
machine=$!
for _ in $(seq 900); do
  kill -0 "$machine" 2>/dev/null || break
  # The machine cannot pull its own cable.
  if grep -q PULL-CABLE "$work/console" 2>/dev/null && [ ! -e "$work/pulled" ]; then
    touch "$work/pulled"
    echo 'set_link lan off' | socat - "UNIX-CONNECT:$work/monitor" >/dev/null
  fi
  sleep 1
done
kill "$machine" 2>/dev/null
machine=
grep '^==' "$work/console"
(cd "$work/out" && find . -type f) | while read -r name; do
  mkdir -p "$folder/$(dirname "$name")"
  tr -d '\r\000' <"$work/out/$name" | sed 's#/mnt/share/extra##g' >"$folder/$name"
  echo "$name: $(wc -l <"$folder/$name") lines"
done
{
  echo "Programs of the captures that capture-machine.sh made, Debian 12:"
  echo "linux $version"
  for deb in "$work"/debs/hostapd*.deb "$work"/debs/connman*.deb; do dpkg-deb -W --showformat '${Package} ${Version}\n' "$deb"; done
  dpkg-query -W -f '${Package} ${Version}\n' busybox-static curl dhcpcd dnsmasq-base network-manager ppp systemd wpasupplicant
} >"$folder/versions-machine"
