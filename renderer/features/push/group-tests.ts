// The tests that come with a plan, as a person ticks them: those of one kind together, each with what it is about.
import type { Plan } from "../session/session-state.ts";

type PlannedTest = NonNullable<Plan["tests"]>[number];

export interface TestGroup {
  readonly kind: "duplicate" | "address" | "gateway" | "server" | "name" | "link" | "tcp" | "tls";
  /** Addresses, names, or both with ports. */
  readonly about: string;
  readonly required: boolean;
  /** Whether it is asked before anything changes. */
  readonly isEarly: boolean;
}

export function groupTests(tests: readonly PlannedTest[]): readonly TestGroup[] {
  const kinds = [...new Set(tests.map(nameKind))];
  return kinds.map((kind) => {
    const own = tests.filter((each) => nameKind(each) === kind);
    return {
      kind,
      about: [...new Set(own.map(nameTarget))].join(", "),
      required: own.every(({ required }) => required),
      isEarly: own.every(({ when }) => when === "before"),
    };
  });
}

/** For each test whether it is required, in the order of the plan: what a push is asked with. */
export function listRequired(
  tests: readonly PlannedTest[],
  said: Partial<Readonly<Record<TestGroup["kind"], boolean>>>,
): readonly boolean[] {
  return tests.map((each) => said[nameKind(each)] ?? each.required);
}

/** A name server is asked by itself for what each of them knows; else it is the name that is looked for. */
function nameKind({ test }: PlannedTest): TestGroup["kind"] {
  return test.kind === "name" && test.server !== null ? "server" : test.kind;
}

function nameTarget({ test }: PlannedTest): string {
  switch (test.kind) {
    case "link":
      return test.interface;
    case "name":
      return test.server ?? test.name;
    case "tcp":
    case "tls":
      return `${test.host}:${test.port}`;
    case "address":
    case "duplicate":
    case "gateway":
      return test.address;
  }
}
