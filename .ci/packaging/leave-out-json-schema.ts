// zod can write its schemas as JSON Schema, and every schema refers to that part, so that no builder can leave it out. The window
// never asks for it, and it is a fourth of zod: 6 kB of the first screen, compressed.
import type { Plugin } from "vite";

const never = `() => () => { throw new Error("JSON Schema is left out here"); }`;
const parts: Readonly<Record<string, string>> = {
  "to-json-schema": `
    export const createToJSONSchemaMethod = ${never};
    export const createStandardJSONSchemaMethod = ${never};
  `,
  "json-schema-processors": "export const toJSONSchema = undefined;",
  "json-schema-generator": "export const JSONSchemaGenerator = undefined;",
};

export function leaveOutJsonSchema(): Plugin {
  return {
    name: "leave-out-json-schema",
    enforce: "pre",
    load: (id) => {
      const [, part = ""] = /\/zod\/v4\/core\/([a-z-]+)\.js$/.exec(id.replaceAll("\\", "/")) ?? [];
      return parts[part] ?? null;
    },
  };
}
