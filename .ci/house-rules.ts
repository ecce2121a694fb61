// Lint rules of this house, for oxlint's plugin interface: the order of layers, checked on resolved paths (globs over
// import texts cannot tell `../logs/` in core from a dialect's own folder of that name), and a few conventions.
import { isBuiltin } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { type Layer, layers } from "./layers.ts";

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Context {
  readonly filename: string;
  report(problem: { readonly node: Node; readonly message: string }): void;
}

type Visitor = Readonly<Record<string, (node: Node) => void>>;
interface Rule {
  create(context: Context): Visitor;
}

const root = resolve(import.meta.dirname, "..");
const tests = "tests";

function findLayer(path: string): Layer | undefined {
  const holders = layers.filter((layer) => path.startsWith(`${layer.folder}/`));
  return holders.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isUnder(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

function toProjectPath(absolute: string): string {
  return relative(root, absolute).split(sep).join("/");
}

/** Why `path` may not import `specifier`, or null when it may. */
function judgeImport(path: string, specifier: string, typesOnly: boolean): string | null {
  const layer = findLayer(path);
  if (specifier.startsWith(".")) {
    return layer === undefined
      ? null
      : judgeFolder(layer, toProjectPath(resolve(root, dirname(path), specifier)), typesOnly);
  }
  const name = packageName(specifier);
  if (layer === undefined) {
    return name === "electron" && path.startsWith(`${tests}/`) && !typesOnly
      ? "Importing electron starts a download; only electron/main and electron/preload do."
      : null;
  }
  return layer.packages.includes(name) ? null : `${layer.folder} may not import the package ${specifier}.`;
}

function judgeFolder(layer: Layer, target: string, typesOnly: boolean): string | null {
  const own = findLayer(target)?.folder === layer.folder;
  if (own || isUnder(target, layer.mayImport)) return null;
  if (isUnder(target, layer.mayImportTypes ?? [])) {
    return typesOnly ? null : `${layer.folder} may import only types from ${target}.`;
  }
  return `${layer.folder} may not import ${target}.`;
}

function packageName(specifier: string): string {
  if (isBuiltin(specifier)) return "node:";
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function readText(node: unknown): string | null {
  const value = typeof node === "object" && node !== null ? (node as { readonly value?: unknown }).value : null;
  return typeof value === "string" ? value : null;
}

const layersRule: Rule = {
  create(context) {
    const path = toProjectPath(context.filename);
    function check(node: Node): void {
      const specifier = readText(node["source"]);
      if (specifier === null) return;
      const typesOnly = node["importKind"] === "type" || node["exportKind"] === "type" || node.type === "TSImportType";
      const problem = judgeImport(path, specifier, typesOnly);
      if (problem !== null) context.report({ node, message: problem });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const noEnumRule: Rule = {
  create(context) {
    return {
      TSEnumDeclaration: (node) => context.report({ node, message: "No enum: write a union of strings." }),
    };
  },
};

const noClockRule: Rule = {
  create(context) {
    function check(node: Node): void {
      const callee = node["callee"] as { readonly name?: unknown } | undefined;
      const given = node["arguments"];
      const readsClock = node.type === "CallExpression" || (Array.isArray(given) && given.length === 0);
      if (callee?.name === "Date" && readsClock) {
        context.report({ node, message: "Core has no clock: take a Clock from the surroundings." });
      }
    }
    return { NewExpression: check, CallExpression: check };
  },
};

const fileNameRule: Rule = {
  create(context) {
    const path = toProjectPath(context.filename);
    const badNames = /(^|\/)(utils?|helpers?|common|manager)(\.|\/|-|$)|-(utils?|helpers?|manager)\./;
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mts|cts|js)$/;
    return {
      Program(node) {
        const name = path.split("/").at(-1) ?? path;
        if (!kebab.test(name)) context.report({ node, message: "File names are kebab-case." });
        if (badNames.test(path)) context.report({ node, message: "Name the file after its concept." });
      },
    };
  },
};

/** What a person reads or hears, and where in JSX it stands. */
const spokenAttributes: readonly unknown[] = ["alt", "aria-label", "aria-description", "label", "placeholder", "title"];

function hasWords(node: unknown): boolean {
  const text = readText(node);
  return text !== null && /\p{Letter}{2}/u.test(text);
}

const noTextRule: Rule = {
  create(context) {
    const message = "No text in components: say it with a key of renderer/i18n.";
    return {
      JSXText: (node) => {
        if (hasWords(node)) context.report({ node, message });
      },
      JSXExpressionContainer: (node) => {
        const { parent, expression } = node as { readonly parent?: Node; readonly expression?: Node };
        if (parent?.type === "JSXElement" && hasWords(expression)) context.report({ node, message });
      },
      JSXAttribute: (node) => {
        const { name, value } = node as { readonly name?: Node; readonly value?: Node };
        if (spokenAttributes.includes(name?.["name"]) && hasWords(value)) context.report({ node, message });
      },
    };
  },
};

const plugin = {
  meta: { name: "counterpart" },
  rules: {
    layers: layersRule,
    "no-enum": noEnumRule,
    "no-clock": noClockRule,
    "file-name": fileNameRule,
    "no-text": noTextRule,
  },
};

export default plugin;
