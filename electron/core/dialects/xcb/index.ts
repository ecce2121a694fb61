// xcb: PAX terminals on Prolin, over "Xos Communication Bridge", a derivative of ADB without keys.
//
//   port -> CNXN -> streams: devinfo: | logcat: | installer: | reboot:      nothing else is ever opened
//
// What is known of the wire: the bytes of the vendor's client 1.0.26 (tests/corpus/xcb), and what a public client reports
// of a D200 and an S920. No real terminal has answered Counterpart yet.
import type { BytePort } from "../../bytes/byte-port.ts";
import type { Surroundings } from "../../bytes/surroundings.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { AdbMessageFramer } from "../../frames/adb-message.ts";
import type { ConnectOptions, Dialect, DialectSession } from "../dialect.ts";
import type { Task } from "../task.ts";
import { readDescriptions } from "./description.ts";
import { XcbLink } from "./link.ts";
import { XcbSession } from "./session.ts";

export const xcb: Dialect = {
  family: "xcb",
  label: { en: "PAX Prolin (XCB)", "zh-CN": "百富 Prolin（XCB）" },
  signs: { probe: "adb-connect", recognizes, countsWhenAsked: false },
  connect,
};

/** Milliseconds after which the greeting is said again: the first may have met a line that was still opening. */
const greetingPatience = 1500;

async function connect(
  port: BytePort,
  options: ConnectOptions & Task,
  surroundings: Surroundings,
): Promise<Result<DialectSession>> {
  const link = new XcbLink(port, surroundings);
  const greeted = await greet(link, options, surroundings);
  if (greeted.ok) {
    return succeed(new XcbSession(link, surroundings.clock, readDescriptions(options.descriptions ?? [])));
  }
  await port.close();
  return greeted;
}

async function greet(link: XcbLink, options: ConnectOptions & Task, { clock }: Surroundings): Promise<Result<null>> {
  options.onStage("waking");
  const deadline = clock.now() + options.patience;
  for (;;) {
    const within = Math.min(greetingPatience, deadline - clock.now());
    const answer = await link.connect({ step: "greeting", within: Math.max(1, within), signal: options.signal });
    if (answer.ok && answer.value === "device") return succeed(null);
    if (answer.ok) return fail(makeFailure("bootloader", { prompt: answer.value }));
    if (answer.failure.code !== "no-answer" || clock.now() >= deadline) return answer;
  }
}

/** A whole greeting that is not an echo of ours; one that asks for a key is Android's, and is told so on connecting. */
function recognizes(heard: string): boolean {
  return new AdbMessageFramer()
    .push(heard)
    .some(
      (frame) =>
        frame.kind === "message" &&
        (frame.command === "AUTH" || (frame.command === "CNXN" && !frame.payload.startsWith("host:"))),
    );
}
