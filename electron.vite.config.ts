// The three builds, nothing else: electron/main and electron/preload for Electron, renderer/ for it and for a browser.
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { leaveOutJsonSchema } from "./.ci/packaging/leave-out-json-schema.ts";

export default defineConfig({
  main: {
    build: { rolldownOptions: { input: { index: "electron/main/index.ts" }, output: { format: "es" } } },
  },
  preload: {
    build: {
      // A sandboxed preload is CommonJS and can require nothing but electron.
      rolldownOptions: {
        input: { index: "electron/preload/index.ts" },
        output: { format: "cjs", entryFileNames: "index.cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [leaveOutJsonSchema(), react(), tailwindcss()],
    // Both hosts replace this text by a fresh nonce in every response.
    html: { cspNonce: "COUNTERPART-NONCE" },
    build: {
      rolldownOptions: { input: { index: "renderer/index.html" } },
      // A strict content security policy has no data: scripts, and small files are cheap on a loopback.
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
});
