// What a person types of a terminal without a cable, and what the rules say of it.
import { expect, test } from "vitest";
import {
  checkTyped,
  nothingTyped,
  readHost,
  tellTyped,
  type Typed,
} from "../../../renderer/features/diagnosis/typed.ts";

const wrongGateway: Typed = {
  ...nothingTyped,
  channel: "wired",
  address: "192.168.1.23",
  mask: "255.255.255.0",
  gateway: "192.168.2.1",
  dns: "192.168.1.1",
};

test("a gateway outside the typed network is found while it is typed", () => {
  expect(checkTyped(wrongGateway).map(({ rule }) => rule)).toContain("ipv4.gateway-outside-subnet");
});

test("an empty field is not called wrong before anything is typed into it", () => {
  expect(checkTyped({ ...nothingTyped, channel: "wired", address: "192.168.1.23" })).toEqual([]);
});

test("an address typed with full-width digits is read as people mean it", () => {
  const { settings } = tellTyped({ ...wrongGateway, address: "１９２。１６８。１。２３" });
  expect(settings?.interfaces[0]?.ipv4?.address).toBe("192.168.1.23");
});

test("nothing is told that was not typed", () => {
  expect(tellTyped({ ...nothingTyped, channel: "wifi" })).toEqual({
    settings: null,
    lines: [],
    codes: [],
    answers: [],
    channel: "wifi",
  });
});

test("a host is read with a full-width colon too, and refused without a port", () => {
  expect([readHost("pay.example.com：5000"), readHost("pay.example.com"), readHost("h:70000")]).toEqual([
    { host: "pay.example.com", port: 5000, tls: false },
    null,
    null,
  ]);
});

test("what a display says of the SIM card becomes its state, and nothing else is claimed", () => {
  const { settings } = tellTyped({ ...nothingTyped, channel: "cellular", sim: "absent", apn: " cmnet ", bars: "2" });
  const { apn, sim, csq, registration } = settings?.interfaces[0]?.cellular ?? {};
  expect({ apn, sim, csq, registration }).toEqual({ apn: "cmnet", sim: "absent", csq: null, registration: null });
});

test("a card that the network refuses is no fault of the card's state", () => {
  const { settings } = tellTyped({ ...nothingTyped, channel: "cellular", sim: "denied" });
  const { sim, registration } = settings?.interfaces[0]?.cellular ?? {};
  expect([sim, registration]).toEqual([null, "denied"]);
});

test("one bar of signal is weak, as the rule sees it", () => {
  const { settings } = tellTyped({ ...nothingTyped, channel: "cellular", bars: "1" });
  expect(settings?.interfaces[0]?.cellular?.csq).toBeLessThan(10);
});
