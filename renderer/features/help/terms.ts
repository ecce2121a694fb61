// What the field's terms mean, from the knowledge files; loaded when somebody asks.
import type { Localized } from "../../../electron/core/failures/localized.ts";
import knowledge from "../../../resources/knowledge/terms.json" with { type: "json" };
import type { TermId } from "./term-id.ts";

export interface Term {
  readonly name: Localized;
  readonly text: Localized;
  /** Other words that it is looked for by. */
  readonly also: string;
}

export const terms: Readonly<Record<TermId, Term>> = knowledge;
