// What a person can be asked, as data in resources/knowledge: each option is a sign.
import { z } from "zod";
import questionsJson from "../../../../resources/knowledge/questions.json" with { type: "json" };
import { localizedSchema } from "../../findings/finding.ts";
import { signs } from "./signs.ts";

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  text: localizedSchema,
  /** On which ways to communicate it makes sense; all where absent. */
  channels: z.array(z.enum(["wired", "wifi", "cellular", "dial-up"])).optional(),
  /** `answer.QUESTION.OPTION` is the sign; an option without a sign tells nothing. */
  options: z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/), text: localizedSchema })).min(2),
});

export type Question = z.infer<typeof questionSchema>;

export const questions: readonly Question[] = z.array(questionSchema).parse(questionsJson);

/** The sign that an answer is, or null for one that tells nothing (`I do not know`). */
export function signOfAnswer(question: string, option: string): string | null {
  const sign = `answer.${question}.${option}`;
  return signs.has(sign) ? sign : null;
}
