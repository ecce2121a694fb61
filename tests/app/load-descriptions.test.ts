// Which descriptions may be used: those that are shipped, and a person's own once their digest was accepted.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { AcceptedDescriptions } from "../../electron/app/descriptions/accepted-descriptions.ts";
import { answerDescriptions } from "../../electron/app/descriptions/answer-descriptions.ts";
import { type DescriptionPlaces, findDescription, loadDescriptions } from "../../electron/app/load-descriptions.ts";
import { checkDescription } from "../../electron/core/dialects/check-description.ts";
import { dialects } from "../../electron/core/dialects/registry.ts";
import { readDescribedLogs } from "../../electron/core/dialects/linux-console/description.ts";

const shippedFolder = join(import.meta.dirname, "../../resources/profiles");
const files = readdirSync(shippedFolder).filter((name) => name.endsWith(".yaml"));
const loaded = await loadDescriptions();
const data = mkdtempSync(join(tmpdir(), "counterpart-descriptions-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test("every file that is shipped is a description of a family that is spoken", () => {
  const families = dialects.map(({ family }) => family);
  const known = loaded.filter(({ family }) => families.includes(family)).map(({ source }) => source);
  expect(known.sort()).toEqual(files.sort());
});

test.each(loaded)("$source says what its family needs", async ({ content }) => {
  expect(await checkDescription(content)).toEqual([]);
});

let places = 0;

/** A user's folder of its own with one file in it. */
function keepOwn(text: string): { readonly places: DescriptionPlaces; readonly file: string } {
  const place = join(data, String(++places));
  const folder = join(place, "profiles");
  const file = join(folder, "mine.yaml");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return { places: { folder, accepted: join(place, "accepted.json") }, file };
}

const text = readFileSync(join(shippedFolder, "short-answers.yaml"), "utf8");
const call = { signal: new AbortController().signal, emit: () => undefined };

async function list(own: DescriptionPlaces) {
  const listed = await answerDescriptions(own)["descriptions.list"]({}, call);
  if (!listed.ok) throw new Error(listed.failure.code);
  return listed.value.descriptions;
}

async function tellState(named: string, own: DescriptionPlaces): Promise<string> {
  const found = await findDescription(named, own);
  return found.ok ? "usable" : found.failure.code;
}

describe("a description of one's own", () => {
  test("is not used before it was accepted, neither by name nor by path nor unasked", async () => {
    const { places: own, file } = keepOwn(text);
    const all = await loadDescriptions(own);
    expect([await tellState("mine", own), await tellState(file, own), all.length]).toEqual([
      "description-unaccepted",
      "description-unaccepted",
      files.length,
    ]);
  });

  test("shows every command that it can send", async () => {
    const [mine] = await list(keepOwn(text).places);
    expect([mine?.accepted, mine?.commands.map((each) => each.text)]).toEqual([
      false,
      ["?ID", "?IP", "?MODE", "=MODE {method}", "=IP {address} {mask} {gateway}"],
    ]);
  });

  test("is used once the digest that was shown is accepted, and asked for again when it changes", async () => {
    const { places: own, file } = keepOwn(text);
    const [mine] = await list(own);
    await answerDescriptions(own)["descriptions.accept"]({ file, digest: mine?.digest ?? "" }, call);
    const before = await tellState("mine", own);
    writeFileSync(file, text.replace('"?IP"', '"?IP "'));
    expect([before, await tellState("mine", own), await tellState(file, own)]).toEqual([
      "usable",
      "description-unaccepted",
      "description-unaccepted",
    ]);
  });

  test("is not accepted by the digest of what it was before", async () => {
    const { places: own, file } = keepOwn(text);
    const [mine] = await list(own);
    writeFileSync(file, `${text}# more\n`);
    const accepted = await answerDescriptions(own)["descriptions.accept"]({ file, digest: mine?.digest ?? "" }, call);
    expect([accepted.ok, await tellState("mine", own)]).toEqual([false, "description-unaccepted"]);
  });

  test("is not taken for a shipped one by a path that only begins like one", async () => {
    const { places: own, file } = keepOwn(text);
    expect(await tellState(join(shippedFolder, "x").slice(0, -1) + `../../../../../../..${file}`, own)).toBe(
      "description-unaccepted",
    );
  });

  test("that is damaged is never used", async () => {
    const { places: own, file } = keepOwn("family: text\n");
    const store = new AcceptedDescriptions(own.accepted);
    const [mine] = await list(own);
    await store.accept(mine?.digest ?? "", file);
    expect([await tellState("mine", own), (await loadDescriptions(own)).length]).toEqual([
      "input-invalid",
      files.length,
    ]);
  });

  test("stays unaccepted when the list of the accepted ones cannot be read", async () => {
    const { places: own } = keepOwn(text);
    writeFileSync(own.accepted, '{"accepted": "all"}');
    expect(await tellState("mine", own)).toBe("description-unaccepted");
  });

  test("is accepted in a file for this user only", async () => {
    const { places: own, file } = keepOwn(text);
    const [mine] = await list(own);
    await new AcceptedDescriptions(own.accepted).accept(mine?.digest ?? "", file);
    expect((statSync(own.accepted).mode & 0o777).toString(8)).toBe("600");
  });

  test("that nobody has is answered by the names there are", async () => {
    const found = await findDescription("nothing", keepOwn(text).places);
    expect(found.ok ? "" : found.failure.details["known"]).toContain("mine, device-server");
  });
});

test.each(loaded.filter(({ family }) => family === "linux-console"))("$source names logs", (description) => {
  expect(readDescribedLogs([description]).length).toBeGreaterThan(0);
});
