// Lint rules, with types. Globs are relative to this file's folder and match nothing silently: they begin with `**/`.
import type { DummyRuleMap, OxlintConfig } from "oxlint";
import { impureGlobals, impureProperties } from "./layers.ts";

const typeRules: DummyRuleMap = {
  "typescript/await-thenable": "error",
  "typescript/no-base-to-string": "error",
  "typescript/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "typescript/no-deprecated": "error",
  "typescript/no-floating-promises": "error",
  "typescript/no-for-in-array": "error",
  "typescript/no-implied-eval": "error",
  "typescript/no-misused-promises": "error",
  "typescript/no-misused-spread": "error",
  "typescript/no-unnecessary-type-assertion": "error",
  "typescript/no-unsafe-argument": "error",
  "typescript/no-unsafe-assignment": "error",
  "typescript/no-unsafe-call": "error",
  "typescript/no-unsafe-member-access": "error",
  "typescript/no-unsafe-return": "error",
  "typescript/only-throw-error": "error",
  "typescript/prefer-promise-reject-errors": "error",
  "typescript/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
  "typescript/restrict-plus-operands": "error",
  "typescript/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
  "typescript/return-await": "error",
  "typescript/switch-exhaustiveness-check": "error",
  "typescript/unbound-method": "error",
};

const conventions: DummyRuleMap = {
  "counterpart/file-name": "error",
  "counterpart/layers": "error",
  "counterpart/no-enum": "error",
  "eslint/eqeqeq": ["error", "always", { null: "ignore" }],
  "eslint/max-depth": ["error", 4],
  "eslint/max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
  "eslint/max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
  "eslint/max-params": ["error", 3],
  "eslint/no-console": "error",
  "eslint/no-param-reassign": "error",
  "eslint/no-var": "error",
  "eslint/prefer-const": "error",
  // Escape sequences and control bytes are this project's subject.
  "eslint/no-control-regex": "off",
  "import/no-cycle": ["error", { ignoreTypes: false }],
  "import/no-default-export": "error",
  "import/no-self-import": "error",
  "typescript/consistent-type-imports": "error",
  "typescript/no-explicit-any": "error",
  "typescript/no-namespace": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/no-require-imports": "error",
  "unicorn/prefer-node-protocol": "error",
  "vitest/valid-expect": ["error", { maxArgs: 2 }],
  // Argument lists read better in groups.
  "unicorn/no-useless-spread": "off",
  "vitest/no-conditional-expect": "off",
  "vitest/no-focused-tests": "error",
  "vitest/no-standalone-expect": "off",
  "vitest/require-mock-type-parameters": "off",
};

const config: OxlintConfig = {
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "vitest"],
  jsPlugins: [{ name: "counterpart", specifier: "./house-rules.ts" }],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  categories: { correctness: "error" },
  ignorePatterns: ["**/node_modules/**", "**/.cache/**", "**/out/**"],
  rules: { ...conventions, ...typeRules },
  overrides: [
    {
      files: ["**/electron/core/**"],
      rules: {
        "counterpart/no-clock": "error",
        "eslint/no-restricted-globals": ["error", ...impureGlobals],
        "eslint/no-restricted-properties": ["error", ...impureProperties],
      },
    },
    { files: ["**/renderer/**"], rules: { "counterpart/no-text": "error" } },
    // Their loaders ask for a default export.
    { files: ["**/*.config.ts", "**/house-rules.ts"], rules: { "import/no-default-export": "off" } },
    // A describe block is one function; a table of cases hands its columns over as parameters.
    {
      files: ["**/*.test.ts", "**/tests/contracts/**"],
      rules: { "eslint/max-lines-per-function": "off", "eslint/max-params": "off" },
    },
  ],
};

export default config;
