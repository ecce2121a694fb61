// zod can write its schemas as JSON Schema, and every schema refers to that part, so that no builder can leave it out. The window
// never asks for it, and it is a fourth of zod: 6 kB of the first screen, compressed.
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const never = `() => () => { throw new Error("JSON Schema is left out here"); }`;
const methods = `
  export const createToJSONSchemaMethod = ${never};
  export const createStandardJSONSchemaMethod = ${never};
`;
/** What the schemas name of these is there, and is nothing. */
const emptied: readonly string[] = ["json-schema-processors", "json-schema-generator"];

export function leaveOutJsonSchema(): Plugin {
  return {
    name: "leave-out-json-schema",
    enforce: "pre",
    load: (id) => {
      const [, part = ""] = /\/zod\/v4\/core\/([a-z-]+)\.js$/.exec(id.replaceAll("\\", "/")) ?? [];
      if (part === "to-json-schema") return methods;
      return emptied.includes(part) ? empty(readFileSync(id, "utf8")) : null;
    },
  };
}

function empty(code: string): string {
  const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  return names.map((name) => `export const ${name} = undefined;\n`).join("");
}
