import { expect, test } from "vitest";
import { z } from "zod";
import { careCards } from "../../../electron/core/diagnosis/knowledge/care-cards.ts";
import { causeIds } from "../../../electron/core/diagnosis/knowledge/signs.ts";
import ledgerJson from "../../../resources/knowledge/ledger.json" with { type: "json" };

const ledger = z
  .array(
    z.strictObject({
      point: z.string(),
      says: z.object({ en: z.string().min(1), "zh-CN": z.string().min(1) }),
      causes: z.array(z.string()),
      cards: z.array(z.string()),
    }),
  )
  .parse(ledgerJson);

/** Every point of the text that the project began with. */
const points = [
  ...["purpose-of-line", "onboarding", "brand", "fees"],
  ...["network-environment", "parameters", "distance-and-obstruction", "wiring", "card-antenna-ageing"],
  ...["changed-by-acquirer", "restart", "replace-hardware", "customer-data"],
  ...["training", "maintenance", "choice-of-brand"],
  ...["fee-standard", "fee-calculation", "fee-promotions"],
  ...["question-of-customer", "question-of-operator", "question-of-technician"],
];

test("every point of the source text stands in the ledger, once", () => {
  expect(ledger.map(({ point }) => point).toSorted()).toEqual(points.toSorted());
});

test("every point leads to a cause or a care card that exists", () => {
  const cards = new Set(careCards.map(({ id }) => id));
  const gaps = ledger.filter(
    (each) =>
      each.causes.length + each.cards.length === 0 ||
      each.causes.some((cause) => !causeIds.includes(cause)) ||
      each.cards.some((card) => !cards.has(card)),
  );
  expect(gaps.map(({ point }) => point)).toEqual([]);
});

test("every cause and every care card belongs to a point", () => {
  const named = new Set(ledger.flatMap(({ causes, cards }) => [...causes, ...cards]));
  expect([...causeIds, ...careCards.map(({ id }) => id)].filter((id) => !named.has(id))).toEqual([]);
});

test("the card about fees says that a fee error does not break communication, and that a restriction can", () => {
  const fees = careCards.find(({ id }) => id === "fees");
  expect(fees?.says[0]?.en).toMatch(/^A fee error does not break communication; a restriction can/);
});

test("Chinese stands in full-width punctuation, with a space beside Latin letters", () => {
  const texts = careCards.flatMap(({ title, says }) => [title, ...says].map((text) => text["zh-CN"]));
  expect(texts.filter((text) => /[,;:?!]|[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(text))).toEqual(
    [],
  );
});
