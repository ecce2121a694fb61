// Which descriptions a connection may use, and how they set its line.
import type { Input } from "../../contract/commands.ts";
import type { Description } from "../../core/dialects/description.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type DescriptionPlaces, findDescription, loadDescriptions } from "../load-descriptions.ts";

type Connect = Input<"terminal.connect">;
type Line = Connect["line"];

interface Chosen {
  /** Null: found out by asking. */
  readonly family: string | null;
  readonly descriptions: readonly Description[];
  readonly line: Line;
}

/** What a line is when nobody has said anything. */
const plain: Line = {
  baudRate: 115_200,
  dataBits: 8,
  parity: "none",
  stopBits: 1,
  flowControl: "none",
  dtr: true,
  rts: true,
};

/** The one that was named, else all that may be used. A demo terminal has the description of its own name. */
export async function chooseDescriptions(input: Connect, places: DescriptionPlaces | null): Promise<Result<Chosen>> {
  const { family, line } = input;
  const all = await loadDescriptions(places);
  const profile = input.profile ?? all.map(nameOf).find((name) => input.port === `demo:${name}`);
  if (profile === undefined) return succeed({ family, line, descriptions: all });
  const found = await findDescription(profile, places);
  if (!found.ok) return found;
  const { value: description } = found;
  if (family !== null && family !== description.family)
    return fail(makeFailure("input-invalid", { where: "family", reason: `${family} (${description.family})` }));
  return succeed({
    family: description.family,
    descriptions: [description],
    line: setLine(line, description.content),
  });
}

function nameOf({ source }: Description): string {
  return source.replace(/\.ya?ml$/, "");
}

/** A person's own settings come before the description's, and those before the usual ones. */
function setLine(line: Line, content: unknown): Line {
  const described = typeof content === "object" && content !== null && "line" in content ? content.line : null;
  if (typeof described !== "object" || described === null) return line;
  const isPlain = (key: string): boolean => line[key as keyof Line] === plain[key as keyof Line];
  // Its form was checked when the file was read.
  const wanted = Object.entries(described).filter(([key]) => key in plain && isPlain(key));
  return { ...line, ...(Object.fromEntries(wanted) as Partial<Line>) };
}
