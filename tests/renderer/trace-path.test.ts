import { describe, expect, test } from "vitest";
import { describeHops } from "../../renderer/features/connect/describe-hops.ts";
import { tracePath } from "../../renderer/features/connect/trace-path.ts";
import "../../renderer/i18n/late-words.ts";
import { createTranslate } from "../../renderer/i18n/translate.ts";
import { makeReport } from "./make-report.ts";

function listStates(report: ReturnType<typeof makeReport>): readonly string[] {
  return tracePath(report).hops.map((hop) => hop.state);
}

describe("the path picture", () => {
  test("a healthy terminal is good as far as it was read, and the acquirer is not known", () => {
    expect(listStates(makeReport())).toEqual(["ok", "ok", "ok", "ok", "unknown"]);
  });

  test("a gateway in another network breaks the way at the router", () => {
    const path = tracePath(makeReport({ gateway: "192.168.2.1" }));
    expect(path.broken?.id).toBe("router");
  });

  test("an error further on goes before an oddity nearer by", () => {
    const path = tracePath(makeReport({ address: "203.0.113.5", gateway: "192.168.2.1", dns: [] }));
    expect(path.broken?.state).toBe("wrong");
  });

  test("a cable that is not plugged in is the connection's fault", () => {
    expect(listStates(makeReport({ link: "down" }))[1]).toBe("wrong");
  });

  test("a modem is on the mobile network, and not plugged in", () => {
    const wired = makeReport();
    const report = { ...wired, interfaces: wired.interfaces.map((one) => ({ ...one, kind: "cellular" as const })) };
    const link = describeHops(tracePath(report), report, createTranslate("en"))[1];
    expect([link?.value, link?.glyph]).toEqual(["on the mobile network", "wifi"]);
  });

  test("names are not needed when every payment host is an address", () => {
    expect(listStates(makeReport({ hosts: ["203.0.113.20"], dns: ["192.168.1.1"] }))[3]).toBe("not-needed");
  });

  test("a name server set aside for examples is odd, not wrong", () => {
    expect(listStates(makeReport({ dns: ["192.168.1.1", "203.0.113.9"] }))[3]).toBe("odd");
  });

  test("nothing is drawn as good on a terminal without interfaces", () => {
    expect(listStates({ ...makeReport(), interfaces: [], findings: [] })).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
  });
});
