// The files that a terminal has when it leaves the workshop, before it was ever started.
import type { MachineProfile } from "./machine-profile.ts";

export function makeBaseFiles(profile: MachineProfile): Readonly<Record<string, string>> {
  return { ...systemFiles(profile), ...identityFiles(profile), ...profile.files };
}

function systemFiles(profile: MachineProfile): Readonly<Record<string, string>> {
  return {
    "/etc/hostname": `${profile.hostName}\n`,
    "/etc/hosts": `127.0.0.1\tlocalhost\n127.0.1.1\t${profile.hostName}\n`,
    "/etc/debian_version": "12.11\n",
    "/etc/os-release":
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\n' +
      `VERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\nIMAGE_ID=pos\nIMAGE_VERSION=${profile.identity.firmware}\n`,
    "/etc/issue": `Debian GNU/Linux 12 \\n \\l\n\n`,
    "/etc/motd": "",
    "/etc/timezone": "Asia/Shanghai\n",
    "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nservice:x:1000:1000:Service:/srv/service:/bin/bash\n",
    "/etc/group": "root:x:0:\nsudo:x:27:service\nservice:x:1000:\n",
    "/etc/nsswitch.conf": "passwd: files\nhosts: files dns\n",
    "/etc/shells": "/bin/sh\n/bin/bash\n/bin/dash\n",
    "/proc/version": `Linux version ${profile.kernel.release} (build@pos) (gcc 12.2.0) ${profile.kernel.version}\n`,
    "/proc/cmdline": "console=ttyS0,115200n8 root=/dev/mmcblk0p2 rw quiet\n",
    "/proc/mounts": "/dev/mmcblk0p2 / ext4 rw,relatime 0 0\ntmpfs /run tmpfs rw,nosuid,nodev,mode=755 0 0\n",
    "/proc/sys/kernel/osrelease": `${profile.kernel.release}\n`,
    "/proc/sys/kernel/ostype": "Linux\n",
    "/proc/sys/net/ipv4/ip_forward": "0\n",
    "/proc/consoles": "ttyS0                -W- (EC p a)    4:64\n",
    "/root/.profile": "",
    "/srv/service/.profile": "",
    "/var/log/.keep": "",
  };
}

function identityFiles(profile: MachineProfile): Readonly<Record<string, string>> {
  const { vendor, model, serialNumber, firmware, source } = profile.identity;
  if (source === "dmi") {
    const folder = "/sys/class/dmi/id";
    return {
      [`${folder}/sys_vendor`]: `${vendor}\n`,
      [`${folder}/product_name`]: `${model}\n`,
      [`${folder}/product_serial`]: `${serialNumber}\n`,
      [`${folder}/product_version`]: "Rev B\n",
      [`${folder}/bios_vendor`]: `${vendor}\n`,
      [`${folder}/bios_version`]: `${firmware}\n`,
      [`${folder}/board_name`]: `${model}-MB\n`,
    };
  }
  // The device tree ends its texts with a NUL (devicetree specification, 2.2.4).
  return {
    "/proc/device-tree/model": `${vendor} ${model}\0`,
    "/proc/device-tree/serial-number": `${serialNumber}\0`,
    "/proc/device-tree/compatible": `counterpart-demo,${model.toLowerCase()}\0fsl,imx6ull\0`,
  };
}
