// text: terminals that are described as data and spoken to in lines (resources/profiles/README.md).
//
//   port -> listen -> which description? (named, or its signs are heard after a line end) -> enter -> TextSession
//
// Recognised only by what a description says it is recognised by: without one, nothing is.
import type { BytePort } from "../../bytes/byte-port.ts";
import type { Surroundings } from "../../bytes/surroundings.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { Conversation } from "../conversation.ts";
import type { Description } from "../description.ts";
import type { ConnectOptions, Dialect, DialectSession } from "../dialect.ts";
import type { Task } from "../task.ts";
import { recognizePrompt } from "../linux-console/prompts.ts";
import { listen } from "../linux-console/wake.ts";
import { compileDescription } from "./compile.ts";
import { type TextDescription, textDescriptionSchema } from "./description.ts";
import { Dialogue } from "./dialogue.ts";
import { enter } from "./enter.ts";
import { TextSession } from "./session.ts";

export const text: Dialect = {
  family: "text",
  label: { en: "Described as text", "zh-CN": "按描述文件对话" },
  signs: {
    probe: "carriage-return",
    recognizes: (heard, descriptions = []) => readDescribed(descriptions).some((each) => isHeard(each, heard)),
    countsWhenAsked: false,
  },
  connect,
};

/** Milliseconds in which a terminal shows what it is recognised by. */
const showing = 1500;

interface Described {
  readonly source: string;
  readonly content: TextDescription;
}

async function connect(
  port: BytePort,
  options: ConnectOptions & Task,
  surroundings: Surroundings,
): Promise<Result<DialectSession>> {
  const talk = new Conversation(port, surroundings);
  const opened = await open(talk, options);
  if (!opened.ok) await port.close();
  return opened;
}

async function open(talk: Conversation, options: ConnectOptions & Task): Promise<Result<DialectSession>> {
  const listened = await listen(talk, options);
  if (!listened.ok) return listened;
  const chosen = await choose(talk, options);
  if (!chosen.ok) return chosen;
  const compiled = await compileDescription(chosen.value.content, chosen.value.source);
  if (!compiled.ok) return compiled;
  const dialogue = new Dialogue(talk, compiled.value);
  const entered = await enter(dialogue, options);
  return entered.ok ? succeed(new TextSession(dialogue, options, entered.value)) : entered;
}

/** The only one that was handed over, else the one whose signs are heard. */
async function choose(talk: Conversation, options: ConnectOptions & Task): Promise<Result<Described>> {
  const all = readDescribed(options.descriptions ?? []);
  const [first, ...others] = all;
  if (first && others.length === 0) return succeed(first);
  const find = (): Described | null => all.find((each) => isHeard(each, talk.heard)) ?? null;
  let found = find();
  const standing = recognizePrompt(talk.heard);
  if (standing?.kind === "bootloader") return fail(makeFailure("bootloader", { prompt: standing.text }));
  if (!found && all.length > 0) {
    options.onStage("waking");
    await talk.send("\r");
    found = await talk.waitFor(find, { within: Math.min(showing, options.patience), signal: options.signal });
  }
  if (found) return succeed(found);
  const names = all.map(({ source }) => source.replace(/\.ya?ml$/, "")).join(", ");
  return fail(makeFailure("description-needed", { known: names === "" ? "-" : names }));
}

/** Each is read once, however often somebody is heard. */
const known = new WeakMap<Description, TextDescription | null>();

/** Those of this family whose form is right; the app has said what is wrong with the others when it read them. */
function readDescribed(descriptions: readonly Description[]): readonly Described[] {
  return descriptions.flatMap((description) => {
    let content = known.get(description);
    if (content === undefined) {
      content = textDescriptionSchema.safeParse(description.content).data ?? null;
      known.set(description, content);
    }
    return content === null ? [] : [{ source: description.source, content }];
  });
}

function isHeard({ content: { signs } }: Described, heard: string): boolean {
  return signs.length > 0 && signs.every((sign) => heard.includes(sign));
}
