// The built page, for both hosts: a path of a URL -> a file below one folder -> bytes with their headers.
//
//   /            -> index.html, with a fresh nonce in place of the builder's text and in the policy
//   /assets/...  -> the file, when its kind is known and it lies, links followed, in the folder
import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { writeContentSecurityPolicy } from "./content-security-policy.ts";

export interface PageFile {
  readonly status: 200 | 403 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface PageOptions {
  /** Absolute; holds index.html. */
  readonly folder: string;
  readonly makeNonce: () => string;
  /** What the page may connect to besides its own origin. */
  readonly connections: readonly string[];
}

/** What electron.vite.config.ts makes the builder write. */
const noncePlace = "COUNTERPART-NONCE";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/vnd.microsoft.icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

const everyHeader = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()",
} as const;

/** `path` is the URL's, as it came: percent-encoded, with its leading slash. */
export async function readPageFile(path: string, options: PageOptions): Promise<PageFile> {
  const name = namePageFile(path);
  if (name === null) return refusePageFile(404, "Not found");
  const contentType = contentTypes[extname(name)];
  const file = await findInside(options.folder, name);
  if (contentType === undefined || file === null) return refusePageFile(404, "Not found");
  const bytes = new Uint8Array(await readFile(file));
  if (extname(name) !== ".html") {
    const lasting = name.startsWith("assets/");
    const caching = lasting ? "private, max-age=31536000, immutable" : "no-store";
    return {
      status: 200,
      headers: { ...everyHeader, "Content-Type": contentType, "Cache-Control": caching },
      body: bytes,
    };
  }
  const nonce = options.makeNonce();
  const headers = {
    ...everyHeader,
    "Content-Type": contentType,
    "Cache-Control": "no-store",
    "Content-Security-Policy": writeContentSecurityPolicy(nonce, options.connections),
  };
  const html = new TextDecoder().decode(bytes).replaceAll(noncePlace, nonce);
  return { status: 200, headers, body: new TextEncoder().encode(html) };
}

/** The file's name below the folder, or null for whatever the builder would not have written. */
function namePageFile(path: string): string | null {
  if (path === "/") return "index.html";
  // The builder writes plain names. Whatever is encoded, climbs or hides is somebody's try.
  return /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) && !path.includes("..") ? path.slice(1) : null;
}

async function findInside(folder: string, name: string): Promise<string | null> {
  try {
    const base = await realpath(folder);
    const file = await realpath(join(base, name));
    return file.startsWith(base + sep) ? file : null;
  } catch {
    return null;
  }
}

/** What is not served, with the headers that keep others from telling it from what is. */
export function refusePageFile(status: 403 | 404 | 405, reason: string): PageFile {
  const headers = { ...everyHeader, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return { status, headers, body: new TextEncoder().encode(reason) };
}
