import type { CustomScheme } from "electron";

/** The page's own origin: no file: URLs, which would see the disk, and no server. */
export const pageOrigin = "app://counterpart";
export const pageAddress = `${pageOrigin}/`;

/** Registered before the app is ready. `standard` gives it an origin, `secure` what secure pages may use. */
export const pageScheme: CustomScheme = {
  scheme: "app",
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};
