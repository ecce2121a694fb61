// The one table of layers: which folder may import which, and which packages. The lint rule `counterpart/layers` and the
// planted violations read it. A file belongs to the longest folder that holds it; a folder named in `mayImport` admits
// everything under it.
//
//   failures <- settings, bytes <- frames;  settings <- findings <- plans <- provisioning;  ... <- push;  everything in core <- diagnosis
//   core <- serial, simulator, contract, app;  contract <- app, renderer;  all of these <- host <- headless, main

export interface Layer {
  readonly folder: string;
  /** Folders besides its own. */
  readonly mayImport: readonly string[];
  /** Folders of which only types may be imported. */
  readonly mayImportTypes?: readonly string[];
  /** Package names; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[];
}

const core = "electron/core";
const purePackages = ["zod", "@noble/hashes", "fflate"] as const;

const inCore = (stage: string): string => `${core}/${stage}`;

/** A stage of core: what it may import is named by the stages to its left. */
function describeStage(name: string, left: readonly string[], leftTypes: readonly string[] = []): Layer {
  return {
    folder: `${core}/${name}`,
    mayImport: left.map((stage) => `${core}/${stage}`),
    mayImportTypes: leftTypes.map((stage) => `${core}/${stage}`),
    packages: purePackages,
  };
}

export const layers: readonly Layer[] = [
  { folder: core, mayImport: [], packages: purePackages },
  describeStage("failures", []),
  describeStage("bytes", ["failures"]),
  describeStage("settings", ["failures"]),
  describeStage("frames", ["failures", "bytes"]),
  describeStage("findings", ["failures", "settings"]),
  describeStage("plans", ["failures", "settings", "findings"]),
  describeStage("provisioning", ["failures", "settings", "findings", "plans"]),
  {
    ...describeStage("dialects", ["failures", "bytes", "frames", "settings"], ["plans"]),
    packages: [...purePackages, "re2js"],
  },
  describeStage("push", ["failures", "bytes", "settings", "findings", "plans", "dialects"]),
  // The meaning of log lines is data that is compiled in.
  {
    ...describeStage("logs", []),
    mayImport: ["failures", "bytes", "settings"].map(inCore).concat("resources/knowledge"),
  },
  { folder: `${core}/diagnosis`, mayImport: [core, "resources/knowledge"], packages: purePackages },
  { folder: "electron/contract", mayImport: [core], packages: ["zod"] },
  { folder: "electron/serial", mayImport: [core, "resources/knowledge"], packages: ["node:", "serialport", "zod"] },
  { folder: "electron/simulator", mayImport: [core], packages: ["node:", "just-bash"] },
  {
    folder: "electron/app",
    mayImport: [core, "electron/contract"],
    packages: ["node:", "zod", "yaml", "csv-parse", "fflate", "hucre", "kysely", "pg"],
  },
  // What the command line, the WebSocket host and the desktop window share: the parts put together, the page's files.
  {
    folder: "electron/host",
    mayImport: [core, "electron/contract", "electron/serial", "electron/simulator", "electron/app"],
    packages: ["node:"],
  },
  {
    folder: "electron/headless",
    mayImport: [core, "electron/contract", "electron/serial", "electron/simulator", "electron/app", "electron/host"],
    packages: ["node:", "zod", "commander", "@commander-js/extra-typings", "ws"],
  },
  {
    folder: "electron/main",
    mayImport: [core, "electron/contract", "electron/app", "electron/host"],
    packages: ["node:", "electron", "electron-updater", "zod"],
  },
  { folder: "electron/preload", mayImport: [], packages: ["electron"] },
  {
    folder: "renderer",
    // What a word means is data in both languages, loaded when somebody asks.
    mayImport: [
      "electron/contract",
      `${core}/settings`,
      `${core}/findings`,
      `${core}/failures`,
      `${core}/provisioning`,
      "resources/knowledge",
    ],
    packages: [
      "react",
      "react-dom",
      "zod",
      "lucide-react",
      "@tanstack/react-virtual",
      "@xterm/xterm",
      "@xterm/addon-fit",
      "uplot",
    ],
  },
];

/** What core must not touch although its language level has it: clocks, randomness, and whatever a host would lend it. */
export const impureGlobals: readonly string[] = [
  "performance",
  "process",
  "console",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "fetch",
  "crypto",
  "Buffer",
  "require",
  "window",
  "document",
  "globalThis",
];

export const impureProperties: readonly { readonly object: string; readonly property: string }[] = [
  { object: "Date", property: "now" },
  { object: "Math", property: "random" },
];
