// The services of the bridge that Counterpart opens. A stream is opened by the name of one of these, so no other
// service can be reached: neither `disableme:`, which switches the bridge off for good, nor a shell, nor key injection.

const services = { devinfo: "devinfo:", logcat: "logcat:", installer: "installer:", reboot: "reboot:" } as const;

export type Service = keyof typeof services;

/** What the OPEN message carries. */
export function nameService(service: Service): string {
  return `${services[service]}\0`;
}
