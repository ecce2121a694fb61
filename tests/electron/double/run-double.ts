// node run-double.ts MAIN.js --user-data-dir=FOLDER: runs a built main process as Electron would, on Chromium.
// Prints one line of JSON with the port where a test can connect to that Chromium.
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const double = new URL("./electron-module.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: double, shortCircuit: true } : next(specifier, context),
});

const { app } = await import("./app.ts");
await import(pathToFileURL(resolve(process.argv[2] ?? "out/main/index.js")).href);
await app.becomeReady();
