import { describe, expect, test } from "vitest";
import { redactCardNumbers } from "../../electron/core/logs/redact-card-numbers.ts";
import "../../renderer/i18n/late-words.ts";
import { createTranslate } from "../../renderer/i18n/translate.ts";
import { nameSide } from "../../renderer/features/push/name-field.ts";
import { nameRisks } from "../../renderer/features/push/name-risks.ts";
import { settleChanges } from "../../renderer/features/push/settle-changes.ts";
import { compareParts } from "../../renderer/ui/compare-parts.ts";
import { shortenMiddle } from "../../renderer/ui/shorten-middle.ts";
import { showControls, splitMasks } from "../../renderer/ui/log-text.ts";
import { placeFlags } from "../../renderer/ui/place-flags.ts";
import { makeReport } from "./make-report.ts";

function listChanged(value: string, against: string): readonly string[] {
  return compareParts(value, against).flatMap((part) => (part.isChanged ? [part.text] : []));
}

describe("now and new", () => {
  test("marks the number that differs", () => {
    expect(listChanged("192.168.1.1", "192.168.2.1")).toEqual(["1"]);
  });

  test("marks the prefix length", () => {
    expect(listChanged("192.168.1.9/25", "192.168.1.9/24")).toEqual(["25"]);
  });

  test("marks the entry of a list that the other lacks", () => {
    expect(listChanged("192.168.1.1, 203.0.113.9", "192.168.1.1")).toEqual(["203.0.113.9"]);
  });

  test("marks all of a value of another form", () => {
    expect(listChanged("192.168.1.1", "not set").join("")).toBe("192.168.1.1");
  });
});

describe("a terminal that goes over to DHCP", () => {
  const own = { interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: null };
  const all = [{ interface: "eth0", field: "ipv4.method", from: "static", to: "dhcp" }, own];
  const say = createTranslate("en");

  test("gets from the router what it no longer has of its own, and loses nothing by that", () => {
    const sides = (["from", "to"] as const).map((side) => nameSide(own, side, { changes: all, speech: { say } }));
    expect([sides, nameRisks(all, makeReport(), say)]).toEqual([
      ["192.168.2.1", "from the router"],
      ["If the router hands out no addresses, the terminal has none."],
    ]);
  });

  test("does not get what is emptied while it stays static", () => {
    expect(nameRisks([own], makeReport(), say)).toEqual(["A setting is emptied; the terminal then does without it."]);
  });
});

describe("a write that was cut off", () => {
  const change = { interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" };

  test.each([
    ["192.168.1.1", "new"],
    ["192.168.2.1", "old"],
    ["192.168.3.1", "other"],
    [null, "other"],
  ] as const)("with the gateway %s has the %s settings", (gateway, state) => {
    expect(settleChanges([change], makeReport({ gateway }))[0]?.state).toBe(state);
  });

  test("does not outlast a restart where nobody keeps it", () => {
    expect(settleChanges([change], makeReport({ manager: null }))[0]?.persisted).toBe(false);
  });
});

describe("log lines", () => {
  test.each(["pan=4012888888881881 ok", "pan 4012 8888 8888 1881.", "4012-8888-8888-1881"])(
    "%s shows its mask as a mask",
    (line) => {
      const masks = splitMasks(redactCardNumbers(line).text).filter((part) => part.isMask);
      expect(masks).toHaveLength(1);
    },
  );

  test("lines without card numbers have no mask", () => {
    expect(splitMasks("*** 123456 started 7890 ***").some((part) => part.isMask)).toBe(false);
  });

  test("an escape sequence is seen", () => {
    expect(showControls("\u001b[31mred\t\u007f")).toBe("^[[31mred\t^?");
  });
});

describe("flags over the ruler", () => {
  test("two that are near each other do not share a lane", () => {
    const [one, other] = placeFlags([20, 24]);
    expect(one?.lane).not.toBe(other?.lane);
  });

  test("the outer one is higher, so that no pole goes through a label", () => {
    const flags = placeFlags([20, 24, 90, 94]);
    expect(flags.map((flag) => flag.lane)).toEqual([1, 0, 0, 1]);
  });
});

test.for([
  ["/dev/ttyUSB0", "/dev/ttyUSB0"],
  ["/dev/serial/by-id/usb-Prolific-if00-port0", "/dev/seria…f00-port0"],
] as const)("%s in twenty characters keeps both of its ends", ([long, short]) => {
  expect(shortenMiddle(long, 20)).toBe(short);
});
