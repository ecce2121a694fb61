// Where values are keyed in: what stands there is what the shipped description sends.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { menuPaths } from "../../../electron/core/diagnosis/knowledge/menu-paths.ts";

const profiles = resolve(import.meta.dirname, "../../../resources/profiles");

/** What sets, saves and restarts, of a description; a menu names all name servers at once. */
function listWritten(id: string): readonly string[] {
  const text = readFileSync(resolve(profiles, `${id}.yaml`), "utf8");
  return [...text.slice(text.indexOf("    set:")).matchAll(/send: (.+)$/gm)]
    .map(([, send = ""]) =>
      send
        .replace(/^'(.*)'$/, "$1")
        .replace("{dns1} {dns2}", "{dns}")
        .replace('"{method}"', '"off"'),
    )
    .filter((send) => send !== "show log");
}

test.each(menuPaths.map((menu) => [menu.id, menu] as const))(
  "%s is keyed in as its description writes it",
  (id, menu) => {
    for (const language of ["en", "zh-CN"] as const) {
      const told = [...menu.places.map(({ where }) => where), menu.finish].map((text) => text[language]).join("\n");
      expect(listWritten(id).filter((send) => !told.includes(send))).toEqual([]);
    }
  },
);
