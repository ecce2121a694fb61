// The guide follows what is done, whichever way it is done.
import { expect, test } from "vitest";
import { findGuideStep } from "../../renderer/features/guide/guide-step.ts";
import { firstState, type SessionState } from "../../renderer/features/session/session-state.ts";
import { makeReport } from "./make-report.ts";

const choice = { port: "demo:linux-broken", baudRate: 115200, user: null, become: null };
const report = makeReport({ gateway: "192.168.2.1" });
const open = { kind: "open", session: "s", report, readAt: 0, isReading: false, failure: null } as const;
const chosen: SessionState = { ...firstState, choice, connection: open };
const port = { path: choice.port, kind: "demo", label: null, manufacturer: null, serialNumber: null } as const;
const ports = { list: [{ ...port, vendorId: null, productId: null, permitted: null }], failure: null };
const corrected: SessionState = { ...chosen, ports, connection: { ...open, report: makeReport() } };
const cut: SessionState = { ...chosen, push: { kind: "resuming", changes: [], stage: null } };
const logs = { ...firstState.logs, logs: { source: "messages", lines: [], redactions: 0 } };

test.each([
  ["shop", "nothing is chosen", firstState, 1],
  ["shop", "a demo is open", chosen, 2],
  ["shop", "the demo is corrected, and its result was left", corrected, "done"],
  ["shop", "another demo is open, and right", { ...corrected, choice: { ...choice, port: "demo:linux" } }, 1],
  ["install", "a push is on its way", cut, 3],
  ["repair", "a demo is open", chosen, 2],
  ["repair", "the logs are open", { ...chosen, screen: "logs" }, 3],
  ["repair", "the log was read", { ...chosen, logs }, "done"],
  ["shop", "a real terminal is chosen", { ...chosen, choice: { ...choice, port: "COM3" } }, null],
] as const)("for %s, when %s", (role, _when, state, step) => {
  expect(findGuideStep(role, state)).toBe(step);
});
