// Chromium knows no app:// scheme. The double shows a page of it under an https name that exists nowhere, and answers for that
// name itself; what the main process is told is translated back.
const suffix = ".double.invalid";

/** `app://counterpart/x` -> `https://counterpart.app.double.invalid/x` */
export function toShown(address: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/.exec(address) ?? [];
  if (scheme === undefined || scheme === "https" || scheme === "http" || host === undefined) return address;
  return `https://${host}.${scheme}${suffix}${rest ?? ""}`;
}

export function fromShown(address: string): string {
  const [, host, scheme, rest] = /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.double\.invalid(.*)$/.exec(address) ?? [];
  return host === undefined || scheme === undefined ? address : `${scheme}://${host}${rest ?? ""}`;
}

/** As Electron's WebFrameMain gives it. */
export function findOrigin(address: string): string {
  const real = fromShown(address);
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]*/.exec(real)?.[0] ?? "null";
}
