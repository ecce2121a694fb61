// Where the files of /proc and /sys lie whose content is made when they are read (live-files.ts).
export const liveProcPaths: readonly string[] = [
  "/proc/uptime",
  "/proc/loadavg",
  "/proc/meminfo",
  "/proc/net/route",
  "/proc/net/dev",
  "/proc/net/arp",
  "/proc/net/if_inet6",
  "/proc/sys/kernel/hostname",
  "/proc/sys/kernel/printk",
  "/var/log/syslog",
];

export const linkFileNames = [
  "address",
  "broadcast",
  "carrier",
  "flags",
  "ifindex",
  "mtu",
  "operstate",
  "speed",
  "duplex",
  "type",
  "addr_len",
  "tx_queue_len",
  "uevent",
] as const;
