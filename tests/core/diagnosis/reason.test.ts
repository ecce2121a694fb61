import { describe, expect, test } from "vitest";
import { advise } from "../../../electron/core/diagnosis/advise.ts";
import { diagnose } from "../../../electron/core/diagnosis/diagnose.ts";
import type { Evidence } from "../../../electron/core/diagnosis/evidence.ts";
import { readCode } from "../../../electron/core/diagnosis/read-code.ts";
import { readLogs } from "../../../electron/core/diagnosis/read-logs.ts";
import { see } from "../../../electron/core/diagnosis/read-settings.ts";

const told = { channel: "wired", attempt: "this", seen: "person", at: null, quote: null } as const;

function tests(...names: readonly string[]): readonly Evidence[] {
  return names.map((name) => ({ ...see(name, "terminal-test", null), channel: "wired" as const }));
}

function run(evidence: readonly Evidence[]) {
  return diagnose({ evidence, answers: [], channel: "wired" });
}

const reachable = tests("stage.link.passed", "stage.address.passed", "stage.gateway.passed", "stage.tcp.passed");

describe("the master rule", () => {
  test("a host's code of this attempt clears the network, and nobody is told to restart the router", () => {
    const diagnosis = run([...readCode({ code: "91", ...told }), see("answer.others-too.yes", "person", null)]);
    expect(diagnosis.hostAnswered).toBe(true);
    expect(diagnosis.causes[0]?.cause).toBe("C26");
    const { shop } = advise(diagnosis, []);
    expect(shop.map(({ text }) => text.en).join(" ")).not.toMatch(/switch the router off/i);
  });

  test("a code of an earlier attempt clears nothing", () => {
    const diagnosis = run([...readCode({ code: "91", ...told, attempt: "earlier" }), ...tests("stage.link.failed")]);
    expect(diagnosis.hostAnswered).toBe(false);
    expect(diagnosis.causes[0]?.cause).toBe("C01");
  });

  test("a code that came by mobile clears no cable", () => {
    const diagnosis = run([...readCode({ code: "91", ...told, channel: "cellular" }), ...tests("stage.link.failed")]);
    expect(diagnosis.hostAnswered).toBe(false);
    expect(diagnosis.conflict).toEqual([]);
    expect(diagnosis.causes.map(({ cause }) => cause)).toContain("C01");
  });

  test("a code and a dead link of one attempt and channel are at odds: unknown, with both said", () => {
    const diagnosis = run([...readCode({ code: "91", ...told }), ...tests("stage.link.failed")]);
    expect(diagnosis.verdict).toBe("unknown");
    expect(diagnosis.conflict.map(({ sign }) => sign)).toEqual(["code/C26", "stage.link.failed"]);
  });

  test("the advice says whether settings can mend the cause, also where nobody knows the right value", () => {
    const duplicate = run(tests("stage.address.taken"));
    expect([advise(duplicate, []).push, advise(run(readCode({ code: "A0", ...told })), []).push]).toEqual([
      "yes",
      "no",
    ]);
  });

  test("a success code clears the network as well", () => {
    expect(run(readCode({ code: "00", ...told })).hostAnswered).toBe(true);
  });

  test("a code that no table has may be the terminal's own, and clears nothing", () => {
    expect(run(readCode({ code: "ZZ", ...told })).hostAnswered).toBe(false);
  });

  test("in a log, what came after the host's last answer is of this attempt, what came before is over", () => {
    const before = readLogs(["udhcpc: no lease, failing", "recv field[39]: 91"], "wired");
    const after = readLogs(["recv field[39]: 91", "udhcpc: no lease, failing"], "wired");
    expect(run(before).hostAnswered).toBe(true);
    expect(run(after).hostAnswered).toBe(false);
  });
});

describe("ranking", () => {
  test("nothing known is unknown, and the first question is asked", () => {
    const diagnosis = run([]);
    expect(diagnosis.verdict).toBe("unknown");
    expect(diagnosis.question).toBe("others-too");
  });

  test("connected, sent and not one byte back is the message header", () => {
    expect(run([...reachable, ...tests("stage.host.silent")]).causes[0]?.cause).toBe("C16");
  });

  test("a certificate that is not yet valid by a clock that is years off is the clock", () => {
    const evidence = [...reachable, ...tests("stage.tls.not-yet-valid"), see("clock.days-off", "clock", null)];
    expect(run(evidence).causes[0]?.cause).toBe("C19");
  });

  test("the same sign said twice counts once", () => {
    const [once, twice] = [tests("stage.gateway.failed"), tests("stage.gateway.failed", "stage.gateway.failed")];
    expect(run(twice).causes[0]?.confidence).toBe(run(once).causes[0]?.confidence);
  });

  test("a question that is answered is not asked again", () => {
    const diagnosis = diagnose({
      evidence: tests("stage.gateway.failed"),
      answers: [{ question: "others-too", option: "unknown" }],
      channel: "wired",
    });
    expect(diagnosis.question).not.toBe("others-too");
  });
});
