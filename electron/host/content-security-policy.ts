// What the page may load and reach, said by both hosts in a header of every document. The nonce is for the <style> elements
// that accessible primitives and the terminal emulation insert; it is fresh in every response.

/** `connections` are the addresses besides its own origin that the page may connect to. */
export function writeContentSecurityPolicy(nonce: string, connections: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connections].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
  ].join("; ");
}
